"""`local` blocks whose values the region has left empty."""

from collections.abc import Iterator

from course_builder.content.blocks import Local
from course_builder.content.checks.context import Checked
from course_builder.content.models.region import Region
from course_builder.content.problems import Code, Problem

EMPTY = Code("local-empty", "error", "Rutan visar {show}, men region.yaml har inget där.", "The block shows {show}, but region.yaml has nothing there.", "Fyll i det i region.yaml.", "Fill it in in region.yaml.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for lesson in checked.lessons:
        for block in lesson.blocks:
            if isinstance(block, Local) and not _filled(checked.course.region, block.show):
                yield EMPTY.at(block.at("show"), show=block.show)


def _filled(region: Region, show: str) -> bool:
    if show == "support":
        return bool(region.support)
    if show == "portal":
        return bool(region.portal.name and (region.portal.staff or region.portal.external))
    if show == "routines":
        return bool(region.routines)
    routine = region.routines.get(show.removeprefix("routines."))
    return routine is not None and bool(routine.title and routine.where)
