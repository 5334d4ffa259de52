"""Turns a course's texts into safe HTML. One Paint a build: it keeps its Markdown, and knows what was cited where."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from html import escape

from markdown import Markdown

from course_builder.content import plain as marks
from course_builder.content.course import Course
from course_builder.content.media import Media
from course_builder.content.render.cards import Scope, card, name
from course_builder.content.render.clean import clean
from course_builder.content.render.code import indented
from course_builder.content.render.footnotes import own_ids
from course_builder.content.render.icon import icon
from course_builder.content.render.lines import LineMarks, Starts
from course_builder.content.render.lines import add_to as with_lines
from course_builder.content.render.links import Cited, Sources
from course_builder.content.render.markdown import inline_markdown, lesson_markdown
from course_builder.content.render.regional import regional

MARKED = re.compile(r"[\[\]*_`<>&\\]|  \n")
NO_MEDIA: Mapping[str, Media] = {}


class Paint:
    """`sealed`: for a page whose questions are marked elsewhere, so that nothing on it tells what is right.

    `lined`: what it shows tells which line of the source it comes from.
    """

    def __init__(
        self, course: Course, words: Mapping[str, str], sealed: bool = False, lined: bool = False
    ) -> None:
        self.course, self.words, self.sealed, self.lined = course, words, sealed, lined
        self.levels: dict[str, int] = {}
        """Of the questions of each quiz painted so far, by the quiz's key."""
        self._scopes = [Scope("c")]
        self._sources = Sources(self._cite, words["in_new_tab"], self.anchor)

    @cached_property
    def _inline(self) -> Markdown:
        return inline_markdown(self._sources)

    @cached_property
    def _lesson(self) -> Markdown:
        return lesson_markdown(self._sources, self.anchor, self.words)

    @cached_property
    def _marks(self) -> LineMarks:
        return with_lines(self._lesson)

    def inline(self, text: str) -> str:
        """A sentence or two."""
        text = self._regional(text)
        if not MARKED.search(text):
            return escape(text.strip()).replace("\n", " ")
        html = self._inline.reset().convert(text)
        return clean(html.removeprefix("<p>").removesuffix("</p>").replace("</p>\n<p>", "<br><br>"))

    def markdown(self, text: str, media: Mapping[str, Media] = NO_MEDIA, starts: Starts = ()) -> str:
        """Whole paragraphs, lists, tables, boxes. `starts`: where the lines of the text stand in their file."""
        self._sources.media = media
        if self.lined:
            self._marks.starts = starts
        html = self._lesson.reset().convert(indented(self._regional(text)))
        return own_ids(clean(html, lined=self.lined), self.anchor)

    def plain(self, text: str) -> str:
        """Without marks, for an attribute or a portal's log."""
        return marks.plain(self._regional(text))

    def icon(self, name: str) -> str:
        return icon(name)

    def _regional(self, text: str) -> str:
        return regional(text, self.course.region, self.words["not_filled_in"])

    def anchor(self, text: str) -> str:
        """An id of the place being painted: many parts share one page."""
        return f"{self._scopes[-1].prefix}-{text}"

    @contextmanager
    def scope(self, prefix: str) -> Iterator[Scope]:
        """Citations inside are collected here and not around."""
        made = Scope(prefix)
        self._scopes.append(made)
        try:
            yield made
        finally:
            self._scopes.pop()

    def _cite(self, reference: str) -> Cited | None:
        said = name(self.course, reference, self.words)
        if said is None:
            return None
        scope = self._scopes[-1]
        first = reference not in scope.cited
        scope.cited[reference] = None
        return Cited(f"#{scope.card_id(reference)}", said, scope.link_id(reference) if first else None)

    def cards(self, scope: Scope) -> str:
        """One card for everything cited in the scope; a card may cite in its turn."""
        made: list[str] = []
        self._scopes.append(scope)
        while len(made) < len(scope.cited):
            reference = list(scope.cited)[len(made)]
            made.append(card(self.course, reference, scope, self.words, self.inline))
        self._scopes.pop()
        return "".join(made)
