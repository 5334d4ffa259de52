"""A list pasted from a mail or a spreadsheet: with headings or without."""

from course_builder.importing.sheet import Sheet, read_pasted
from course_builder.portal.columns import HEADINGS, plain
from course_builder.portal.dates import day

NAME = "inklistrad lista"
COLUMN = "Kolumn"
SEPARATORS = ("\t", ";", ",")
KNOWN = frozenset(heading for headings in HEADINGS.values() for heading in headings)


def sheet(text: str) -> Sheet:
    """Lines as rows. A first line that is data gets headings of its own. Raises SheetError."""
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and _is_data(lines[0]):
        separator = _separator(lines[0])
        widest = max(line.count(separator) for line in lines) + 1
        lines.insert(0, separator.join(f"{COLUMN} {number + 1}" for number in range(widest)))
    return read_pasted("\n".join(lines), NAME)


def _separator(line: str) -> str:
    return max(SEPARATORS, key=line.count)


def _is_data(line: str) -> bool:
    cells = [cell.strip().strip('"') for cell in line.split(_separator(line))]
    if any(plain(cell) in KNOWN for cell in cells):
        return False
    return len(cells) == 1 or any("@" in cell or day(cell) is not None for cell in cells)
