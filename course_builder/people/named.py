"""Names by id, of those whose name colleagues may see."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.models import Person


def names(session: Session, ids: Collection[int]) -> dict[int, str]:
    """Without those who are protected or gone."""
    found = select(Person.id, Person.name).where(Person.id.in_(sorted(ids)), Person.protected.is_(False))
    return {person_id: name for person_id, name in session.execute(found)}
