"""Whom a row is about: by employee id or work address, never by a name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql import ColumnElement

from course_builder.people.conditions import under
from course_builder.people.models import Appointment, Person, Unit

Value = TypeVar("Value")
AT_A_TIME = 400
"""Values in one question to the database."""


@dataclass(frozen=True)
class Match:
    """`person_id` is None where nobody is found; `differs` when id and address lead to two people."""

    person_id: int | None
    differs: bool = False


def within(paths: Sequence[str]) -> ColumnElement[bool]:
    """People who work or worked somewhere under one of the units."""
    if any(path.count("/") == 2 for path in paths):
        return true()
    here = (
        select(Appointment.person_id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(or_(*(under(path) for path in paths)))
    )
    return Person.id.in_(here)


def parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """As many as a question to the database may hold."""
    everything = list(values)
    for start in range(0, len(everything), AT_A_TIME):
        yield everything[start : start + AT_A_TIME]


class Matcher:
    """Looks up everybody a list names, once."""

    def __init__(self, session: Session, said: Iterable[Mapping[str, str]], paths: Sequence[str]) -> None:
        texts = {text for one in said for text in _texts(one)}
        mails = {text.lower() for text in texts if "@" in text}
        refs = {form for text in texts if "@" not in text for form in (text, text.lower(), text.upper())}
        self._people = {
            **_found(session, Person.email, mails, paths),
            **_found(session, Person.employee_ref, refs, paths),
        }

    def match(self, said: Mapping[str, str]) -> Match:
        people = {self._people[text.lower()] for text in _texts(said) if text.lower() in self._people}
        return Match(people.pop()) if len(people) == 1 else Match(None, differs=len(people) > 1)


def _texts(said: Mapping[str, str]) -> list[str]:
    return [said[name] for name in ("who", "email") if name in said]


def _found(
    session: Session, column: InstrumentedAttribute[str | None], texts: Iterable[str], paths: Sequence[str]
) -> dict[str, int]:
    """Text in lower case -> person."""
    found: dict[str, int] = {}
    for part in parts(sorted(texts)):
        asked = select(column, Person.id).where(column.in_(part), within(paths))
        found.update((str(text).lower(), person) for text, person in session.execute(asked))
    return found
