"""A plain text as a tagged PDF: what can be copied and what is printed are the same words. Imported only when asked for.

The first line of a paragraph is a heading when it ends without a full stop, and the first heading is the title; lines
that begin with "- " are a list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from course_builder.content.problems import Language
from course_builder.content.tree import Tree
from course_builder.paper.pdf import tagged_pdf
from course_builder.paper.template import filled

TEMPLATE = "paper/written.html"
LONGEST_HEADING = 90
"""Characters; a longer line is a paragraph, whatever it ends with."""

ITEM = "- "
ENDS = '.!?:;,…”")'


@dataclass(frozen=True)
class Block:
    kind: Literal["title", "heading", "text", "list"]
    lines: tuple[str, ...]


def blocks(text: str) -> Iterator[Block]:
    """In order. Empty lines stand between paragraphs."""
    titled = False
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        if lines and _is_heading(lines[0]):
            yield Block("heading" if titled else "title", (lines.pop(0),))
            titled = True
        for is_list, group in groupby(lines, key=lambda line: line.startswith(ITEM)):
            kept = tuple(line.removeprefix(ITEM) for line in group)
            yield Block("list" if is_list else "text", kept)


def _is_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and line[-1] not in '.!?:;,”")'


def written_pdf(text: str, about: str, language: Language, templates: Tree, built: Tree) -> bytes:
    """`about` stands at the foot of every page: whose paper it is, and from when."""
    found = list(blocks(text))
    title = next((one.lines[0] for one in found if one.kind == "title"), about)
    html = filled(TEMPLATE, templates, title=title, blocks=found, about=about, language=language)
    return tagged_pdf(html, built)
