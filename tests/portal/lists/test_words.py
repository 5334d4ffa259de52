"""Days and results as people and portals write them, columns by their headings, lists pasted without any."""

from datetime import date

import pytest

from course_builder.importing.sheet import Row, Sheet, read_sheet
from course_builder.portal.columns import guessed
from course_builder.portal.dates import day, month_comes_first
from course_builder.portal.pasted import sheet
from course_builder.portal.results import SOME_PERCENT, Outcome, folded, outcome

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21", "2026-11-21 14:30", "2026-11-21 14.30", "2026-11-21T08:15:00", "2026-11-21T23:30:00+01:00", "20261121", "261121",
        "26-11-21", "2026/11/21", "2026.11.21", "21/11 2026", "21/11-2026", "21/11/2026", "21/11-26", "21.11.2026", "21-11-2026",
        "21 november 2026", "21 nov 2026", "21 nov. 2026", "den 21 november 2026", "21:a november 2026", "  21   November  2026 ",
        "2026-11-20T23:30:00Z", "21/11/2026 14:30", "lördag, 21 november 2026, 14:05", "Saturday, 21 November 2026, 2:05 PM", "lördagen den 21 november 2026",
        "2026/11/21 2:05:22 em CET", "2026/11/21 2:05:22 PM GMT+1", "2026-11-21 14:05:22 CET", "46347",
    ],
)  # fmt: skip
def test_a_day(text: str) -> None:
    assert day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i går",
        "31/2 2026",
        "2026-13-01",
        "21.11.26",
        "11/21/26",
        "99999999",
        "21 nobember 2026",
        "fredag 2026",
        "2026-11-21 i morgon",
        "12345",
        "2026-11-21" * 9,
    ],
)
def test_no_day(text: str) -> None:
    assert day(text) is None


def test_an_american_column_is_read_whole_or_not_at_all() -> None:
    american, mixed = ["11/21/2026", "03/04/2026"], ["11/21/2026", "21/11/2026"]
    assert month_comes_first(american)
    assert [day(one, month_first=True) for one in american] == [DAY, date(2026, 3, 4)]
    assert not month_comes_first(mixed)
    assert not month_comes_first(["03/04/2026"])


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Godkänd", Outcome.PASSED), ("VG", Outcome.PASSED), ("passed", Outcome.PASSED), ("Genomförd", Outcome.DONE), ("ja", Outcome.DONE),
        ("Ja!", Outcome.DONE), ("100 %", Outcome.DONE), ("100%", Outcome.DONE), ("100,0 %", Outcome.DONE), ("Completed", Outcome.DONE),
        ("Slutförd.", Outcome.DONE), ("x", Outcome.DONE), ("Ej genomförd", Outcome.NOT_YET), ("Inte godkänd", Outcome.NOT_YET),
        ("not started", Outcome.NOT_YET), ("Ej påbörjad", Outcome.NOT_YET), ("Påbörjad", Outcome.NOT_YET), ("nej", Outcome.NOT_YET),
        ("underkänd", Outcome.NOT_YET), ("87 %", None), ("Attesterad", None), ("", None), ("inte", None), ("genomförd av chef", None),
    ],
)  # fmt: skip
def test_a_result(text: str, meaning: Outcome | None) -> None:
    assert outcome(text, {}) is meaning


def test_what_somebody_has_said_comes_first() -> None:
    assert outcome("Klar", {"klar": "not_yet"}) is Outcome.NOT_YET
    assert {folded("87 %"), folded("3,5%")} == {SOME_PERCENT}
    assert outcome("87 %", {SOME_PERCENT: "not_yet"}) is Outcome.NOT_YET


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Anst.nr;Namn;Kurs;Slutdatum;Status", {"who": "Anst.nr", "name": "Namn", "course": "Kurs", "on": "Slutdatum", "result": "Status"}),
        ("Employee ID;Course name;Completion date;Grade", {"who": "Employee ID", "course": "Course name", "on": "Completion date", "result": "Grade"}),
        ("E-postadress;Utbildning;Genomförd", {"email": "E-postadress", "course": "Utbildning", "on": "Genomförd"}),
        ("A;B;C", {"email": "A", "on": "C"}),
        ("ID;Tidstämpel;E-post;Kurs;Resultat", {"on": "Tidstämpel", "email": "E-post", "course": "Kurs", "result": "Resultat"}),
        ("ID;Kurs;Slutdatum", {"who": "ID", "course": "Kurs", "on": "Slutdatum"}),
    ],
)  # fmt: skip
def test_columns_are_guessed(header: str, fields: dict[str, str]) -> None:
    cells = {"who": "E1", "email": "a@exempel.se", "course": "grund", "on": "2026-01-02", "result": "ja"}
    by_heading = {heading: cells.get(name, "") for name, heading in fields.items()}
    line = ";".join(by_heading.get(heading, "något") for heading in header.split(";"))
    assert dict(guessed(read_sheet(f"{header}\n{line}".encode(), "x.csv"), {}).columns) == fields


def test_a_pasted_list_without_headings() -> None:
    pasted = sheet("anna@exempel.se\t2026-10-01\nbo@exempel.se\t2026-10-02\n")
    assert pasted.header == ("Kolumn 1", "Kolumn 2")
    assert [row.cells[0] for row in pasted.rows] == ["anna@exempel.se", "bo@exempel.se"]
    assert dict(guessed(pasted, {}).columns) == {"email": "Kolumn 1", "on": "Kolumn 2"}


def test_a_pasted_list_with_headings() -> None:
    assert sheet("E-post;Datum\nanna@exempel.se;2026-10-01").header == ("E-post", "Datum")
    assert sheet("anna@exempel.se").header == ("Kolumn 1",)


def test_days_in_a_column_without_a_heading() -> None:
    rows = tuple(Row(number, ("E1", day)) for number, day in ((2, "2026-03-02"), (3, "2026-03-03")))
    fields = guessed(Sheet("lista.csv", ("Anställningsnummer", ""), rows), {})
    assert fields.columns == {"who": "Anställningsnummer", "on": ""}
