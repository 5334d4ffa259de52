"""A table as rows of text, under caps, and the words for what cannot be one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from unicodedata import category, normalize

from course_builder.content.problems import Code, Language
from course_builder.importing import heading_row

LARGEST = 20_000_000
"""Bytes of the file."""
MOST_ROWS = 250_000
MOST_COLUMNS = 100
LONGEST_CELL = 2_000
"""Characters."""

EMPTY = Code("sheet-empty", "error", "Filen {name} har inga rader under rubrikraden.", "{name} has no rows below the heading row.")  # fmt: skip
TOO_LARGE = Code(
    "sheet-too-large",
    "error",
    "Filen {name} är för stor: högst {most} MB går att läsa. Dela den i flera.",
    "{name} is too large: at most {most} MB can be read. Split it.",
)
TOO_MANY_ROWS = Code(
    "sheet-too-many-rows",
    "error",
    "Filen {name} har fler än {most} rader. Dela den i flera.",
    "{name} has more than {most} rows. Split it.",
)
TOO_MANY_COLUMNS = Code(
    "sheet-too-many-columns",
    "error",
    "Rad {row} i {name} har fler än {most} kolumner. Ta bort kolumner som inte behövs.",
    "Row {row} of {name} has more than {most} columns. Remove those that are not needed.",
)
LONG_CELL = Code(
    "sheet-long-cell",
    "error",
    "Kolumn {column} på rad {row} i {name} har fler än {most} tecken. Korta cellen eller ta bort kolumnen.",
    "Column {column} on row {row} of {name} has more than {most} characters. Shorten the cell or remove the column.",
)


class SheetError(Exception):
    """The file cannot be read; the words say why and the way out."""

    def __init__(self, code: Code, name: str, **values: object) -> None:
        self.code, self.values = code, {"name": name, **{key: str(value) for key, value in values.items()}}
        super().__init__(self.words("en"))

    def words(self, language: Language) -> str:
        return (self.code.sv if language == "sv" else self.code.en).format_map(self.values)


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is the line's in the file, as a person counts. At least as many cells as the header has; more when
    somebody typed beyond it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the file's, and of a workbook the sheet's too."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def of_rows(name: str, rows: Iterable[tuple[int, Iterable[str]]]) -> Sheet:
    """A sheet of numbered rows; what stands above the headings is left out. Raises SheetError."""
    filled = _filled(name, rows)
    first = list(islice(filled, heading_row.LOOKED_AT))
    if not first:
        raise SheetError(EMPTY, name)
    at = heading_row.place([row.cells for row in first])
    header = _distinct(first[at].cells)
    body: list[Row] = []
    for row in chain(first[at + 1 :], filled):
        if len(body) == MOST_ROWS:
            raise SheetError(TOO_MANY_ROWS, name, most=MOST_ROWS)
        body.append(Row(row.number, row.cells + ("",) * (len(header) - len(row.cells))))
    if not body:
        raise SheetError(EMPTY, name)
    return Sheet(name, header, tuple(body))


def _filled(name: str, rows: Iterable[tuple[int, Iterable[str]]]) -> Iterator[Row]:
    """Rows that hold something, without empty cells at their ends."""
    for number, cells in rows:
        cleaned = [_clean(name, number, column, cell) for column, cell in enumerate(cells, 1)]
        while cleaned and not cleaned[-1]:
            cleaned.pop()
        if len(cleaned) > MOST_COLUMNS:
            raise SheetError(TOO_MANY_COLUMNS, name, row=number, most=MOST_COLUMNS)
        if cleaned:
            yield Row(number, tuple(cleaned))


def _clean(name: str, number: int, column: int, cell: str) -> str:
    """One line of composed letters: a name is the same however a spreadsheet wrote it."""
    if len(cell) > LONGEST_CELL:
        raise SheetError(LONG_CELL, name, row=number, column=column, most=LONGEST_CELL)
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    kept = (" " if category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign for sign in cell)
    return " ".join(normalize("NFC", "".join(sign for sign in kept if category(sign) != "Cf")).split())


def _distinct(header: tuple[str, ...]) -> tuple[str, ...]:
    """Two columns of one name become "Namn" and "Namn (2)", so that a mapping can tell them apart."""
    seen: dict[str, int] = {}
    names = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 or not name else f"{name} ({seen[name]})")
    return tuple(names)
