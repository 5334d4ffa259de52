"""Leader notes of a course, gathered from its film discussions and its agenda: for a reviewer who is allowed to see them."""

from dataclasses import dataclass

from course_builder.content.course import Course
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.plain import plain


@dataclass(frozen=True)
class Notes:
    """Of one film discussion or one item of the agenda, as plain text. `heading` names it."""

    heading: str
    facts: tuple[str, ...]
    listen_for: tuple[str, ...]
    pitfalls: tuple[str, ...]
    support: tuple[str, ...]


def leader_notes(course: Course) -> tuple[Notes, ...]:
    return tuple(_of(title, notes) for title, notes in course.leader_notes)


def _of(title: str, notes: FacilitatorNotes) -> Notes:
    told = (notes.facts, notes.listen_for, notes.pitfalls, notes.support)
    facts, listen_for, pitfalls, support = (tuple(plain(text) for text in one) for one in told)
    return Notes(plain(title), facts, listen_for, pitfalls, support)
