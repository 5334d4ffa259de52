"""XLSX, which is a zip of XML: looked at before it is opened, read a row at a time."""

import io
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from course_builder.content.problems import Code
from course_builder.importing.table import MOST_COLUMNS, Sheet, SheetError, of_rows

LARGEST_UNPACKED = 300_000_000
"""Bytes of all parts together."""
MOST_PARTS = 2_000
MOST_EMPTY = 1_100_000
"""Rows a sheet can have; what lies between two written ones is counted too."""
BROKEN = Code(
    "sheet-broken",
    "error",
    "Kalkylarket {name} går inte att öppna. Öppna det i kalkylprogrammet och spara det på nytt som XLSX eller CSV.",
    "The spreadsheet {name} cannot be opened. Open it in your spreadsheet program and save it again as XLSX or CSV.",
)
UNSAFE = Code(
    "sheet-unsafe",
    "error",
    "Kalkylarket {name} är packat på ett sätt som vi inte öppnar. Spara det på nytt, eller spara det som CSV.",
    "The spreadsheet {name} is packed in a way we do not open. Save it again, or save it as CSV.",
)
OLD = Code(
    "sheet-old",
    "error",
    "{name} är ett äldre eller låst kalkylark. Spara det som XLSX utan lösenord, eller som CSV.",
    "{name} is an older or locked spreadsheet. Save it as XLSX without a password, or as CSV.",
)


def read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Every visible sheet that has rows. Raises SheetError when none has, or when the file is not sound."""
    _look(data, name)
    try:
        sheets = tuple(_sheets(data, name))
    except SheetError:
        raise
    except Exception as error:  # whatever a library stumbles on in a stranger's file, it cannot be read
        raise SheetError(BROKEN, name) from error
    if not sheets:
        raise SheetError(BROKEN, name)
    return sheets


def _look(data: bytes, name: str) -> None:
    """Sizes as they are, not as the zip says; and no XML that declares entities."""
    left = LARGEST_UNPACKED
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise SheetError(UNSAFE, name)
            for part in archive.infolist():
                left -= _looked(archive, part.filename, left, name)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, LookupError, NotImplementedError) as error:  # fmt: skip
        raise SheetError(BROKEN, name) from error


def _looked(archive: ZipFile, part: str, left: int, name: str) -> int:
    """How large the part is. An XML part begins with < and has no DOCTYPE, in whichever letters it is written."""
    is_xml = part.lower().endswith((".xml", ".rels", ".vml"))
    size, tail = 0, b""
    with archive.open(part) as file:
        while chunk := file.read(1 << 20):
            size += len(chunk)
            plain = (tail + chunk).replace(b"\0", b"") if is_xml else b""
            if size > left or (is_xml and (b"<!DOCTYPE" in plain or b"<!ENTITY" in plain)):
                raise SheetError(UNSAFE, name)
            if (
                is_xml
                and size == len(chunk)
                and not plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
            ):
                raise SheetError(UNSAFE, name)
            tail = plain[-20:]
    return size


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        several = len(book.worksheets) > 1
        for number, sheet in enumerate(book.worksheets):
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()  # what the file says of its size may be wrong
            rows = _rows(sheet, name)
            try:
                yield of_rows(f"{name}, {sheet.title}" if several else name, rows)
            except SheetError as error:
                if error.code.name != "sheet-empty" or (number == 0 and not several):
                    raise
    finally:
        book.close()


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1), 1):
        if number > MOST_EMPTY:
            raise SheetError(BROKEN, name)
        yield number, [_text(value) for value in row]


def _text(value: object) -> str:
    """A number as a person would type it, a day as 2026-11-21."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    return str(value)
