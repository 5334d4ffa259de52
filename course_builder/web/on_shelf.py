"""The course an address names, or the page that says it is not there."""

from flask import abort, current_app

from course_builder.content.course import Course
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.library.shelf import CourseShelf, ShelvedCourse
from course_builder.people.may import Action
from course_builder.web.clock import today
from course_builder.web.guard import check, permitted


def shelf() -> CourseShelf | DraftShelf:
    """Drafts of the database; on an author's own machine without one, folders."""
    found: CourseShelf | DraftShelf = current_app.extensions["course_shelf"]
    return found


def shelved(name: str) -> ShelvedCourse:
    found = shelf().get(name, today())
    if found is None:
        abort(404)
    check(Action.SEE_COURSES, found)
    return found


def visible() -> list[ShelvedCourse]:
    """Those of all trainers, and those of the reader's groups."""
    return [found for found in shelf().all(today()) if permitted(Action.SEE_COURSES, found)]


def readable(name: str) -> Course:
    """A course that could be put together."""
    course = shelved(name).course
    if course is None:
        abort(404)
    return course
