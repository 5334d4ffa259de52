"""A lesson laid out for a wall: headings with little below them, one question at a time, and who gives support."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from course_builder.content.blocks import Block
from course_builder.content.blocks.checklist import Checklist
from course_builder.content.blocks.local import Local
from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.blocks.text import Text
from course_builder.content.blocks.timeline import Timeline
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.region import Region
from course_builder.content.render.blocks.timeline import timeline
from course_builder.content.render.paint import Paint
from course_builder.player.hour.pieces import bare
from course_builder.player.hour.question_slides import asked
from course_builder.player.hour.slide import Slide, paged

Place = tuple[str, str]
"""What it is called, and where it is."""
OwnPlaces = Mapping[str, Sequence[Place]]
"""What a unit says of its own, by what a `local` block shows; the region's values stand where it says nothing."""


def lesson_slides(lesson: Lesson, local: OwnPlaces, paint: Paint) -> Iterator[Slide]:
    """A question has the wall to itself; what only somebody alone at a screen can use is left out."""
    title, html = bare(paint.inline(lesson.title)), ""
    for block in lesson.blocks:
        if isinstance(block, ReflectBlock | QuestionBlock):
            yield from paged(title, html)
            html = ""
            yield asked(block.question, paint)
        else:
            html += _html(block, local, paint)
    yield from paged(title, html)


def _html(block: Block, local: OwnPlaces, paint: Paint) -> str:
    if isinstance(block, Text):
        return paint.markdown(block.markdown, block.media)
    if isinstance(block, Local):
        return _local(block, local, paint)
    if isinstance(block, Checklist):
        items = "".join(f"<li>{paint.inline(item.text)}</li>" for item in block.items)
        return f"<h2>{paint.inline(block.title)}</h2><ul>{items}</ul>"
    return timeline(block, 2, paint) if isinstance(block, Timeline) else ""


def _local(block: Local, local: OwnPlaces, paint: Paint) -> str:
    rows = local.get(block.show) or places(block.show, paint.course.region)
    if not rows:
        return ""
    what = paint.words[f"local_{block.show.partition('.')[0]}"]
    title = paint.inline(block.title) if block.title else what
    shown = "".join(f"<li>{_place(place)}</li>" for place in rows)
    return f"<h2>{title}</h2><ul>{shown}</ul>"


def places(show: str, region: Region) -> list[Place]:
    """What the region has filled in; addresses of web pages are no use on a wall."""
    what, _, which = show.partition(".")
    if what == "support":
        found = [(one.title, one.where or "") for one in region.support]
    elif what == "routines":
        chosen = [region.routines[which]] if which in region.routines else []
        routines = chosen if which else list(region.routines.values())
        found = [(one.title or "", one.where or "") for one in routines]
    else:
        found = [(region.portal.name or "", "")]
    return [place for place in found if any(place)]


def _place(place: Place) -> str:
    title, where = (escape(part) for part in place)
    return f"<strong>{title}</strong>{': ' if where else ''}{where}" if title else where
