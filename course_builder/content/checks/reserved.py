"""Ids that the hour uses itself, among its steps."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.step import ACTIONS, FILM, OWN

RESERVED = Code("id-reserved", "error", "Id:t {id} används av timmen själv.", "The id {id} is used by the hour itself.", "Byt till ett annat id.", "Change it to another id.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for identifier, place in _items(checked.course):
        if identifier == ACTIONS or identifier.startswith(OWN):
            yield RESERVED.at(place, id=identifier)
    for shared in checked.course.shared.values():
        for question in shared.steps if isinstance(shared, FilmDiscussion) else ():
            if question.id == FILM:
                yield RESERVED.at(question.at("id"), id=FILM)


def _items(course: Course) -> Iterator[tuple[str, Place]]:
    yield from ((item.id, item.at("id")) for item in course.agenda)
    own = (item for variant in course.variants for item in variant.agenda)
    yield from ((item.id, item.at("id")) for item in own if item.id is not None)
