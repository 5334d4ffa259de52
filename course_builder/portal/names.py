"""What people are called, for who may see it."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.may import Actor
from course_builder.people.models import Person
from course_builder.people.persons import visible
from course_builder.portal.matching import parts


def names(session: Session, actor: Actor, people: Iterable[int | None]) -> Mapping[int, str]:
    """Without those who are protected: of them a list shows only what it said itself."""
    found: dict[int, str] = {}
    for part in parts(sorted({person for person in people if person is not None})):
        asked = select(Person.id, Person.name).where(Person.id.in_(part), visible(session, actor))
        found.update((person, name) for person, name in session.execute(asked))
    return found
