"""Problems as the scripts of the editor read them."""

from collections.abc import Mapping

from course_builder.content.problems import Problem
from course_builder.web.language import language


def told_problem(problem: Problem) -> Mapping[str, object]:
    """As the scripts read it."""
    tongue = language()
    return {
        "file": problem.place.file, "line": problem.place.line, "column": problem.place.column, "severity": problem.severity,
        "code": problem.code.name, "message": problem.message(tongue), "hint": problem.hint(tongue),
    }  # fmt: skip
