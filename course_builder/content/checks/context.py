"""What every check is given."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from course_builder.content.citations import Citations
from course_builder.content.course import Course
from course_builder.content.models.law import LawEntry
from course_builder.content.models.lesson import Lesson
from course_builder.content.problems import Problem
from course_builder.content.sources import Source


@dataclass(frozen=True)
class Checked:
    """A course that could be put together, the files it came from, and the day it is looked at.

    `against` is the course as it was before, for what must not have vanished.
    """

    course: Course
    sources: Mapping[str, Source]
    cited: Citations
    law: Mapping[str, LawEntry]
    today: date
    against: Course | None = None

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        return tuple(part for part in self.course.parts if isinstance(part, Lesson))

    @cached_property
    def read_by_people(self) -> tuple[Source, ...]:
        """The files of the course's parts: lessons, quizzes and film discussions."""
        files = dict.fromkeys(
            source.place.file for source in (*self.course.parts, *self.course.shared.values())
        )
        return tuple(self.sources[file] for file in files)


Check = Callable[[Checked], Iterator[Problem]]
