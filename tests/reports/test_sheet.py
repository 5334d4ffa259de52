"""Lists to take away hold what people wrote, and no spreadsheet calculates it (trust 17)."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from course_builder.reports.sheet import Sheet, as_csv, as_xlsx

HOSTILE = (
    '=cmd|"/c calc"!A1', "+46 70 123", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1", " =1+1", "\u00a0=1", "\ufeff=1",
    "＝1+1", "＋1", "－1", "＠x", "|x", "%0A=1", '=HYPERLINK("https://example.org")', "\u200b@x",
)  # fmt: skip
PLAIN = (
    "Åsa Öberg",
    "a;b",
    'sa "hej"',
    "två\nrader",
    "3-5 år",
    "",
    "anna@example.org",
    "Barn- och ungdom",
    "https://example.org",
)


def rows_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_is_text_in_both(text: str) -> None:
    sheet = Sheet("Lista", ("Namn", text), [(text, 1)])
    header, row = rows_of(as_csv(sheet))
    assert (header[1], row[0]) == ("'" + text, "'" + text)
    paper = load_workbook(BytesIO(as_xlsx(sheet)))["Lista"]
    for cell in (paper["A2"], paper["B1"]):
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        assert cell.value == text.replace("\r", "_x000D_") or cell.value == text


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_as_it_was(text: str) -> None:
    sheet = Sheet("Lista", ("Namn",), [(text,)])
    assert rows_of(as_csv(sheet))[1] == [text]
    assert (load_workbook(BytesIO(as_xlsx(sheet)))["Lista"]["A2"].value or "") == text


def test_numbers_and_days_are_kept_as_such() -> None:
    sheet = Sheet("Lista", ("a", "b", "c", "d"), [(-3, 0.5, date(2026, 3, 14), None)])
    assert rows_of(as_csv(sheet))[1] == ["-3", "0.5", "2026-03-14", ""]
    paper = load_workbook(BytesIO(as_xlsx(sheet)))["Lista"]
    assert [cell.value for cell in paper[2]][:2] == [-3, 0.5]
    assert paper["C2"].value.date() == date(2026, 3, 14)
    assert paper["D2"].value is None


@pytest.mark.parametrize(
    "title", ["Enheter/avdelningar: [allt]?", "'x'", "", "En lista som har ett mycket långt namn"]
)
def test_a_sheet_may_be_called_anything(title: str) -> None:
    book = load_workbook(BytesIO(as_xlsx(Sheet(title, ("a",), []))))
    assert len(book.sheetnames) == 1
