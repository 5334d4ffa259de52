"""What may differ between two builds of the same course."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from course_builder.content.course import Course
from course_builder.content.verdict import Rule

Channel = Literal["file", "scorm12", "scorm2004", "cmi5"]
DoneWhen = Literal["rule", "lessons", "quizzes", "both"]


@dataclass(frozen=True)
class PlayerOptions:
    """`rule` leaves it to the author when the course counts as done."""

    done_when: DoneWhen = "rule"
    fail_reports: Literal["incomplete", "failed"] = "incomplete"
    mastery: float | None = None
    fonts: bool = True

    def rule(self, course: Course) -> Rule:
        own = course.completion
        mastery = own.mastery if self.mastery is None else self.mastery
        match self.done_when:
            case "rule":
                return Rule(own.lessons, own.quizzes, mastery, self.fail_reports)
            case "lessons":
                return Rule("all", "none", mastery, self.fail_reports)
            case "quizzes":
                return Rule("none", "passed", mastery, self.fail_reports)
            case "both":
                return Rule("all", "passed", mastery, self.fail_reports)


def rule_data(course: Course, options: PlayerOptions) -> dict[str, Any]:
    return {**asdict(options.rule(course)), "pass": course.completion.pass_}
