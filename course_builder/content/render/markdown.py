"""Python-Markdown without its raw HTML, made once and used for a whole course."""

from collections.abc import Callable, Mapping

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

from course_builder.content.render.callout import Callout
from course_builder.content.render.links import Links, Sources
from course_builder.content.render.shapes import Shapes

AFTER_INLINE = 5
"""Between `inline` (20), `prettify` (10) and `unescape` (0)."""
FIRST_BLOCK = 175
BLOCK_FORMS = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")


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
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.treeprocessors.register(Links(made, sources), "course-links", AFTER_INLINE)
    return made
