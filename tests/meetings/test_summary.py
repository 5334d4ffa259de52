"""The summary of a meeting kit is read as it was written, and what cannot be understood is told line by line."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from course_builder.meetings.summary import LONGEST, Told, read
from course_builder.player.hour.kit_words import LINES

CASES = json.loads((Path(__file__).parent.parent / "summary.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_the_kit_writes_is_read(case: dict[str, Any]) -> None:
    summary, told = read(case["text"])
    assert json.loads(json.dumps(asdict(summary), default=str)) == case["read"]
    assert told == ()


def test_the_names_of_the_lines_are_those_the_kit_writes() -> None:
    for names in LINES.values():
        lines = [
            f"{names[part]}: 1"
            for part in names
            if part not in ("heading", "lines", "day", "began", "ended", "follow_up")
        ]
        assert read("\n".join(lines))[1] == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hej och tack för i dag", ()),
        ("APT-sammanfattning\nVi var elva", (Told("unread", "Vi var elva"),)),
        ("Närvarande: elva", (Told("number", "Närvarande: elva"),)),
        ("Närvarande: -4\nGäster: 99999", (Told("number", "Närvarande: -4"), Told("number", "Gäster: 99999"))),
        ("Uppföljning 1: i mars\nÅtgärd 1: x", (Told("day", "Uppföljning 1: i mars"),)),
        ("Började: 25.70", (Told("clock", "Började: 25.70"),)),
        ("Närvarande: 11\nRader: 9", (Told("cut"),)),
        ("Ansvarig 1: Mottagningen", (Told("no-what", "Mottagningen"),)),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told(text: str, told: tuple[Told, ...]) -> None:
    assert read(text)[1] == told


def test_typed_by_hand_without_numbers_or_end() -> None:
    summary, told = read("närvarande: 9\nTEMA : väntetid\n\nÅtgärd: Hälsa först\nansvarig: Receptionen")
    assert (summary.present, summary.themes, summary.actions[0].what, summary.actions[0].responsible, told) == (
        9, ["väntetid"], "Hälsa först", "Receptionen", ()
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "\0" * 50_000, ":" * 50_000, "Åtgärd " * 20_000, "a" * 50_000 + ":", "Tema:\n" * 9_000]
)
def test_anything_can_be_pasted(text: str) -> None:
    summary, _ = read(text)
    assert summary.present is None and len(text[:LONGEST]) <= LONGEST
