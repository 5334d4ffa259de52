"""Who is awaited at an hour: the people of its unit, and names that are pasted. Nobody needs an account."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import LONGEST_TITLE, AttendanceChange, Attendee, Meeting
from course_builder.people.conditions import holding, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.personnummer import looks_like
from course_builder.people.persons import visible
from course_builder.people.refused import Refused
from course_builder.people.spelling import sort_key, tidy, words

MOST = 500
"""People on a list."""
MOST_AT = 1000
"""People at an hour, as a number alone."""
_LINES = re.compile(r"[\n\r;]+")


@dataclass(frozen=True)
class Awaited:
    """One line of the list. `was_there` cannot be taken away here."""

    id: int
    name: str
    ours: bool
    was_there: bool


def how_many_typed(typed: str) -> int | None:
    """None for an empty field. Refused when it is no number of people that an hour can have."""
    many = typed.strip()
    if not many:
        return None
    if not many.isdecimal() or len(many) > len(str(MOST_AT)) or not 1 <= int(many) <= MOST_AT:
        raise Refused(
            f"Skriv hur många som väntas med siffror, mellan 1 och {MOST_AT}. Vet ni inte än? Lämna rutan tom.",
            f"Write how many are expected in digits, between 1 and {MOST_AT}. Not known yet? Leave the box empty.",
        )
    return int(many)


def of_unit(session: Session, unit: Unit, on: date, actor: Actor) -> Sequence[Person]:
    """Who works at the unit that day and is not on leave, by name. A protected person for her guardian only."""
    here = select(Appointment.person_id).where(Appointment.unit_id == unit.id, holding(on))
    found = session.scalars(select(Person).where(Person.id.in_(here), visible(session, actor)))
    return sorted(found, key=lambda one: (one.sort_name, one.id))[:MOST]


def pasted(text: str) -> list[str]:
    """The names of a pasted list, once each, in its order. Refused when a personnummer is among them."""
    if looks_like(text):
        raise Refused(
            "I listan står något som liknar ett personnummer. Klistra in bara namnen.",
            "There is something like a personnummer in the list. Paste the names alone.",
        )
    names = (tidy(one).strip(" ,-•*·")[:LONGEST_TITLE] for one in _pieces(text))
    return list(dict.fromkeys(name for name in names if any(sign.isalpha() for sign in name)))


def _pieces(text: str) -> list[str]:
    """By line; in one line by comma, unless that stands between last name and first: "Lind, Sara"."""
    lines, pieces = _LINES.split(text.strip()), text.split(",")
    listed = len(lines) == 1 and (len(pieces) > 2 or all(" " in one.strip() for one in pieces))
    return pieces if listed else lines


def matched(names: Iterable[str], people: Collection[Person]) -> tuple[list[Person], list[str]]:
    """Those of the people who are named, and the names of others. Two of the same name match neither."""
    known: dict[frozenset[str], list[Person]] = {}
    for person in people:
        known.setdefault(frozenset(words(person.name)), []).append(person)
    found: list[Person] = []
    others: list[str] = []
    for name in names:
        same = known.get(frozenset(words(name)), [])
        found += same if len(same) == 1 else []
        others += [] if len(same) == 1 else [name]
    return list(dict.fromkeys(found)), others


def put(session: Session, meeting: Meeting, people: Iterable[Person], names: Iterable[str]) -> int:
    """Onto the list, who is not there already; how many were added."""
    there = session.execute(
        select(Attendee.person_id, Attendee.name).where(Attendee.meeting_id == meeting.id)
    ).all()
    ids, said = {row.person_id for row in there}, {words(row.name or "") for row in there}
    new = [Attendee(meeting_id=meeting.id, person_id=one.id) for one in people if one.id not in ids]
    new += [Attendee(meeting_id=meeting.id, name=one) for one in names if words(one) not in said]
    if len(there) + len(new) > MOST:
        raise Refused(
            f"Listan kan ha högst {MOST} namn. Skriv ett antal i stället.",
            f"The list can have at most {MOST} names. Write a number instead.",
        )
    session.add_all(new)
    session.flush()
    return len(new)


def take_off(session: Session, meeting: Meeting, attendee_id: int) -> Attendee | None:
    """Who is taken off; None for whom this list does not have, and for one about whom something has been said."""
    found = session.get(Attendee, attendee_id)
    if found is None or found.meeting_id != meeting.id or found.took_part or found.afterwards:
        return None
    traced = select(AttendanceChange.id).where(AttendanceChange.attendee_id == attendee_id).limit(1)
    if session.scalar(traced) is not None:
        return None
    session.delete(found)
    session.flush()
    return found


def put_back(session: Session, meeting: Meeting, person_id: int | None, name: str, actor: Actor) -> None:
    """Who was taken off by mistake: one of our people whom the actor may see, or somebody by name."""
    if person_id is None:
        put(session, meeting, (), pasted(name)[:1])
        return
    found = session.scalar(select(Person).where(Person.id == person_id, visible(session, actor)))
    here = select(Appointment.id).where(Appointment.person_id == person_id).join(Unit)
    ours = here.where(under(meeting.unit_path)).limit(1)
    if found is not None and session.scalar(ours) is not None:
        put(session, meeting, [found], ())


def listed(session: Session, meeting: Meeting, actor: Actor) -> list[Awaited]:
    """By name, as the actor may see it."""
    rows = session.execute(
        select(Attendee, Person)
        .outerjoin(Person, Person.id == Attendee.person_id)
        .where(
            Attendee.meeting_id == meeting.id, Attendee.person_id.is_(None) | visible(session, actor)
        )
    )  # fmt: skip
    found = [
        Awaited(one.id, person.name if person else one.name or "", person is not None, one.took_part)
        for one, person in rows
    ]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def how_many(session: Session, meeting: Meeting) -> int | None:
    """Everybody on the list, else the number that was said; None when neither is."""
    many = select(func.count(Attendee.id)).where(Attendee.meeting_id == meeting.id)
    return session.scalar(many) or meeting.expected
