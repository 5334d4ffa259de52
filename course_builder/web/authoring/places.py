"""Problems as a list of places: where each is in the editor, and whether a button can put it right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from course_builder.content.problems import Problem, Severity
from course_builder.content.repair import can_repair
from course_builder.library.review.homes import Home, home
from course_builder.library.review.warnings import Accepted, mark
from course_builder.library.shelf import ShelvedCourse
from course_builder.web.authoring.field_problems import advice, message


@dataclass(frozen=True)
class At:
    """`address` is None for a text that comes with the program. `mark` names the problem until its text changes."""

    problem: Problem
    title: str
    address: str | None
    mark: str
    repairs: bool
    accepted: Accepted | None = None

    @property
    def said(self) -> str:
        return message(self.problem)

    @property
    def advice(self) -> str:
        return advice(self.problem)


def stops(found: ShelvedCourse) -> list[At]:
    return list(_places(found, "error", {}))


def looks(found: ShelvedCourse, accepted: Mapping[str, Accepted]) -> list[At]:
    """What is worth a look; those that were let stand last."""
    return sorted(_places(found, "warning", accepted), key=lambda one: one.accepted is not None)


def problem(found: ShelvedCourse, wanted: str) -> Problem | None:
    """The one of this mark, if it is still there."""
    sources = found.reading.sources
    return next((one for one in found.problems if mark(one, sources) == wanted), None)


def _places(found: ShelvedCourse, severity: Severity, accepted: Mapping[str, Accepted]) -> Iterator[At]:
    titles = {part.place.file: part.title for part in found.course.parts} if found.course else {}
    for one in found.problems:
        if one.severity == severity:
            there, known = home(one.place.file, found.name), mark(one, found.reading.sources)
            title = titles.get(one.place.file, there.path if there else one.place.file)
            repairs = there is not None and can_repair(one)
            yield At(one, title, _address(there, one.place.line), known, repairs, accepted.get(known))


def _address(there: Home | None, line: int) -> str | None:
    if there is None:
        return None
    return url_for("editor.part", kind=there.kind, name=there.name, part=there.path, line=line)
