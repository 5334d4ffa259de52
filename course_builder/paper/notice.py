"""The invitation to an APT hour, or its agenda, as a tagged PDF of one or two pages. Imported only when somebody asks for one."""

from collections.abc import Sequence
from typing import Protocol

from course_builder.content.problems import Language
from course_builder.content.tree import Tree
from course_builder.paper.pdf import tagged_pdf
from course_builder.paper.template import filled

TEMPLATE = "paper/notice.html"
WORDS = {
    "sv": {"at": "Tid", "minutes": "Minuter", "what": "Punkt", "how": "Form"},
    "en": {"at": "Time", "minutes": "Minutes", "what": "Item", "how": "Form"},
}


class Line(Protocol):
    @property
    def at(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def how(self) -> str: ...


class Notice(Protocol):
    @property
    def heading(self) -> str: ...
    @property
    def facts(self) -> Sequence[tuple[str, str]]: ...
    @property
    def paragraphs(self) -> Sequence[str]: ...
    @property
    def lines(self) -> Sequence[Line]: ...
    @property
    def last(self) -> Sequence[str]: ...


def notice_pdf(notice: Notice, language: Language, templates: Tree, built: Tree) -> bytes:
    html = filled(TEMPLATE, templates, notice=notice, words=WORDS[language], language=language)
    return tagged_pdf(html, built)
