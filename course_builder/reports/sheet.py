"""Lists to take away, as CSV and XLSX. What people have written is text in them, never a formula."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO

from xlsxwriter import Workbook

Cell = str | int | float | date | None
TRIGGERS = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
BLANKS = "".join(map(chr, (*range(33), 0x7F, 0xA0, 0x200B, 0x2060, 0xFEFF)))
WIDEST = 60
"""Characters a column is at most drawn with."""
SHEET_NAME = 31
"""Characters that a spreadsheet takes for a name, none of them `[]:*?/\\`."""
FORBIDDEN = str.maketrans("[]:*?/\\", "       ")


@dataclass(frozen=True)
class Sheet:
    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a mark and semicolons, which a Swedish spreadsheet opens as it is."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(_plain(cell) for cell in sheet.header)
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    """Every text is a typed text and every number a number; nothing becomes a formula or a link."""
    file = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, settings) as book:
        paper = book.add_worksheet(sheet.title.translate(FORBIDDEN).strip("' ")[:SHEET_NAME] or None)
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        paper.write_row(0, 0, sheet.header, book.add_format({"bold": True}))
        paper.freeze_panes(1, 0)
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    paper.write_datetime(number, column, cell, days)
                elif isinstance(cell, str):
                    paper.write_string(number, column, cell)
                elif cell is not None:
                    paper.write_number(number, column, cell)
        for column, width in enumerate(_widths(sheet)):
            paper.set_column(column, column, width)
    return file.getvalue()


def _plain(cell: Cell) -> str | int | float:
    """As CSV holds it: a text that a spreadsheet would calculate gets an apostrophe before it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "")
    return "'" + text if text.lstrip(BLANKS).startswith(TRIGGERS) or (text[:1] in "\t\r\n" and text) else text


def _widths(sheet: Sheet) -> Iterable[int]:
    for column, title in enumerate(sheet.header):
        longest = max((len(str(row[column] or "")) for row in sheet.rows[:200]), default=0)
        yield min(max(len(title), longest, 8) + 2, WIDEST)
