"""Which person each row means, and what her appointments become."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.orm import Session

from course_builder.content.problems import Problem
from course_builder.people.conditions import left, under
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.staff import codes
from course_builder.people.staff.rows import PersonRow
from course_builder.people.staff.steps import AddPerson, ChangePerson, Key, Step

AT_ONCE = 900
"""Values in one question to the database."""


@dataclass(frozen=True)
class Known:
    """A person who is here."""

    person_id: int
    name: str
    email: str | None
    employee_ref: str | None
    protected: bool


BY_HAND = (Role.COORDINATOR, Role.ADMIN)
"""Whoever changes an address can let herself in by a new password, so a list changes nobody's with these."""


@dataclass
class People:
    by_ref: dict[str, Known] = field(default_factory=dict)
    by_email: dict[str, Known] = field(default_factory=dict)
    locked: set[int] = field(default_factory=set)
    """Persons whose details the list leaves as they are."""
    rows: dict[str, tuple[PersonRow, Key]] = field(default_factory=dict)
    """The first row of each employee id and each address."""
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def person(self, row: PersonRow) -> Known | Key | None:
        """Who the row is about: her key, `Known` when she is protected and left alone, None with a problem told."""
        earlier = self._earlier(row)
        if earlier is not None:
            return earlier[1] if self._same(row, earlier[0]) else None
        ref, email = self.by_ref.get(row.employee_ref or ""), self.by_email.get(row.email or "")
        if ref is not None and email is not None and ref.person_id != email.person_id:
            self.problems.append(codes.TAKEN.at(row.place, value=row.email))
            return None
        known = ref or email
        if known is None:
            return self._remember(row, self._new(row))
        if known.protected:
            return known
        if row.employee_ref and known.employee_ref not in (None, row.employee_ref):
            self.problems.append(codes.TAKEN.at(row.place, value=row.email))
            return None
        self._compare(known, row)
        return self._remember(row, known.person_id)

    def _earlier(self, row: PersonRow) -> tuple[PersonRow, Key] | None:
        return self.rows.get(f"ref {row.employee_ref}") or self.rows.get(f"email {row.email}")

    def _remember(self, row: PersonRow, key: Key) -> Key:
        if row.employee_ref:
            self.rows[f"ref {row.employee_ref}"] = row, key
        if row.email:
            self.rows[f"email {row.email}"] = row, key
        return key

    def _same(self, row: PersonRow, earlier: PersonRow) -> bool:
        for this, that in (
            (row.name, earlier.name),
            (row.email, earlier.email),
            (row.employee_ref, earlier.employee_ref),
        ):
            if this != that:
                told = codes.CONTRADICTS.at(row.place, row=earlier.place.line, what="person", this=this or "–", that=that or "–")  # fmt: skip
                self.problems.append(told)
                return False
        return True

    def _new(self, row: PersonRow) -> Key:
        key = row.employee_ref or row.email or ""
        words = f"{row.name} ({row.email or row.employee_ref})"
        self.steps.append(AddPerson(words, words, "added", key, row.name, row.email, row.employee_ref))
        return key

    def _compare(self, known: Known, row: PersonRow) -> None:
        new = row.name, row.email or known.email, row.employee_ref or known.employee_ref
        old = known.name, known.email, known.employee_ref
        if new != old and known.person_id in self.locked:
            self.problems.append(codes.KEPT.at(row.place, name=known.name))
        elif new != old:
            told = ", ".join(
                f"{that or '–'} → {this}" for this, that in zip(new, old, strict=True) if this != that
            )
            words = told if new[0] != old[0] else f"{known.name}: {told}"
            self.steps.append(ChangePerson(words, words, "changed", known.person_id, *new))


def read_people(session: Session, rows: Iterable[PersonRow], part: str | None, today: date) -> People:
    """Everybody the rows may mean. `part` is the path of what the list is about, None: all of the tree."""
    found = People()
    rows = list(rows)
    for column, values in (
        (Person.employee_ref, {row.employee_ref for row in rows if row.employee_ref}),
        (Person.email, {row.email for row in rows if row.email}),
    ):
        ordered = sorted(values)
        for start in range(0, len(ordered), AT_ONCE):
            for known in _known(session, column.in_(ordered[start : start + AT_ONCE])):
                found.by_ref[known.employee_ref or ""] = known
                found.by_email[known.email or ""] = known
    found.by_ref.pop("", None)
    found.by_email.pop("", None)
    ids = sorted({known.person_id for known in (*found.by_ref.values(), *found.by_email.values())})
    for start in range(0, len(ids), AT_ONCE):
        found.locked.update(session.scalars(_locked(ids[start : start + AT_ONCE], part, today)))
    return found


def _locked(person_ids: Sequence[int], part: str | None, today: date) -> Select[int]:
    """Of these, who has an appointment that is given by hand, or one outside of the part."""
    elsewhere = false() if part is None else ~under(part)
    return (
        select(Appointment.person_id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(
            Appointment.person_id.in_(person_ids), left(today), or_(Appointment.role.in_(BY_HAND), elsewhere)
        )
    )


def _known(session: Session, condition: ColumnElement[bool]) -> Iterator[Known]:
    asked = select(Person.id, Person.name, Person.email, Person.employee_ref, Person.protected)
    return (Known(*row) for row in session.execute(asked.where(condition)))
