"""Links, pictures, headings and region values, found in the source text so that each has its line and column."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from course_builder.content.problems import Place

LINK = re.compile(r"(?<!\\)(?P<picture>!?)\[(?P<label>(?:[^\[\]\\]|\\.){0,2000})\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
                  r"(?:\s{1,9}\"[^\"]*\")?\)")  # fmt: skip
REGION = re.compile(r"\{(?P<name>region\.[^{}\s]*)\}")
CODE = re.compile(r"(?<!`)`(?!`)[^`\n]*`(?!`)|(?<!`)``(?!`)(?:[^`\n]|`(?!`))*``(?!`)")
UNREAD = re.compile(r"(?<!\\)\[[^\[\]\n]*\]\(|(?<!\\)\]\(")
REFERENCE = re.compile(r"^ {0,3}(\[[^\]^\n][^\]\n]*\]:)[ \t]", re.MULTILINE)
DECORATIVE = "-"
MOST_BRACKETS = 300
"""In one text, beside those of its links."""

Where = Callable[[int], Place]
"""From an offset in the text to its place in the file."""


@dataclass(frozen=True)
class Link:
    label: str
    target: str
    place: Place
    picture: bool


@dataclass(frozen=True)
class Heading:
    level: int
    title: str
    place: Place


def links(text: str, where: Where) -> Iterator[Link]:
    """Every `[label](target)` and `![alt](target)`; a label may run over a line's end."""
    if "](" in text:
        for match in LINK.finditer(text):
            yield Link(match["label"], match["target"], where(match.start()), match["picture"] == "!")


def unread_links(text: str, where: Where) -> Iterator[Place]:
    """Where something is written as a link but cannot be read as one."""
    if "](" in text:
        yield from (where(match.start()) for match in UNREAD.finditer(without_links(text)))


def reference_links(text: str, where: Where) -> Iterator[Place]:
    """Where an address is given apart from its link, `[name]: address`; a footnote is not one."""
    if "]:" in text:
        yield from (where(match.start(1)) for match in REFERENCE.finditer(text))


def headings(lines: Sequence[str], file: str) -> Iterator[Heading]:
    """`# Title`, and a first line of a paragraph with `===` or `---` under it."""
    for number, line in enumerate(lines):
        if line.startswith("#"):
            level = min(6, len(line) - len(line.lstrip("#")))
            yield Heading(level, line[level:].strip().rstrip("#").rstrip(), Place(file, number + 1))
        elif line.startswith(("=", "-")) and _underlines(lines, number):
            yield Heading(1 if line[0] == "=" else 2, lines[number - 1].strip(), Place(file, number))


def _underlines(lines: Sequence[str], number: int) -> bool:
    line = lines[number].rstrip()
    if line.strip(line[0]) or number == 0:
        return False
    above, before = lines[number - 1], lines[number - 2] if number > 1 else ""
    return bool(above.strip()) and not above.startswith("#") and not before.strip()


def region_values(text: str, where: Where) -> Iterator[tuple[str, Place]]:
    if "{region." in text:
        for match in REGION.finditer(text):
            yield match["name"].removeprefix("region."), where(match.start())


def without_links(text: str) -> str:
    """Links as blanks."""
    return LINK.sub(lambda match: " " * len(match[0]), text) if "](" in text else text


def without_code(text: str) -> str:
    """Code spans as blanks: nothing in them is a link."""
    return CODE.sub(lambda match: " " * len(match[0]), text) if "`" in text else text
