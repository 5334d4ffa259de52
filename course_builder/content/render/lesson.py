"""A lesson: its Markdown rendered as one text, its blocks set in where they stand."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from course_builder.content.blocks import Block
from course_builder.content.blocks.case import Case
from course_builder.content.blocks.checklist import Checklist
from course_builder.content.blocks.download import Download
from course_builder.content.blocks.film import FilmBlock
from course_builder.content.blocks.local import Local
from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.blocks.quiz import QuizBlock
from course_builder.content.blocks.text import Text
from course_builder.content.blocks.timeline import Timeline
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.render.blocks import (
    case,
    checklist,
    download,
    local,
    practice,
    reflect,
    timeline,
)
from course_builder.content.render.film import film_alone, film_discussion
from course_builder.content.render.lines import marked, starts
from course_builder.content.render.paint import Paint
from course_builder.content.render.quiz import quiz_in_lesson

OPEN, CLOSE = "\ue000", "\ue001"
"""Around a block's number while Markdown works; taken out of the author's text first."""
SLOT = re.compile(f'<p(?: data-line="\\d+")?>{OPEN}(\\d+){CLOSE}</p>')
PRIVATE = re.compile(f"[{OPEN}{CLOSE}]")
SECTION = re.compile(r"^## ", re.MULTILINE)


def lesson(content: Lesson, paint: Paint) -> str:
    """The lesson's body, without its title."""
    pieces: list[str] = []
    lines: list[int] = []
    media: dict[str, Any] = {}
    made: list[str] = []
    level = 2
    for block in content.blocks:
        if isinstance(block, Text):
            pieces.append(PRIVATE.sub("", block.markdown))
            media |= block.media
            level = 3 if SECTION.search(block.markdown) else level
        else:
            pieces.append(f"{OPEN}{len(made)}{CLOSE}")
            made.append(_shown(block, level, paint))
        lines.append(_line(block))
    html = paint.markdown("\n\n".join(pieces), media, starts(pieces, lines) if paint.lined else ())
    return SLOT.sub(lambda match: made[int(match[1])], html)


def _line(block: Block) -> int:
    return block.line if isinstance(block, Text) else block.place.line


def _shown(block: Block, level: int, paint: Paint) -> str:
    html = _block(block, level, paint)
    return marked(html, _line(block)) if paint.lined else html


def _block(block: Block, level: int, paint: Paint) -> str:
    if isinstance(block, QuizBlock):
        shared = paint.course.shared.get(block.use)
        return quiz_in_lesson(shared, level, paint) if isinstance(shared, Quiz) else ""
    if isinstance(block, FilmBlock):
        return _film(block, level, paint)
    return BLOCKS[type(block)](block, level, paint)


def _film(block: FilmBlock, level: int, paint: Paint) -> str:
    language = paint.course.language
    if block.film is not None:
        title = block.film.title or paint.words["film"]
        return film_alone(block.film, block.key, title, level, language, paint)
    shared = paint.course.shared.get(block.use or "")
    if not isinstance(shared, FilmDiscussion):
        return ""
    heading = f'<h{level} id="{paint.anchor(shared.key)}">{paint.inline(shared.title)}</h{level}>'
    return heading + film_discussion(shared, level + 1, language, paint)


BLOCKS: Mapping[type, Callable[[Any, int, Paint], str]] = {
    Case: case.case,
    Checklist: checklist.checklist,
    Timeline: timeline.timeline,
    Download: download.download,
    Local: local.local,
    QuestionBlock: practice.practice,
    ReflectBlock: reflect.reflect,
}
