"""Links, pictures, headings and region values, found in the source text so that each has its line and column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course_builder.content.problems import Place

LINK = re.compile(r"(?P<picture>!?)\[(?P<label>(?:[^\[\]\\]|\\.){0,2000})\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
                  r"(?:\s+\"[^\"]*\")?\)")  # fmt: skip
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<title>.*?)\s*#*\s*$")
REGION = re.compile(r"\{(?P<name>region\.[a-z0-9_.]+)\}")
DECORATIVE = "-"
MAX_LINE = 20_000


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


def links(text: str, file: str, line: int = 1) -> Iterator[Link]:
    """Every `[label](target)` and `![alt](target)`; a label may run over a line's end."""
    for match in LINK.finditer(without_code(text)):
        yield Link(
            match["label"], match["target"], position(text, match.start(), file, line), bool(match["picture"])
        )


def headings(text: str, file: str, line: int = 1) -> Iterator[Heading]:
    for number, content in enumerate(without_code(text).splitlines()):
        match = HEADING.match(content) if content.startswith("#") else None
        if match:
            yield Heading(len(match["marks"]), match["title"], Place(file, line + number))


def region_values(text: str, file: str, line: int = 1) -> Iterator[tuple[str, Place]]:
    for match in REGION.finditer(text):
        yield match["name"], position(text, match.start(), file, line)


def position(text: str, offset: int, file: str, line: int = 1) -> Place:
    before = text.rfind("\n", 0, offset) + 1
    return Place(file, line + text.count("\n", 0, offset), offset - before + 1)


def without_code(text: str) -> str:
    """Code spans and fenced code as blanks: nothing in them is a link or a heading."""
    if "`" not in text:
        return text
    blank = lambda match: re.sub(r"[^\n]", " ", match[0])  # noqa: E731 -- one expression, used twice below
    text = re.sub(r"^(`{3,})[^\n`]*\n.*?^\1`*\s*$", blank, text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(?<!`)(`{1,2})(?!`)[^\n]{1,500}?(?<!`)\1(?!`)", blank, text)
