"""A version with a date: what people see in the player and on every print."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

MISSING = Code("version-missing", "warning", "Kursen har ingen version; paketet märks som utkast.", "The course has no version; the package is marked as a draft.", "Skriv version: med number: och date:", "Write version: with number: and date:")  # fmt: skip
FUTURE = Code(
    "version-future",
    "warning",
    "Versionens datum {day} har inte varit än.",
    "The version's date {day} has not come yet.",
)


def check(checked: Checked) -> Iterator[Problem]:
    version = checked.course.version
    if version is None:
        yield MISSING.at(checked.course.place)
    elif version.date > checked.today:
        yield FUTURE.at(version.place, day=version.date)
