"""The appointments a list speaks of: begun, changed, ended. What was given by hand is never ended by a list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from course_builder.content.problems import Place, Problem
from course_builder.people.conditions import left, under
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.staff import codes
from course_builder.people.staff.persons import AT_ONCE
from course_builder.people.staff.rows import PersonRow
from course_builder.people.staff.steps import (
    Appoint,
    ChangeAppointment,
    EndAppointment,
    Key,
    Step,
    appointment_words,
)

MANY, MANY_SHARE = 10, 0.3
"""More than so many, and more than this share, deserve a question."""


@dataclass(frozen=True)
class Known:
    """An appointment that has not ended."""

    appointment_id: int
    person_id: int
    unit_id: int
    role: str
    title: str
    ends: date | None
    imported: bool
    name: str
    protected: bool


@dataclass
class Held:
    today: date
    units: dict[Key, str]
    """What units are called."""
    known: dict[tuple[Key, Key, str], Known]
    seen: dict[tuple[Key, Key, str], int] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0

    def take(self, row: PersonRow, person: Key, unit: Key) -> None:
        key = (person, unit, row.role.value)
        if key in self.seen:
            self.problems.append(codes.TWICE.at(row.place, name=row.name, row=self.seen[key]))
            return
        self.seen[key] = row.place.line
        known = self.known.get(key)
        over = row.ends is not None and row.ends <= self.today
        if known is not None and over:
            del self.seen[key]
        elif known is not None:
            self._compare(known, row)
        elif not over:
            self._appoint(row, person, unit)

    def _compare(self, known: Known, row: PersonRow) -> None:
        title, ends = row.title or known.title, row.ends if known.imported else known.ends
        if (title, ends) == (known.title, known.ends):
            self.unchanged += 1
            return
        changes = [f"{known.title or '–'} → {title}"] if title != known.title else []
        changes += [f"{known.ends or '–'} → {ends or '–'}"] if ends != known.ends else []
        sv, en = appointment_words(row.name, row.role, self.units[known.unit_id])
        told = ", ".join(changes)
        self.steps.append(ChangeAppointment(f"{sv}: {told}", f"{en}: {told}", "changed", known.appointment_id, title, ends))  # fmt: skip

    def _appoint(self, row: PersonRow, person: Key, unit: Key) -> None:
        starts = row.starts or self.today
        if row.ends is not None and row.ends < starts:
            self.problems.append(codes.DAY.at(row.place, value=f"{starts} – {row.ends}"))
            return
        sv, en = appointment_words(row.name, row.role, self.units[unit])
        self.steps.append(Appoint(f"{sv}, från {starts}", f"{en}, from {starts}", "added", person, unit, row.role, row.title, starts, row.ends))  # fmt: skip

    def end_the_rest(self, covered: Iterable[int]) -> None:
        """What came with an earlier list, in the units this one is about, and is not in it."""
        units = set(covered)
        ours = [(key, one) for key, one in self.known.items() if one.unit_id in units and one.imported and not one.protected]  # fmt: skip
        leaving = [one for key, one in ours if key not in self.seen]
        for one in leaving:
            sv, en = appointment_words(one.name, Role(one.role), self.units[one.unit_id])
            self.steps.append(EndAppointment(sv, en, "ended", one.appointment_id))
        if len(leaving) > MANY and len(leaving) > MANY_SHARE * len(ours):
            self.problems.append(codes.MANY_END.at(Place("–"), ended=len(leaving), all=len(ours)))


def read_held(
    session: Session, today: date, units: dict[Key, str], covered: set[int], part: str | None
) -> Held:
    """Every appointment that has not ended in the units, or in the part of the tree."""
    known: dict[tuple[Key, Key, str], Known] = {}
    if part is not None:
        _read(session, today, under(part), known)
    ids = sorted(covered)
    for start in range(0, len(ids), AT_ONCE):
        _read(session, today, Appointment.unit_id.in_(ids[start : start + AT_ONCE]), known)
    return Held(today, units, known)


def _read(
    session: Session, today: date, where: ColumnElement[bool], known: dict[tuple[Key, Key, str], Known]
) -> None:
    rows = session.execute(
        select(
            Appointment.id,
            Appointment.person_id,
            Appointment.unit_id,
            Appointment.role,
            Appointment.title,
            Appointment.ends,
            Appointment.imported,
            Person.name,
            Person.protected,
        )
        .join(Person, Person.id == Appointment.person_id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(where, left(today))
        .order_by(Appointment.id)
    )
    for row in rows:
        one = Known(*row)
        known[(one.person_id, one.unit_id, one.role)] = one
