"""CSV as Swedish spreadsheets write it: which letters, which separator, and a row at a time."""

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO

from course_builder.content.problems import Code
from course_builder.importing.heading_row import LOOKED_AT
from course_builder.importing.table import LARGEST, LONGEST_CELL, Sheet, SheetError, of_rows

NO_TEXT = Code(
    "sheet-no-text",
    "error",
    "Filen {name} är varken ett kalkylark (XLSX) eller text (CSV). Spara listan som en av dem.",
    "{name} is neither a spreadsheet (XLSX) nor text (CSV). Save the list as one of them.",
)
MIXED = Code(
    "sheet-mixed-letters",
    "error",
    "Bokstäverna i {name} är sparade på två sätt, så å, ä och ö går inte att läsa säkert. Spara om listan som CSV UTF-8.",
    "The letters of {name} are saved in two ways, so å, ä and ö cannot be read safely. Save the list again as CSV UTF-8.",
)
BAD_ROW = Code(
    "sheet-bad-row",
    "error",
    "Rad {row} i {name} går inte att läsa. Se efter om ett citattecken saknas.",
    "Row {row} of {name} cannot be read. See whether a quotation mark is missing.",
)
LONG_CELL = Code(
    "sheet-long-cell",
    "error",
    "En cell på rad {row} i {name} är orimligt lång. Se efter om ett citattecken saknas, eller korta cellen.",
    "A cell on row {row} of {name} is unreasonably long. See whether a quotation mark is missing, or shorten the cell.",
)
SEPARATORS = ";,\t"
_TWICE = re.compile("Ã[¥¤¶©…„–]|Â[ \xa0]|ï¿½|\ufffd")
"""What å, ä and ö become when UTF-8 is read as Windows-1252."""


def read_csv(data: bytes, name: str) -> Sheet:
    """UTF-8 with or without a mark at its beginning, UTF-16 with one, else Windows-1252. Raises SheetError."""
    return read_text(_decoded(data, name), name)


def read_text(text: str, name: str) -> Sheet:
    """Also for what somebody pastes: cells copied from a spreadsheet have tabs between them."""
    if len(text) > LARGEST:
        raise SheetError(NO_TEXT, name)
    separator, text, before = _separator(text)
    return of_rows(name, _rows(text, name, separator, before))


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _tried(data, name, "utf-16")
    if b"\0" in data:
        raise SheetError(NO_TEXT, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _tried(data, name, "cp1252")
    if _TWICE.search(text):
        raise SheetError(MIXED, name)
    return text


def _tried(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SheetError(NO_TEXT, name) from error
    if "\0" in text:
        raise SheetError(NO_TEXT, name)
    return text


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text after the line in which Excel may say it (`sep=;`), and how many lines that took."""
    told = re.match(r"(?:\"?sep=(.)\"?)\r?\n", text)
    if told and told[1] in SEPARATORS:
        return told[1], text[told.end() :], 1
    start = text.lstrip("\r\n")[: LONGEST_CELL * 10]
    lines = [re.sub(r'"[^"]*"', "", line) for line in start.splitlines()[:LOOKED_AT]] or [""]
    # A title above the table has none, or a comma in its sentence.
    line = next((line for line in lines if max(map(line.count, SEPARATORS)) > 1), lines[0])
    return max(SEPARATORS, key=line.count), text, 0


def _rows(text: str, name: str, separator: str, before: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            code = LONG_CELL if "field limit" in str(error) else BAD_ROW
            raise SheetError(code, name, row=start + before) from error
        if row is None:
            return
        yield start + before, row
        start = reader.line_num + 1
