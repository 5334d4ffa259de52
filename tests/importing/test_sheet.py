from datetime import date, datetime

import pytest

from course_builder.importing import table
from course_builder.importing.sheet import Row, Sheet, SheetError, read_pasted, read_sheet, read_sheets
from tests.hang import answered
from tests.importing.workbooks import packed, unpacked, workbook

TEXT = "Namn;E-post;Enhet\nÅsa Öberg;asa@exempel.se;Barnakuten\nÄrla Ek;arla@exempel.se;Väntrummet\n"
SHEET = Sheet(
    "lista",
    ("Namn", "E-post", "Enhet"),
    (
        Row(2, ("Åsa Öberg", "asa@exempel.se", "Barnakuten")),
        Row(3, ("Ärla Ek", "arla@exempel.se", "Väntrummet")),
    ),
)


def words(data: bytes, name: str = "lista") -> str:
    with pytest.raises(SheetError) as told:
        read_sheet(data, name)
    assert told.value.words("sv") != told.value.words("en")
    return f"{told.value.code.name}: {told.value}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
def test_however_a_spreadsheet_saves_it(encoding: str, separator: str, line: str) -> None:
    """trust 18"""
    data = TEXT.replace(";", separator).replace("\n", line).encode(encoding)
    assert read_sheet(data, "lista") == SHEET


def test_a_workbook() -> None:
    rows: list[list[object]] = [line.split(";") for line in TEXT.splitlines()]
    assert read_sheet(workbook(("Blad1", rows)), "lista") == SHEET


def test_numbers_and_days_are_as_a_person_types_them() -> None:
    rows: list[list[object]] = [["a", "b", "c", "d", "e"], [12345, 1.5, date(2026, 11, 21), datetime(2026, 11, 21, 8, 30), True]]  # fmt: skip
    assert read_sheet(workbook(("Blad1", rows)), "lista").rows[0].cells == (
        "12345",
        "1.5",
        "2026-11-21",
        "2026-11-21T08:30:00",
        "True",
    )


def test_every_sheet_that_has_rows() -> None:
    data = workbook(
        ("Enheter", [["Id", "Namn"], [1, "Region"]]), ("Tom", []), ("Personer", [["Namn"], ["Åsa"]])
    )
    assert [(sheet.name, sheet.rows[0].cells) for sheet in read_sheets(data, "hr.xlsx")] == [
        ("hr.xlsx, Enheter", ("1", "Region")),
        ("hr.xlsx, Personer", ("Åsa",)),
    ]


def test_rows_are_counted_as_in_the_file_and_cells_as_in_the_header() -> None:
    text = 'sep=;\r\n\r\nNamn;Namn;\r\n;;\r\n"Åsa\r\nÖberg";1;2;3\r\nBo\r\n'
    sheet = read_sheet(text.encode(), "lista")
    assert sheet.header == ("Namn", "Namn (2)")
    assert sheet.rows == (Row(5, ("Åsa Öberg", "1", "2", "3")), Row(7, ("Bo", "")))


def test_pasted_cells() -> None:
    assert read_pasted("Namn\tDatum\nÅsa, leg.\t2026-11-21", "urklipp").rows == (
        Row(2, ("Åsa, leg.", "2026-11-21")),
    )


def test_a_separator_inside_quotes_is_none() -> None:
    assert read_sheet(b'"a,b,c,d";e\n1;2\n', "x").header == ("a,b,c,d", "e")


def test_letters_are_composed_and_invisible_signs_gone() -> None:
    text = "Namn\nA\u030asa\u00ad \u200eO\u0308berg\x07\n"
    assert read_sheet(text.encode(), "x").rows[0].cells == ("Åsa Öberg",)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "sheet-empty: lista has no rows"),
        (b"Namn;E-post\n", "sheet-empty"),
        (b"\0\1\2\3", "sheet-no-text: lista is neither"),
        (b"%PDF-1.7\n\x81\x8d", "sheet-other-file"),
        (b"\xff\xfe\0", "sheet-no-text"),
        ("Namn\nÅsa\n".encode() + "Öberg".encode("cp1252"), "sheet-mixed-letters"),
        (b'Namn\nBo\n"Asa\nx', "sheet-bad-row: Row 3 of lista"),
        (b'Namn\n"Bo"x;2\n', "sheet-bad-row: Row 2 of lista"),
        (b"\xd0\xcf\x11\xe0", "sheet-old"),
        (b"PK\3\4", "sheet-broken"),
        (b";".join([b"x"] * 101) + b"\n1\n", "sheet-too-many-columns: Row 1 of lista has more than 100"),
        (b"x" * (table.LARGEST + 1), "sheet-too-large: lista is too large: at most 20 MB"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    assert words(data).startswith(told)


def test_a_field_of_a_megabyte_is_answered_at_once() -> None:
    """trust 18"""
    data = b"Namn;E-post\nBo;" + b"a" * 1_000_000 + b"@exempel.se\n"
    with answered():
        told = words(data)
    assert told.startswith("sheet-long-cell: A cell on row 2 of lista")
    assert words(b"Namn\nBo\n" + b"a" * 2_001).startswith("sheet-long-cell: Column 1 on row 3 of lista")


def test_too_many_rows() -> None:
    assert words(b"a\n" + b"1\n" * (table.MOST_ROWS + 1)).startswith("sheet-too-many-rows")


BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp500"])
def test_no_entities_in_whichever_letters(encoding: str) -> None:
    """trust 4"""
    parts = unpacked(workbook(("Blad1", [["a"], [1]])))
    parts["xl/worksheets/sheet1.xml"] = BOMB.encode(encoding)
    assert words(packed(parts)).startswith("sheet-unsafe")


def test_a_zip_that_grows_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """trust 2"""
    parts = unpacked(workbook(("Blad1", [["a"], [1]])))
    parts["xl/media/image.png"] = b"\0" * 5_000_000
    data = packed(parts)
    assert len(data) < 50_000
    monkeypatch.setattr("course_builder.importing.workbook.LARGEST_UNPACKED", 1_000_000)
    assert words(data).startswith("sheet-unsafe")
    many = {f"{number}.xml": b"<a/>" for number in range(2_001)}
    assert words(packed(many)).startswith("sheet-unsafe")


def test_a_sheet_that_lies_about_its_size() -> None:
    parts = unpacked(workbook(("Blad1", [["a", "b"], [1, 2], [3, 4]])))
    text = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = text.replace(b'<dimension ref="A1:B3"/>', b'<dimension ref="A1:A2"/>')
    assert [row.cells for row in read_sheet(packed(parts), "x").rows] == [("1", "2"), ("3", "4")]
