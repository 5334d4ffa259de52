"""The words people are found by. They follow every person that is added or renamed."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, event, false, insert, inspect, select
from sqlalchemy.orm import Mapper, Session

from course_builder.people.conditions import begins
from course_builder.people.models import Person, PersonWord
from course_builder.people.spelling import words

MOST_WORDS = 6


def matches(text: str) -> ColumnElement[bool]:
    """Persons who have a word beginning with each of the words in the text."""
    asked = words(text)[:MOST_WORDS]
    if not asked:
        return false()
    return and_(*(Person.id.in_(select(PersonWord.person_id).where(begins(PersonWord.word, word))) for word in asked))  # fmt: skip


def rows_of(person_id: int, name: str, email: str | None) -> list[dict[str, Any]]:
    return [{"word": word, "person_id": person_id} for word in words(f"{name} {email or ''}")]


def write_words(session: Session, persons: list[tuple[int, str, str | None]]) -> None:
    """For persons (id, name, email) that were written in bulk, past the mapper."""
    rows = [row for person in persons for row in rows_of(*person)]
    if rows:
        session.connection().execute(insert(PersonWord), rows)


@event.listens_for(Person, "after_insert")
def _added(mapper: Mapper[Person], connection: Connection, person: Person) -> None:
    rows = rows_of(person.id, person.name, person.email)
    if rows:
        connection.execute(insert(PersonWord), rows)


@event.listens_for(Person, "after_update")
def _changed(mapper: Mapper[Person], connection: Connection, person: Person) -> None:
    attributes = inspect(person).attrs
    if attributes.name.history.has_changes() or attributes.email.history.has_changes():
        connection.execute(delete(PersonWord).where(PersonWord.person_id == person.id))
        _added(mapper, connection, person)
