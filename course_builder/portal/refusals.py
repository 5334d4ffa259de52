"""Lists that are not even read: nothing of them is stored."""

import re

from course_builder.importing.sheet import Sheet
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused

NAMES = frozenset(
    {"personnummer", "personnr", "persnr", "pnr", "födelsenummer", "födelsedata", "samordningsnummer", "ssn"}
)
WORD = re.compile(r"[^\W\d_]+")


def check(sheet: Sheet) -> None:
    """Raises Refused for a list without rows, or with personnummer anywhere in it."""
    if not sheet.rows:
        raise Refused("Listan har inga rader under rubrikerna.", "The list has no rows under its headings.")
    for number, heading in enumerate(sheet.header):
        if NAMES & set(WORD.findall(heading.casefold().replace(".", ""))) or looks_like(heading):
            _refuse(number + 1, 1)
    for row in sheet.rows:
        for number, cell in enumerate(row.cells):
            if looks_like(cell):
                _refuse(number + 1, row.number)


def _refuse(column: int, row: int) -> None:
    raise Refused(
        f"Kolumn {column} ser ut att innehålla personnummer (rad {row}). De sparas aldrig här. Ta bort dem ur listan och läs in den "
        "igen: personer känns igen på anställnings-id eller e-post i tjänsten. Inget ur listan är sparat.",
        f"Column {column} seems to hold personal identity numbers (row {row}). They are never stored here. Take them out of the list and "
        "bring it again: people are recognised by employee id or work address. Nothing of the list is stored.",
    )
