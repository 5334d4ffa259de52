"""A table with a question on each row, as CSV or XLSX."""

from collections.abc import Iterator, Sequence
from functools import partial

from course_builder.content.problems import Place, Problem
from course_builder.importing import told
from course_builder.importing.asking import Asking, collected, taken
from course_builder.importing.imported import Imported, TakenQuestion, nothing
from course_builder.importing.question_columns import Field, columns
from course_builder.importing.question_row import Reader
from course_builder.importing.sheet import SheetError, read_pasted, read_sheets
from course_builder.importing.table import Sheet


def read_question_table(data: bytes, name: str) -> Imported:
    try:
        sheets = read_sheets(data, name)
    except SheetError as no:
        return nothing(no.code.at(Place(name), **no.values))
    return of_sheets(sheets, name)


def pasted_question_table(text: str, name: str) -> Imported:
    """Cells copied from a spreadsheet."""
    try:
        return of_sheets((read_pasted(text, name),), name)
    except SheetError as no:
        return nothing(no.code.at(Place(name), **no.values))


def is_question_table(header: Sequence[str]) -> bool:
    found = columns(header)
    return found.one(Field.ASK) is not None and any(
        True for field in (Field.RIGHT, Field.OPTION, Field.WRONG, Field.KIND) for _ in found.all(field)
    )


def of_sheets(sheets: Sequence[Sheet], name: str) -> Imported:
    """Every sheet that has a column for the question; one that has not may hold instructions."""
    ours = [sheet for sheet in sheets if is_question_table(sheet.header)]
    if not ours:
        return nothing(told.NO_COLUMN.at(Place(name)))
    made = collected((one for sheet in ours for one in _questions(sheet)), name)
    unknown = [
        told.UNKNOWN_COLUMN.at(Place(sheet.name), column=title)
        for sheet in ours
        for title in columns(sheet.header).unknown
    ]
    return Imported(made.questions, problems=[*unknown, *made.problems])


def _questions(sheet: Sheet) -> Iterator[TakenQuestion | Problem]:
    known = columns(sheet.header)
    for row in sheet.rows:
        yield taken(Asking(Place(sheet.name, row.number)), partial(Reader(known, row).made))
