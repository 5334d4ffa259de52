"""Which person each row means, and what her appointments become."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from course_builder.content.problems import Problem
from course_builder.people.models import Person
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


@dataclass
class People:
    by_ref: dict[str, Known] = field(default_factory=dict)
    by_email: dict[str, Known] = field(default_factory=dict)
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
        if new != old:
            told = ", ".join(
                f"{that or '–'} → {this}" for this, that in zip(new, old, strict=True) if this != that
            )
            words = told if new[0] != old[0] else f"{known.name}: {told}"
            self.steps.append(ChangePerson(words, words, "changed", known.person_id, *new))


def read_people(session: Session, rows: Iterable[PersonRow]) -> People:
    """Everybody the rows may mean."""
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
    return found


def _known(session: Session, condition: ColumnElement[bool]) -> Iterator[Known]:
    asked = select(Person.id, Person.name, Person.email, Person.employee_ref, Person.protected)
    return (Known(*row) for row in session.execute(asked.where(condition)))
