"""`/// note | Rubrik` blocks: of a known kind, and closed."""

import re
from collections.abc import Iterator, Sequence

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Place, Problem

KINDS = ("note", "important")
OPEN = re.compile(r"^ {0,3}/{3,}\s*(?P<kind>[\w-]+)\s*(?:\|.*)?$")
CLOSE = re.compile(r"^ {0,3}/{3,}\s*$")

UNKNOWN = Code("callout-unknown", "error", "Det finns ingen ruta som heter {kind}.", "There is no callout called {kind}.", "Välj bland: {known}.", "Choose from: {known}.")  # fmt: skip
UNCLOSED = Code("callout-open", "error", "Rutan avslutas aldrig.", "The callout is never closed.", "Skriv /// på en egen rad efter den.", "Write /// on a line of its own after it.")  # fmt: skip
LONE = Code("callout-lone", "error", "Här avslutas en ruta som aldrig började.", "A callout that never began is closed here.", "Ta bort raden, eller skriv /// note | Rubrik före texten.", "Remove the line, or write /// note | Title before the text.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        yield from _callouts(checked.sources[lesson.file].lines, lesson.file)


def _callouts(lines: Sequence[str], file: str) -> Iterator[Problem]:
    opened: Place | None = None
    for number, line in enumerate(lines, 1):
        if not line.lstrip().startswith("///"):
            continue
        place = Place(file, number)
        opening = OPEN.match(line)
        if opening:
            if opened:
                yield UNCLOSED.at(opened)
            opened = place
            if opening["kind"] not in KINDS:
                yield UNKNOWN.at(place, kind=opening["kind"], known=", ".join(KINDS))
        elif CLOSE.match(line):
            if not opened:
                yield LONE.at(place)
            opened = None
    if opened:
        yield UNCLOSED.at(opened)
