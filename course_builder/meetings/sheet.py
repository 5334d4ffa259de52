"""The list of an hour as one reader may see it: who is on it, who is ticked, and how many in all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import Attendee, Meeting, Way
from course_builder.people.may import Actor
from course_builder.people.models import Person
from course_builder.people.persons import visible
from course_builder.people.spelling import sort_key

Afterwards = Literal["asked", "done"]


@dataclass(frozen=True)
class Row:
    """`person_id` is None of a guest. `short` is what a narrow list says: "Amir N."."""

    id: int
    person_id: int | None
    name: str
    short: str
    took_part: bool
    afterwards: Afterwards | None


@dataclass(frozen=True)
class Sheet:
    """`nameless` are guests without a name, and those who were there but are shown to nobody in a list."""

    way: Way | None
    number: int | None
    guests: int
    nameless: int
    awaited: int | None
    """How many were awaited, where nobody is named."""
    rows: tuple[Row, ...]

    @property
    def ticked(self) -> int:
        return sum(row.took_part for row in self.rows)

    @property
    def present(self) -> int:
        return (self.number or 0) if self.way == Way.NUMBER else self.ticked + self.nameless

    @property
    def expected(self) -> int | None:
        """None when nobody is awaited; never fewer than were there."""
        if self.rows and self.way != Way.NUMBER:
            return len(self.rows) + self.nameless
        return max(self.awaited, self.present) if self.awaited is not None else None

    @property
    def absent(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.took_part)


def sheet(session: Session, meeting: Meeting, actor: Actor) -> Sheet:
    """By name. A protected person is in the numbers when she was there, and a row for her guardian only."""
    rows = session.execute(
        select(Attendee, Person)
        .outerjoin(Person, Person.id == Attendee.person_id)
        .where(Attendee.meeting_id == meeting.id, or_(Attendee.person_id.is_(None), visible(session, actor)))
    ).all()
    everybody = session.scalars(select(Attendee.took_part).where(Attendee.meeting_id == meeting.id)).all()
    names = [person.name if person else one.name or "" for one, person in rows]
    shown = sorted(
        (
            Row(one.id, one.person_id, name, brief, one.took_part, _afterwards(one))
            for (one, _), name, brief in zip(rows, names, short(names), strict=True)
        ),
        key=lambda row: (sort_key(row.name), row.id),
    )
    unseen = sum(everybody) - sum(row.took_part for row in shown)
    way = Way(meeting.way) if meeting.way else None
    return Sheet(way, meeting.number, meeting.guests, meeting.guests + unseen, meeting.expected, tuple(shown))


def short(names: Sequence[str]) -> list[str]:
    """First name and the letter of the last, as long as they tell people apart."""
    said = [_brief(name) for name in names]
    many = Counter(said)
    return [name if many[one] > 1 else one for name, one in zip(names, said, strict=True)]


def _brief(name: str) -> str:
    words = name.split()
    return f"{' '.join(words[:-1])} {words[-1][0]}." if len(words) > 1 else name


def _afterwards(one: Attendee) -> Afterwards | None:
    return "asked" if one.afterwards == "asked" else "done" if one.afterwards == "done" else None
