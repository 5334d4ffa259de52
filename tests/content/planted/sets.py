"""Quizzes, films and meetings."""

from tests.content.planted.case import Planted
from tests.content.planted.models import FILM, agenda, film
from tests.content.planted.yaml import question

LINKED = """
quizzes/filmen.yaml:
    kind: film-discussion
    id: filmen
    title: Filmen
    film:
      ¤url: https://film.example/ett
      length: 1:00
      owner: En förening
      host: film.example
      has_captions: ja
      described:
        none_needed: Allt hörs.
      rights:
        basis: länk till ägarens sida
        checked_on: 2026-11-01
"""
OPTIONS = "ask: Vem?\noptions:\n  - ¤id: ett\n    right: Alla\n    because: Ja.\n  - id: tva\n    wrong: Ingen\n    because: Nej."
DRAWN = """
quizzes/prov.yaml:
    kind: quiz
    id: prov
    title: Prov
    draw: ¤1
    questions:
      - id: sant
        kind: truth
        ask: Barn är alla under 18 år.
        right: sant
        because: Det står i artikel 1.
      - id: hur
        kind: scale
        ask: Hur känns det?
        low: Dåligt
        high: Bra
        steps: 5
"""


def choice(text: str, kind: str = "choice") -> str:
    return question(text).replace("truth", kind)


def captions(text: str) -> dict[str, str | bytes]:
    return {"quizzes/media/film.vtt": "WEBVTT\n\n" + text}


