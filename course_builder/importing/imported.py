"""What was understood of somebody else's file: questions and lessons as our source has them, and what was not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course_builder.content.problems import Place, Problem

Value = dict[str, Any]
"""A question as a quiz has it, without ids."""


@dataclass(frozen=True)
class TakenQuestion:
    """`problems` are what was left out or changed; the question can be used as it is."""

    value: Value
    place: Place
    name: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class TakenPicture:
    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class TakenLesson:
    """`text` is Markdown that begins with its title; it has no front matter yet."""

    title: str
    text: str
    place: Place
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Imported:
    """`problems` are what is not among the questions and lessons at all, each with its place in the file."""

    questions: Sequence[TakenQuestion] = ()
    lessons: Sequence[TakenLesson] = ()
    pictures: Sequence[TakenPicture] = ()
    problems: Sequence[Problem] = ()
    title: str = ""


def nothing(problem: Problem) -> Imported:
    return Imported(problems=(problem,))
