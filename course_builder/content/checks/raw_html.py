"""HTML written in the text: it is shown as text, so say so where it stands."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.links import position, without_code
from course_builder.content.problems import Code, Problem

TAG = re.compile(r"<(?:/?(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?/?|!--.*?--)>", re.DOTALL)

HTML = Code("raw-html", "error", "HTML går inte att använda: {tag}", "HTML cannot be used: {tag}", "Skriv med Markdown. Ska tecknet visas, skriv \\<", "Write in Markdown. To show the sign, write \\<")  # fmt: skip
LONGEST = 40


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        text = checked.sources[lesson.file].text
        for match in TAG.finditer(without_code(text)):
            if match.start() == 0 or text[match.start() - 1] != "\\":
                yield HTML.at(position(text, match.start(), lesson.file), tag=match[0][:LONGEST])
