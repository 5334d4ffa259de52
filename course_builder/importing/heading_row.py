"""Which row of a table holds the headings: reports begin with a title and a date, workbooks with merged cells."""

from collections.abc import Sequence

LOOKED_AT = 15
"""Rows with something in them."""
FEW = 2
"""Cells: a title, or "Uttagen" and a day. A table has more columns than that when something stands above it."""

LONGEST = 60
"""Characters of a heading."""


def place(rows: Sequence[Sequence[str]]) -> int:
    """The place of the headings among a table's first rows: the first row, unless a much wider one reads like them."""
    first = _filled(rows[0]) if rows else 0
    if first > FEW:
        return 0
    wide = max(FEW + 1, 2 * first)
    return next((at for at, row in enumerate(rows) if _filled(row) >= wide and _reads_like_headings(row)), 0)


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _reads_like_headings(row: Sequence[str]) -> bool:
    """Words, none of them twice: data holds addresses, days and numbers."""
    given = [cell for cell in row if cell]
    words = (cell[0].isalpha() and "@" not in cell and len(cell) <= LONGEST for cell in given)
    return all(words) and len(set(given)) == len(given)
