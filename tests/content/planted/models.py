"""Values that the course source does not know, or not there."""

from tests.content.planted.case import Planted
from tests.content.planted.yaml import RIGHT, question

COURSE = """
course.yaml:
    id: liten
    title: En liten kurs
    audience:
      - ombud
    version:
      number: 1
      date: 2026-11-01
    modules:
      - id: start
        title: Start
        lessons:
          - ett.md
          - quiz: prov
          - film: filmen
"""
FILM = """
quizzes/filmen.yaml:
    kind: film-discussion
    id: filmen
    title: Filmen
    film:
      file: media/film.webm
      length: 1:00
      captions:
        sv: media/film.vtt
      described:
        none_needed: Allt som betyder något hörs.
      rights:
        basis: own work
        checked_on: 2026-11-01
"""
ASK = "ask: Barn har rätt."
NUMBER = "id: tal\nkind: number\nask: Hur många?\nbecause: Så är det.\nright: 42"


def course(more: str = "", old: str = "", new: str = "") -> str:
    """The course file with lines added, or some words replaced."""
    return COURSE.replace(old, new) + "".join(f"    {line}\n" for line in more.splitlines())


def film(old: str, new: str) -> str:
    assert old in FILM
    return FILM.replace(old, new)


def agenda(more: str) -> str:
    """A meeting of one item."""
    return (
        "course.yaml:\n    id: mote\n    title: Ett möte\n    kind: meeting\n    minutes: 10\n"
        "    audience:\n      - ombud\n    agenda:\n      - id: punkt\n        title: Punkten\n        minutes: 10\n"
        + "".join(f"        {line}\n" for line in more.splitlines())
    )


