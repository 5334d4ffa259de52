"""Headings in order, one title a lesson, none that is only bold text (WCAG 1.3.1, 2.4.6)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Place, Problem

BOLD_LINE = re.compile(r"^(\*\*|__)[^*_]{2,80}\1\s*:?\s*$")

SKIPS = Code("heading-skips", "error", "Rubriken hoppar från nivå {above} till {level}.", "The heading jumps from level {above} to {level}.", "Skriv {marks} i stället.", "Write {marks} instead.")  # fmt: skip
SECOND = Code("heading-second-title", "warning", "Avsnittet har två rubriker på högsta nivån.", "The lesson has two top-level headings.", "Skriv ## för den andra, eller dela avsnittet.", "Write ## for the second, or split the lesson.")  # fmt: skip
EMPTY = Code("heading-empty", "error", "Rubriken är tom.", "The heading is empty.", "Skriv en rubrik, eller ta bort raden.", "Write a heading, or remove the line.")  # fmt: skip
BOLD = Code("heading-bold", "warning", "Raden ser ut som en rubrik men är bara fet text.", "The line looks like a heading but is only bold text.", "Skriv ## före den.", "Write ## before it.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        source = checked.sources[lesson.file]
        found = source.headings
        yield from (SECOND.at(heading.place) for heading in [h for h in found if h.level == 1][1:])
        for above, heading in pairwise(found):
            if heading.level > above.level + 1:
                yield SKIPS.at(
                    heading.place, above=above.level, level=heading.level, marks="#" * (above.level + 1)
                )
        yield from (EMPTY.at(heading.place) for heading in found if not heading.title)
        yield from _bold(source.lines, source.file)


def _bold(lines: Sequence[str], file: str) -> Iterator[Problem]:
    around = ["", *lines, ""]
    for number, (before, line, after) in enumerate(zip(around[:-2], lines, around[2:], strict=True), 1):
        if BOLD_LINE.match(line) and not before.strip() and not after.strip():
            yield BOLD.at(Place(file, number))
