"""Files and pasted text that somebody sends us, as sheets. What cannot be read is a SheetError, never anything else."""

from course_builder.content.problems import Code
from course_builder.importing.beginning import begins
from course_builder.importing.csv_text import read_csv, read_text
from course_builder.importing.table import LARGEST, TOO_LARGE, Row, Sheet, SheetError

__all__ = ["Row", "Sheet", "SheetError", "read_pasted", "read_sheet", "read_sheets"]

NO_SHEET = Code(
    "sheet-other-file",
    "error",
    "{name} är en webbsida eller ett dokument, vad den än heter. Öppna den i kalkylprogrammet och spara den som XLSX.",
    "{name} is a web page or a document, whatever it is called. Open it in your spreadsheet program and save it as XLSX.",
)
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""What XLSX and the older XLS begin with; the name of a file says nothing."""


def read_sheet(data: bytes, name: str) -> Sheet:
    """The first sheet that has rows."""
    return read_sheets(data, name)[0]


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """At least one: every visible sheet of a workbook that has rows, or the one of a CSV."""
    if len(data) > LARGEST:
        raise SheetError(TOO_LARGE, name, most=LARGEST // 1_000_000)
    if data.startswith((ZIP, OLE)):
        from course_builder.importing.workbook import OLD, read_workbook  # noqa: PLC0415 -- slow import, and most lists are CSV

        if data.startswith(OLE):
            raise SheetError(OLD, name)
        return read_workbook(data, name)
    if begins(data, b"<", b"%PDF-"):
        raise SheetError(NO_SHEET, name)
    return (read_csv(data, name),)


def read_pasted(text: str, name: str) -> Sheet:
    """`name` is what messages call it."""
    return read_text(text, name)
