"""Values of the invented region that comes along, in a course that is not the one it came with."""

from collections.abc import Iterator

from course_builder.content.blocks import Local
from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

INVENTED = Code("region-example", "warning", "Kursen visar värden från den påhittade regionen {name}.", "The course shows values of the invented region {name}.",
                "Fyll i er egen region i region.yaml, utan example: true.", "Fill in your own region in region.yaml, without example: true.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    region = checked.course.region
    if not region.example or _folder(region.place.file) == _folder(_folder(checked.course.place.file)):
        return
    places = [place for places in checked.cited.region.values() for place in places]
    places += [
        block.place for lesson in checked.lessons for block in lesson.blocks if isinstance(block, Local)
    ]
    if places:
        yield INVENTED.at(min(places), name=region.name)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
