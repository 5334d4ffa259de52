"""Python-Markdown without its raw HTML, made once and used for a whole course."""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from course_builder.content.render.callout import Callout
from course_builder.content.render.links import Links, Sources
from course_builder.content.render.shapes import Shapes

BEFORE_INLINE, AFTER_INLINE = 25, 5
"""Around `inline` (20) and `prettify` (10), before `unescape` (0)."""
MARKED = re.compile(r"[\[\]*_`<>&\\!]|  \n")
FIRST_BLOCK = 175
BLOCK_FORMS = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")


class Unmarked(Treeprocessor):
    """Text without a mark is left alone: the inline patterns, tried one by one, take most of the time."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not MARKED.search(element.text):
                element.text = AtomicString(element.text)


def lesson_markdown(sources: Sources, anchor: Callable[[str], str], words: Mapping[str, str]) -> Markdown:
    """For whole lessons: tables, footnotes, boxes."""
    footnotes = FootnoteExtension(BACKLINK_TITLE=words["footnote_back"], BACKLINK_TEXT="↩")
    made = Markdown(extensions=[TableExtension(use_align_attribute=True), footnotes])
    made.parser.blockprocessors.register(Callout(made.parser), "callout", FIRST_BLOCK)
    made.treeprocessors.register(Shapes(made, anchor, words["table"]), "shapes", AFTER_INLINE - 1)
    return _safe(made, sources)


def inline_markdown(sources: Sources) -> Markdown:
    """For a sentence or two: emphasis, code and links; `1.` and `#` at a line's start are only text."""
    made = Markdown()
    for name in BLOCK_FORMS:
        made.parser.blockprocessors.deregister(name)
    return _safe(made, sources)


def _safe(made: Markdown, sources: Sources) -> Markdown:
    made.ESCAPED_CHARS = [*made.ESCAPED_CHARS, "<"]
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.treeprocessors.register(Unmarked(made), "unmarked", BEFORE_INLINE)
    made.treeprocessors.register(Links(made, sources), "course-links", AFTER_INLINE)
    return made
