"""What is decided of a course beside its text: where it is taken, and which trainers it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.models import KeptCourse, Taken
from course_builder.people.may import Actor
from course_builder.people.models import Group, Role


class NotYours(Exception):
    """A trainer gives courses to groups of her own, or to all trainers."""


@dataclass(frozen=True)
class CourseSettings:
    """Links are addresses in the portal, or empty. No group: all trainers."""

    taken: Taken
    staff_link: str = ""
    external_link: str = ""
    group_id: int | None = None


def groups_for(session: Session, actor: Actor) -> Sequence[Group]:
    """Groups the actor may give a course to: a coordinator any, a trainer her own."""
    every = select(Group).order_by(Group.name)
    if Role.COORDINATOR not in actor.roles:
        every = every.where(Group.id.in_(actor.groups))
    return session.scalars(every).all()


def decide(session: Session, actor: Actor, course: KeptCourse, decided: CourseSettings) -> None:
    """NotYours when the group is neither the one it had nor one she may give it to."""
    allowed = {None, course.group_id, *(group.id for group in groups_for(session, actor))}
    if decided.group_id not in allowed:
        raise NotYours(decided.group_id)
    course.taken, course.group_id = decided.taken, decided.group_id
    written = draft(session, Kind.COURSE, course.id)
    if written is not None:
        written.group_id = decided.group_id
    course.staff_link, course.external_link = decided.staff_link.strip(), decided.external_link.strip()
