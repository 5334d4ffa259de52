"""Lists as reports and people save them: with a title, a date or merged cells above the headings."""

from datetime import date

import pytest

from course_builder.importing import serial
from course_builder.importing.sheet import Sheet, read_sheet
from course_builder.people.staff import cells
from course_builder.portal import columns, dates
from tests.importing.workbooks import workbook

HEAD = ("Namn", "E-post", "Kurs", "Slutdatum")
ROW = ("Åsa Öberg", "asa@exempel.se", "Barnets rätt", "2026-11-21")


def table(*above: str, separator: str = ";") -> Sheet:
    lines = [*above, separator.join(HEAD), separator.join(ROW)]
    return read_sheet("\r\n".join(lines).encode("utf-8-sig"), "lista")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize(
    "above",
    [
        (),
        ("Genomförda kurser",),
        ("Genomförda kurser, hela regionen", "", "Uttagen: 2026-11-21 08:15"),
        ("Enhet{0}Barnakuten{0}{0}", "Uttagen{0}2026-11-21{0}{0}", "{0}{0}{0}"),
    ],
)
def test_what_stands_above_the_headings_is_left_out(above: tuple[str, ...], separator: str) -> None:
    lines = [line.format(separator) for line in above]
    found = table(*lines, separator=separator)
    assert (found.header, [row.cells for row in found.rows]) == (HEAD, [ROW])
    assert found.rows[0].number == len(lines) + 2


def test_merged_headings_stand_above_the_real_ones() -> None:
    rows: list[list[object]] = [["Person", None, "Kurs", None], list(HEAD), list(ROW)]
    found = read_sheet(workbook(("Blad1", rows)), "lista")
    assert (found.header, [row.number for row in found.rows]) == (HEAD, [3])


@pytest.mark.parametrize(
    "text",
    [
        "Namn\nÅsa\nBo;bo@exempel.se;x;2026-01-01\n",
        "Namn;Kurs\nÅsa;Barnets rätt;asa@exempel.se;2026-01-01;12345\n",
        "Namn\nÅsa\nBo\n",
    ],
)
def test_a_narrow_table_keeps_its_first_row(text: str) -> None:
    assert read_sheet(text.encode(), "lista").header[0] == "Namn"


def test_a_day_that_a_spreadsheet_keeps_as_a_number() -> None:
    day = date(2026, 11, 21)
    assert serial.day("46347") == serial.day("46347.6131944") == serial.day("46347,5") == day
    assert dates.day("46347") == cells.day("46347") == day
    assert [serial.day(text) for text in ("4634", "463470", "46347-1", "12345", "å6347")] == [None] * 5


def test_numbers_of_people_are_no_days() -> None:
    numbers = read_sheet(b"Nr;Kurs\n46347;Barnets\n46348;Barnets\n", "lista")
    assert columns.guessed(numbers, {}).columns == {"course": "Kurs"}