CASES = [
    Planted("unknown-key", course("¤titel: x"), ("¤titel: x", "summary: x")),
    Planted("unknown-key", question(ASK + "\n¤becase: Ja." + RIGHT), ("¤becase", "otherwise")),
    Planted(
        "missing-key",
        course(old="    title: En liten kurs\n").replace("    id", "    ¤id"),
        ("¤id: liten", "id: liten\n    title: x"),
    ),
    Planted(
        "missing-key",
        question("ask: x\nbecause: y").replace("- id: sant", "- ¤id: sant"),
        ("kind: truth", "kind: truth\n        right: nej"),
    ),
    Planted(
        "kind-missing",
        question(ASK + RIGHT).replace("- id: sant\n        kind: truth", "- ¤id: sant"),
        ("¤id: sant", "id: sant\n        kind: truth"),
    ),
    Planted(
        "unknown-value",
        "quizzes/prov.yaml:\n    kind: ¤Quiz\n    id: prov\n    title: Prov\n    pass: 80%\n    questions:\n"
        "      - id: sant\n        kind: truth\n        ask: Barn har rätt.\n        right: sant\n        because: Ja.\n",
        ("¤Quiz", "quiz"),
    ),
    Planted(
        "not-a-mapping",
        "ett.md:\n    # Ett\n\n    ¤```reflect\n    Vad tänker du?\n    ```\n",
        ("Vad tänker", "ask: Vad tänker"),
    ),
    Planted(
        "kind-missing",
        "quizzes/prov.yaml:\n    ¤id: prov\n    title: Prov\n    pass: 80%\n    questions:\n"
        "      - id: sant\n        kind: truth\n        ask: Barn har rätt.\n        right: sant\n        because: Ja.\n",
        ("¤id: prov", "kind: quiz\n    id: prov"),
    ),
    Planted(
        "empty", course(old="title: En liten kurs", new="¤title:"), ("¤title:", "title: Kort\n    summary:")
    ),
    Planted("empty", course('summary: ¤"  "'), ('"  "', "Kort.")),
    Planted("unknown-value", course(old="- ombud", new="- ¤chefer"), ("chefer", "chef")),
    Planted("unknown-value", question(ASK + RIGHT).replace("kind: truth", "kind: ¤true"), ("¤true", "truth")),
    Planted(
        "unknown-value",
        "ett.md:\n    # Ett\n\n    ```local\n    show: ¤rutiner\n    ```\n",
        ("rutiner", "routines"),
    ),
    Planted("id-form", course(old="id: liten", new="id: ¤Liten kurs"), ("Liten kurs", "liten-kurs")),
    Planted("id-form", course(old="quiz: prov", new="quiz: ¤Prov"), ("Prov", "prov")),
    Planted(
        "at-most-one", course("renew:\n  ¤months: 24\n  date: 2027-01-01"), ("months: 24\n      date", "date")
    ),
    Planted("not-a-number", question(ASK + "\npoints: ¤många" + RIGHT), ("många", "2")),
    Planted("not-a-number", course("minutes: ¤" + "9" * 5000), ("9" * 5000, "90")),
    Planted("out-of-range", question(ASK + "\npoints: ¤101" + RIGHT), ("101", "100")),
    Planted("out-of-range", course(old="number: 1", new="number: ¤0"), ("¤0", "1")),
    Planted("not-a-date", course("review_by: ¤nästa höst"), ("nästa höst", "2027-09-01")),
    Planted("not-a-date", course("review_by: ¤2027-02-29"), ("2027-02-29", "2028-02-29")),
    Planted("not-yes-or-no", course("certificate: ¤kanske"), ("kanske", "ja")),
    Planted("not-yes-or-no", question(ASK + "\nright: ¤ibland\nbecause: x"), ("ibland", "falskt")),
    Planted("not-a-share", course("completion:\n  pass: ¤120%"), ("120%", "100 %")),
    Planted("not-a-share", course("completion:\n  pass: ¤hälften"), ("hälften", "0,5")),
    Planted("not-a-time", film("length: 1:00", "length: ¤60"), ("¤60", "01:00")),
    Planted("not-a-time", film("length: 1:00", "length: ¤1:60"), ("¤1:60", "1:01:59")),
    Planted(
        "not-an-address", film("file: media/film.webm", "url: ¤www.film.example"), ("www", "https://www")
    ),
    Planted(
        "not-a-list",
        course(old="audience:\n      - ombud", new="audience: ¤ombud"),
        ("audience: ¤ombud", "audience:\n      - ombud"),
    ),
    Planted(
        "not-a-mapping",
        course(old="version:\n      number: 1\n      date: 2026-11-01", new="version: ¤1"),
        ("version: ¤1", "certificate: ja"),
    ),
    Planted("not-a-mapping", "law.yaml:\n    blag-1: ¤Artiklarna gäller.\n"),
    Planted("not-a-mapping", "course.yaml:\n    bara text\n", at=("course.yaml:1:1",)),
    Planted(
        "not-text",
        question("ask:\n  ¤Barn har rätt: alltid.\nright: sant\nbecause: x"),
        ("ask:\n          ¤Barn", "ask: Barn"),
    ),
    Planted("not-text", question("ask: ¤{region.name}" + RIGHT), ("{region.name}", "'{region.name}'")),
    Planted("too-long", course("summary: ¤" + "a" * 20_001), ("a" * 20_001, "a" * 20_000)),
    Planted(
        "too-few",
        question(ASK + "\noptions:\n  ¤- id: enda\n    right: Ja").replace("truth", "choice"),
        ("¤- id", "- id: annan\n            wrong: Nej\n            because: x\n          - id"),
    ),
    Planted(
        "too-many",
        question(
            ASK + "\noptions:\n  ¤" + "\n  ".join(f"- id: val{n}\n    right: Val {n}" for n in range(37))
        ).replace("truth", "choices"),
        ("- id: val36\n            right: Val 36\n", ""),
    ),
    Planted(
        "one-of",
        course(old="- film: filmen", new="- ¤film: filmen\n            quiz: prov"),
        ("            quiz: prov\n", ""),
    ),
    Planted(
        "one-of",
        film("      file: media/film.webm\n      length", "      ¤length"),
        ("¤length", "file: media/film.webm\n      length"),
    ),
    Planted(
        "one-of",
        question(
            ASK + "\noptions:\n  - ¤id: bada\n    right: Ja\n    wrong: Nej\n  - id: annan\n    wrong: Nej"
        ).replace("truth", "choice"),
        ("            wrong: Nej\n          - id: annan", "          - id: annan"),
    ),
    Planted(
        "at-most-one",
        agenda("text: ett.md\nquiz: prov").replace("- id", "- ¤id"),
        ("quiz: prov", "form: helgrupp"),
    ),
    Planted(
        "keep-shrink", agenda("keep: true\nshrink: 1").replace("- id", "- ¤id"), ("shrink: 1", "least: 0")
    ),
    Planted(
        "course-body",
        course("kind: meeting").replace("    id: liten", "    ¤id: liten"),
        ("kind: meeting", "kind: self-paced"),
    ),
    Planted("media-missing", course("cover: ¤media/omslag.png"), ("omslag.png", "bild.png")),
    Planted("media-outside", course("cover: ¤../bild.png"), ("../bild.png", "media/bild.png")),
    Planted("media-kind", course("cover: ¤media/bild.bmp"), ("bild.bmp", "bild.png")),
    Planted(
        "id-missing",
        question(ASK + RIGHT).replace("- id: sant\n        kind", "- ¤kind"),
        ("¤kind", "id: sant\n        kind"),
    ),
    Planted(
        "id-missing",
        "ett.md:\n    # Ett\n\n    Text.\n",
        ("# Ett", "---\n    id: ett\n    ---\n    # Ett"),
        at=("ett.md:1:1",),
    ),
    Planted(
        "glossary-form",
        "glossary.yaml:\n    barn: Alla under 18.\n    ¤ord:\n      - lista\n",
        ("¤ord:\n      - lista", "ord: lista"),
    ),
]
