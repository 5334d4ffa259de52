"""Records that can be given out, as text: appointments, requirements, completions, certificates, APT hours.

They are public records of a Swedish authority, so their words are Swedish whatever language the page has.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from course_builder.learning.days import day_of
from course_builder.learning.models import Certificate, Completion, RequiredOf, Requirement
from course_builder.library.titles import title
from course_builder.people.conditions import under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.persons import visible
from course_builder.reports import gathering_hours
from course_builder.reports.gathered import MOST, Gathered, Wanted
from course_builder.reports.models import RecordKind

__all__ = ["GATHER", "MOST", "Gathered", "Wanted", "gather"]

Columns = TypeVarTuple("Columns")
ROLES: Mapping[str, str] = {
    Role.EMPLOYEE: "medarbetare", Role.REP: "barnrättsombud", Role.MANAGER: "chef", Role.TRAINER: "utbildare",
    Role.COORDINATOR: "samordnare", Role.ELECTED: "förtroendevald", Role.OFFICIAL: "tjänsteperson", Role.EXTERNAL: "extern",
    Role.ADMIN: "administratör",
}  # fmt: skip
SOURCES = {"here": "här", "portal": "portalen", "apt": "på APT", "by_hand": "registrerad i efterhand"}


def gather(
    session: Session, actor: Actor, kinds: Iterable[RecordKind], wanted: Wanted, within: str
) -> Sequence[Gathered]:
    """`within` is the path nothing outside is gathered from. Protected people are left out."""
    seen = visible(session, actor)
    found: list[Gathered] = []
    for kind in dict.fromkeys(kinds):
        found += GATHER[kind](session, wanted, within, seen)[: MOST - len(found)]
    return found


def _appointments(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    asked = (
        select(Appointment, Person, Unit)
        .join(Person, Person.id == Appointment.person_id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(_of(wanted), under(within), seen)
        .order_by(Unit.path, Person.name, Appointment.starts)
    )
    return [
        Gathered(
            RecordKind.APPOINTMENT, str(one.id),
            {**_person(person), "unit": unit.name, "role": ROLES[one.role], "title": one.title, "mandate": one.mandate,
             "from": one.starts.isoformat(), "to": _day(one.ends)},
        )
        for one, person, unit in session.execute(asked.limit(MOST))
    ]  # fmt: skip


def _completions(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    asked = _with_unit(select(Completion, Person, Unit), wanted, within, seen)
    called = _titles(session)
    return [
        Gathered(
            RecordKind.COMPLETION, str(one.event_seq),
            {**_person(person), "unit": unit.name if unit else "", "course": called(one.course_id, one.release_id),
             "on": one.on.isoformat(), "result": _result(one.passed), "source": SOURCES[one.source],
             "withdrawn": "ja" if one.withdrawn_seq else "nej"},
        )
        for one, person, unit in session.execute(asked.limit(MOST))
    ]  # fmt: skip


def _certificates(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    """Without the check code, which opens a name to whoever has it."""
    asked = _with_unit(select(Completion, Person, Unit, Certificate), wanted, within, seen).join(
        Certificate, Certificate.completion_seq == Completion.event_seq
    )
    called = _titles(session)
    return [
        Gathered(
            RecordKind.CERTIFICATE, certificate.id,
            {**_person(person), "unit": unit.name if unit else "", "course": called(one.course_id, one.release_id),
             "issued": day_of(certificate.issued).isoformat(), "withdrawn": _moment(certificate.withdrawn), "number": certificate.id},
        )
        for one, person, unit, certificate in session.execute(asked.limit(MOST))
    ]  # fmt: skip


def _requirements(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    """Those that name a unit in question or one above it, those that name a person, and those of a whole role."""
    named = select(RequiredOf.requirement_id).where(RequiredOf.person_id.in_(_people(wanted, within, seen)))
    above = [int(part) for path in wanted.paths for part in path.strip("/").split("/")]
    asked = (
        select(Requirement, Unit)
        .outerjoin(Unit, Unit.id == Requirement.unit_id)
        .where(or_(Requirement.id.in_(named), Requirement.unit_id.in_(above), _whole_role(wanted)))
        .order_by(Requirement.id)
    )
    return [
        Gathered(
            RecordKind.REQUIREMENT, str(one.id),
            {"course": title(session, one.course_id, None), "asked_of": _asked_of(one, unit), "due": _due(one),
             "made": day_of(one.made).isoformat(), "ended": _moment(one.ended)},
        )
        for one, unit in session.execute(asked.limit(MOST))
    ]  # fmt: skip


GATHER: Mapping[RecordKind, Callable[[Session, Wanted, str, ColumnElement[bool]], list[Gathered]]] = {
    RecordKind.APPOINTMENT: _appointments,
    RecordKind.REQUIREMENT: _requirements,
    RecordKind.COMPLETION: _completions,
    RecordKind.CERTIFICATE: _certificates,
    RecordKind.HOUR: gathering_hours.hours,
    RecordKind.ATTENDANCE: gathering_hours.attendance,
    RecordKind.ACTION: gathering_hours.actions,
}


def _with_unit(
    asked: Select[*Columns], wanted: Wanted, within: str, seen: ColumnElement[bool]
) -> Select[*Columns]:
    """Completions with the unit where the person worked that day; without one, those of people who work inside."""
    inside = or_(under(within), and_(Unit.id.is_(None), Person.id.in_(_people(wanted, within, seen))))
    return (
        asked.select_from(Completion)
        .join(Person, Person.id == Completion.person_id)
        .outerjoin(Unit, Unit.id == Completion.unit_id)
        .where(_of(wanted), inside, seen)
        .order_by(Person.name, Completion.on, Completion.event_seq)
    )


def _of(wanted: Wanted) -> ColumnElement[bool]:
    return or_(Person.id.in_(wanted.people), *(under(path) for path in wanted.paths))


def _people(wanted: Wanted, within: str, seen: ColumnElement[bool]) -> Select[int]:
    """Everybody in question, chosen or working in a chosen unit, who has an appointment inside."""
    place = aliased(Unit)
    here = place.path.startswith(within, autoescape=True)
    chosen = or_(
        Person.id.in_(wanted.people), *(place.path.startswith(path, autoescape=True) for path in wanted.paths)
    )
    return (
        select(Person.id)
        .join(Appointment, Appointment.person_id == Person.id)
        .join(place, place.id == Appointment.unit_id)
        .where(here, chosen, seen)
    )


def _whole_role(wanted: Wanted) -> ColumnElement[bool]:
    everybody = Requirement.unit_id.is_(None) & Requirement.role.is_not(None)
    return everybody if wanted.paths or wanted.people else Requirement.id.is_(None)


def _titles(session: Session) -> Callable[[str, int | None], str]:
    """Each asked for once."""
    return cache(lambda course_id, release_id: title(session, course_id, release_id))


def _person(person: Person) -> dict[str, str]:
    return {"name": person.name, "employee_ref": person.employee_ref or "", "email": person.email or ""}


def _result(passed: bool | None) -> str:
    return {True: "godkänd", False: "inte godkänd än", None: "genomförd"}[passed]


def _asked_of(one: Requirement, unit: Unit | None) -> str:
    parts = [ROLES[one.role]] if one.role else []
    return ", ".join([*parts, *([unit.name] if unit else [])]) or "namngivna personer"


def _due(one: Requirement) -> str:
    return one.due.isoformat() if one.due else f"inom {one.within_days} dagar" if one.within_days else ""


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _moment(value: datetime | None) -> str:
    return day_of(value).isoformat() if value else ""