CASES = [
    Planted(
        "no-right-answer",
        choice(OPTIONS.replace("right:", "wrong:")).replace("¤", "").replace("- id: sant", "- ¤id: sant"),
        ("wrong: Alla", "right: Alla"),
    ),
    Planted(
        "many-right-answers",
        choice(OPTIONS.replace("wrong:", "right:")).replace("¤", "").replace("- id: sant", "- ¤id: sant"),
        ("kind: choice", "kind: choices"),
    ),
    Planted(
        "no-wrong-answer",
        choice(OPTIONS.replace("wrong:", "right:"), "choices")
        .replace("¤", "")
        .replace("- id: sant", "- ¤id: sant"),
        ("right: Ingen", "wrong: Ingen"),
    ),
    Planted(
        "option-without-feedback",
        choice(OPTIONS.replace("    because: Ja.\n", "")),
        ("right: Alla", "right: Alla\n            because: Ja."),
    ),
    Planted(
        "question-without-feedback",
        question("ask: Barn har rätt.\nright: sant").replace("- id: sant", "- ¤id: sant"),
        ("right: sant", "right: sant\n        because: Ja."),
    ),
    Planted(
        "gaps-count",
        choice(
            "text: ¤Barn är ___ under ___ år.\ngaps:\n  - id: lucka\n    accept: alla\nbecause: Ja.", "gaps"
        ),
        ("under ___ år", "under 18 år"),
    ),
    Planted(
        "pass-without-points",
        choice("ask: Hur känns det?\nlow: Dåligt\nhigh: Bra\nsteps: 5", "scale").replace(
            "    kind: quiz", "    ¤kind: quiz"
        ),
        (
            "kind: scale\n        ask: Hur känns det?\n        low: Dåligt\n        high: Bra\n        steps: 5",
            "kind: truth\n        ask: x\n        right: ja",
        ),
    ),
    Planted("draw-too-many", DRAWN.replace("¤1", "¤3"), ("¤3", "2")),
    Planted("draw-ungraded", DRAWN, ("¤1", "2")),
    Planted(
        "draw-uneven",
        DRAWN.replace("¤1", "¤2").replace(
            "kind: scale\n        ask: Hur känns det?\n        low: Dåligt\n        high: Bra\n        steps: 5",
            "kind: truth\n        points: 2\n        ask: x\n        right: ja",
        ),
        ("points: 2", "points: 1"),
    ),
    Planted(
        "captions-missing",
        film("    film:\n      file", "    film:\n      ¤file").replace("sv: media", "en: media"),
        ("en: media", "sv: media"),
    ),
    Planted(
        "captions-overlap",
        files=captions("¤00:01.000 --> 00:04.000\nEn.\n\n00:03.000 --> 00:06.000\nTvå.\n"),
        mend=("00:03.000", "00:04.000"),
    ),
    Planted(
        "captions-fast",
        files=captions("¤00:01.000 --> 00:02.000\nEn lång rad på tjugoett.\n"),
        mend=("00:02.000", "00:04.000"),
    ),
    Planted(
        "captions-long",
        files=captions("¤00:01.000 --> 00:09.000\nEtt\ntvå\ntre\n"),
        mend=("två\ntre", "två tre"),
    ),
    Planted(
        "captions-outside",
        files=captions("¤01:00.000 --> 01:02.000\nSlut.\n"),
        mend=("01:00.000 --> 01:02.000", "00:58.000 --> 01:00.000"),
    ),
    Planted(
        "captions-backwards",
        files=captions("¤00:04.000 --> 00:01.000\nEn.\n"),
        mend=("00:04.000 --> 00:01.000", "00:01.000 --> 00:04.000"),
    ),
    Planted(
        "captions-empty", files={"quizzes/media/film.vtt": "WEBVTT\n"}, at=("quizzes/media/film.vtt:1:1",)
    ),
    Planted(
        "captions-encoding",
        files={"quizzes/media/film.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nDörren.\n".encode("latin-1")},
        at=("quizzes/media/film.vtt:1:1",),
    ),
    Planted(
        "captions-no-text",
        files=captions("¤00:01.000 --> 00:04.000\n\n00:05.000 --> 00:09.000\nEn.\n"),
        mend=("04.000\n", "04.000\nNoll.\n"),
    ),
    Planted(
        "captions-no-time",
        files=captions("¤Dörren öppnas.\n\n00:05.000 --> 00:09.000\nEn.\n"),
        mend=("Dörren", "NOTE Dörren"),
    ),
    Planted(
        "captions-time",
        files=captions("¤00:01 --> ett\nEn.\n\n00:05.000 --> 00:09.000\nEn.\n"),
        mend=("ett", "00:04"),
    ),
    Planted(
        "captions-too-large",
        files={"quizzes/media/film.vtt": b"x" * 1_000_001},
        at=("quizzes/media/film.vtt:1:1",),
    ),
    Planted(
        "captions-too-many",
        files={
            "quizzes/media/film.vtt": "WEBVTT\n\n"
            + "".join(f"{'¤' if n == 5000 else ''}00:00.000 --> 00:05.000\nHej.\n\n" for n in range(5001))
        },
        mend=("¤00:00.000 --> 00:05.000\nHej.\n\n", ""),
    ),
    Planted(
        "described-missing",
        film("    film:\n      file", "    film:\n      ¤file").replace(
            "      described:\n        none_needed: Allt som betyder något hörs.\n", ""
        ),
        ("length: 1:00", "length: 1:00\n      described:\n        none_needed: Allt hörs."),
    ),
    Planted(
        "described-unknown",
        LINKED.replace("      described:\n        none_needed: Allt hörs.\n", ""),
        ("length: 1:00", "length: 1:00\n      described:\n        none_needed: Allt hörs."),
    ),
    Planted(
        "described-length",
        film("none_needed: Allt som betyder något hörs.", "¤file: media/film.webm"),
        ("¤file: media/film.webm", "file: media/film.webm\n        length: 1:10"),
    ),
    Planted(
        "rights-missing",
        film("    film:\n      file", "    film:\n      ¤file").replace(
            "      rights:\n        basis: own work\n        checked_on: 2026-11-01\n", ""
        ),
        ("length: 1:00", "length: 1:00\n      rights:\n        basis: own work"),
    ),
    Planted(
        "rights-unchecked",
        film("basis: own work\n        checked_on: 2026-11-01", "¤basis: own work"),
        ("own work", "own work\n        checked_on: 2026-11-01"),
    ),
    Planted("rights-ended", FILM + "        until: ¤2026-11-20\n", ("2026-11-20", "2027-11-20")),
    Planted("rights-ending", FILM + "        until: ¤2027-02-19\n", ("02-19", "02-20")),
    Planted(
        "film-link-unnamed",
        LINKED.replace("      host: film.example\n", ""),
        ("owner: En förening", "owner: En förening\n      host: film.example"),
    ),
    Planted(
        "pause-outside",
        FILM + "    pauses:\n      - id: paus\n        at: ¤1:01\n        ask: Vad?\n",
        ("1:01", "1:00"),
    ),
    Planted(
        "pause-order",
        FILM
        + "    pauses:\n      - id: paus\n        at: 0:30\n        ask: Vad?\n      - id: till\n        at: ¤0:20\n        ask: Vem?\n",
        ("0:20", "0:40"),
    ),
    Planted(
        "pause-not-described",
        film("none_needed: Allt som betyder något hörs.", "file: media/film.webm\n        length: 1:10")
        + "    pauses:\n      - ¤id: paus\n        at: 0:30\n        ask: Vad?\n",
        ("at: 0:30", "at: 0:30\n        described_at: 0:35"),
    ),
    Planted(
        "agenda-sum",
        agenda("shrink: 1\nleast: 5")
        .replace("minutes: 10\n    audience", "minutes: 12\n    audience")
        .replace("    id: mote", "    ¤id: mote"),
        ("minutes: 12", "minutes: 10"),
    ),
    Planted(
        "agenda-no-minutes",
        agenda("shrink: 1\nleast: 5")
        .replace("    minutes: 10\n    audience", "    audience")
        .replace("    id: mote", "    ¤id: mote"),
        ("    audience", "    minutes: 10\n    audience"),
    ),
    Planted(
        "agenda-film",
        agenda("film: filmen").replace("        minutes: 10", "        minutes: ¤10")
        + FILM.replace(
            "title: Filmen",
            "title: Filmen\n    after:\n      - id: sist\n        ask: Vad nu?\n        minutes: 10",
        ),
        ("ask: Vad nu?\n        minutes: 10", "ask: Vad nu?\n        minutes: 9"),
    ),
    Planted("agenda-least", agenda("shrink: 1\nleast: ¤11"), ("¤11", "10")),
    Planted(
        "agenda-shrink-without-least",
        agenda("shrink: 1").replace("- id", "- ¤id"),
        ("shrink: 1", "shrink: 1\n        least: 0"),
    ),
    Planted(
        "agenda-stiff",
        agenda("form: helgrupp").replace("    id: mote", "    ¤id: mote"),
        ("form: helgrupp", "shrink: 1\n        least: 5"),
    ),
]
