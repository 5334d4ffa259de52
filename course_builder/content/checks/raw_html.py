"""HTML written in the text: it is shown as text, so say so where it stands."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem
from course_builder.content.sources import Source

TAG = re.compile(r"(?<!\\)<(?:(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?/?>|!--)")

HTML = Code("raw-html", "error", "HTML går inte att använda: {tag}", "HTML cannot be used: {tag}", "Skriv med Markdown. Ska tecknet visas, skriv \\<", "Write in Markdown. To show the sign, write \\<")  # fmt: skip
LONGEST = 40


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        source = checked.sources[lesson.file]
        if "<" in source.prose:
            yield from _tags(source)


def _tags(source: Source) -> Iterator[Problem]:
    """A closing tag is told only when nothing opened it."""
    opened = set()
    for match in TAG.finditer(source.prose):
        if not match["closes"] or match["name"] not in opened:
            yield HTML.at(source.place(match.start()), tag=match[0][:LONGEST])
        opened.add(match["name"])
