"""The letter to the portal administrator that lies beside every package: one page, plain text.

Its words stand in `templates/paper/letter.sv.txt` and `letter.en.txt`, one sentence a line. A line may begin with
`[words]` that must all hold (`!word`: must not), and is left out when a `{value}` in it is unknown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

LINE = re.compile(r"(?:\[(?P<when>[^\]]+)\] )?(?P<mark># |- |1\. )?(?P<text>.+)")
VALUE = re.compile(r"\{(\w+)\}")
WIDTH = 78

Kind = Literal["heading", "text", "item", "step"]
KINDS: Mapping[str | None, Kind] = {"# ": "heading", "- ": "item", "1. ": "step", None: "text"}


@dataclass(frozen=True)
class Line:
    kind: Kind
    text: str


@dataclass(frozen=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


def compose(template: str, holds: frozenset[str], values: Mapping[str, str]) -> tuple[Section, ...]:
    """The sections of the letter; the first one's heading is its title."""
    sections: list[Section] = []
    for line in _kept(template, holds, values):
        if line.kind == "heading":
            sections.append(Section(line.text, ()))
        else:
            last = sections[-1]
            sections[-1] = Section(last.heading, (*last.lines, line))
    return tuple(section for section in sections if section.lines)


def _kept(template: str, holds: frozenset[str], values: Mapping[str, str]) -> Iterator[Line]:
    for source in template.splitlines():
        found = LINE.fullmatch(source.rstrip())
        if found is None or not _true(found["when"] or "", holds):
            continue
        if all(values.get(name) for name in VALUE.findall(found["text"])):
            yield Line(KINDS[found["mark"]], found["text"].format_map(values))


def _true(condition: str, holds: frozenset[str]) -> bool:
    return all((word.removeprefix("!") in holds) is not word.startswith("!") for word in condition.split())


def as_text(sections: tuple[Section, ...]) -> str:
    return "\n\n".join("\n".join(_section(section)) for section in sections) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield section.heading.upper()
    number = 0
    for place, line in enumerate(section.lines):
        if place and line.kind == "text":
            yield ""
        number += line.kind == "step"
        mark = {"item": "- ", "step": f"{number}. "}.get(line.kind, "")
        yield from wrap(mark + line.text, WIDTH, subsequent_indent=" " * len(mark), break_long_words=False)
