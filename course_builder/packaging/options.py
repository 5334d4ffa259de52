"""What a trainer may choose when she builds a package, and the words for each choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.content.verdict import Rule

DoneWhen = Literal["rule", "lessons", "quizzes", "both"]
FailReports = Literal["failed", "incomplete"]
Words = Mapping[Language, str]


@dataclass(frozen=True)
class BuildOptions:
    """`mastery` (0..1) is written into the manifest, and many portals then judge by it alone."""

    done_when: DoneWhen = "rule"
    fail_reports: FailReports = "failed"
    mastery: float | None = None
    fonts: bool = True


def rule(course: Course, options: BuildOptions) -> Rule:
    """When this package counts as done."""
    own = course.completion
    mastery = own.mastery if options.mastery is None else options.mastery
    match options.done_when:
        case "rule":
            return Rule(own.lessons, own.quizzes, mastery, options.fail_reports)
        case "lessons":
            return Rule("all", "none", mastery, options.fail_reports)
        case "quizzes":
            return Rule("none", "passed", mastery, options.fail_reports)
        case "both":
            return Rule("all", "passed", mastery, options.fail_reports)
