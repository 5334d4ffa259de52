"""The letter to the portal administrator as a PDF. Imported only when somebody asks for one."""

from collections.abc import Sequence
from typing import Protocol

from course_builder.content.problems import Language
from course_builder.content.tree import Tree
from course_builder.paper.pdf import tagged_pdf
from course_builder.paper.template import filled

TEMPLATE = "paper/letter.html"


class Line(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


class Section(Protocol):
    @property
    def heading(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...


def letter_pdf(sections: Sequence[Section], language: Language, templates: Tree, built: Tree) -> bytes:
    """One A4 page; the first section is the head of the letter."""
    html = filled(TEMPLATE, templates, head=sections[0], sections=sections[1:], language=language)
    return tagged_pdf(html, built)
