"""Pictures stand in a lesson's own text: in a block, a quiz or a film discussion they would not be shown."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

MISPLACED = Code("picture-misplaced", "error", "Bilden visas inte här.", "The picture is not shown here.", "Flytta den till avsnittets egen text, utanför inslaget.", "Move it to the lesson's own text, outside the block.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for source in checked.read_by_people:
        shown = source.prose.splitlines() if source.is_lesson else ()
        for link in source.links:
            if link.picture and not (shown and shown[link.place.line - 1].strip()):
                yield MISPLACED.at(link.place)
