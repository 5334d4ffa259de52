"""What is kept of the course an address names. The address has its draft's name, or its id when there is no draft."""

from dataclasses import dataclass

from flask import abort, current_app

from course_builder.content.course import Course
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.library.models import KeptCourse, Release
from course_builder.library.origin import Origin
from course_builder.library.releases import course_of, latest, numbered
from course_builder.library.store import MediaStore
from course_builder.people.may import Action
from course_builder.web.clock import today
from course_builder.web.guard import check, permitted
from course_builder.web.on_shelf import shelf
from course_builder.web.records import reading


def store() -> MediaStore:
    found: MediaStore = current_app.extensions["media_store"]
    return found


def course_id(name: str) -> str:
    found = shelf().get(name, today())
    if found is None:
        return name
    return found.course.id if found.course is not None else name


def kept(name: str, action: Action) -> KeptCourse | None:
    """None before the first release; 404 when it belongs to other trainers, or where no versions are kept."""
    if "database" not in current_app.extensions:
        abort(404)
    found = reading().get(KeptCourse, course_id(name))
    if found is not None:
        check(action, found)
    return found


def known(name: str, action: Action) -> KeptCourse:
    """A course that has been released."""
    found = kept(name, action)
    if found is None:
        abort(404)
    return found


def version(name: str, number: int) -> Release:
    """A release, for those who make courses."""
    found = numbered(reading(), known(name, Action.SEE_COURSES).id, number)
    if found is None:
        abort(404)
    return found


@dataclass(frozen=True)
class Standing:
    """How a draft stands to what is published. `release` is None before the first version."""

    release: Release | None
    changed: bool
    mine: bool
    """Whether the reader may publish it."""


def standing(course: Course) -> Standing | None:
    """None where no versions are kept, as on an author's own machine, or when the course is other trainers'."""
    if "database" not in current_app.extensions:
        return None
    owned = reading().get(KeptCourse, course.id)
    if owned is not None and not permitted(Action.SEE_COURSES, owned):
        return None
    newest = latest(reading(), course.id)
    changed = newest is not None and course_of(reading(), newest.id).digest != course.digest
    return Standing(newest, changed, permitted(Action.RELEASE, owned))


def drafted(name: str) -> bool:
    """Whether there is a draft that the page of the course can show."""
    return name in shelf().names()


def origin(name: str) -> Origin:
    """What the draft is made of."""
    there = shelf()
    found = there.origin(name) if isinstance(there, DraftShelf) else None
    if found is None:
        abort(404)
    return found
