"""Problems as a list of places: where each is in the editor, and whether a button can put it right."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from course_builder.content.problems import Problem
from course_builder.content.repair import can_repair
from course_builder.library.review.homes import home
from course_builder.library.review.warnings import Accepted, mark
from course_builder.library.shelf import ShelvedCourse


@dataclass(frozen=True)
class At:
    """`address` is None for a text that comes with the program. `mark` names the problem until its text changes."""

    problem: Problem
    title: str
    address: str | None
    mark: str
    repairs: bool
    accepted: Accepted | None = None


def stops(found: ShelvedCourse) -> list[At]:
    return [_at(one, found, {}) for one in found.problems if one.severity == "error"]


def looks(found: ShelvedCourse, accepted: Mapping[str, Accepted]) -> list[At]:
    """What is worth a look; those that were let stand last."""
    those = [_at(one, found, accepted) for one in found.problems if one.severity == "warning"]
    return sorted(those, key=lambda one: one.accepted is not None)


def problem(found: ShelvedCourse, wanted: str) -> Problem | None:
    """The one of this mark, if it is still there."""
    sources = found.reading.sources
    return next((one for one in found.problems if mark(one, sources) == wanted), None)


def _at(one: Problem, found: ShelvedCourse, accepted: Mapping[str, Accepted]) -> At:
    there = home(one.place.file, found.name)
    titles = {part.place.file: part.title for part in found.course.parts} if found.course else {}
    known = mark(one, found.reading.sources)
    where = None
    if there is not None:
        where = url_for("editor.part", kind=there.kind, name=there.name, part=there.path, line=one.place.line)
    title = titles.get(one.place.file, there.path if there else one.place.file)
    return At(one, title, where, known, there is not None and can_repair(one), accepted.get(known))
