"""What is wrong with a part that was read alone, as it stands while it is written."""

from collections.abc import Iterator
from datetime import date

from course_builder.content.checks import run
from course_builder.content.checks.links import NOWHERE
from course_builder.content.problems import Problem
from course_builder.content.single import Single
from course_builder.content.tree import Tree


def part_problems(single: Single, path: str, tree: Tree, today: date) -> tuple[Problem, ...]:
    """Of that file alone, in order. A link to another lesson is right when the draft has it."""
    return tuple(_of_file(run(single.reading, today=today), path, tree))


def _of_file(problems: tuple[Problem, ...], path: str, tree: Tree) -> Iterator[Problem]:
    for problem in problems:
        elsewhere = (
            problem.code is NOWHERE and tree.get(problem.values["target"].partition("#")[0]) is not None
        )
        if problem.place.file == path and not elsewhere:
            yield problem
