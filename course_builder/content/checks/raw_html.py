"""HTML written in the text: it is shown as text, so say so where it stands."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

TAG = re.compile(r"(?<!\\)<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|!--)")

HTML = Code("raw-html", "error", "HTML går inte att använda: {tag}", "HTML cannot be used: {tag}", "Skriv med Markdown. Ska tecknet visas, skriv \\<", "Write in Markdown. To show the sign, write \\<")  # fmt: skip
LONGEST = 40


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        source = checked.sources[lesson.file]
        if "<" in source.prose:
            for match in TAG.finditer(source.prose):
                yield HTML.at(source.place(match.start()), tag=match[0][:LONGEST])
