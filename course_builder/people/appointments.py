"""Who is what, where and when. Nothing is deleted: an appointment ends."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import case, or_, select, update
from sqlalchemy.orm import Session

from course_builder.people.conditions import holding, in_force, left
from course_builder.people.giving import check_keeps, may_give, may_keep
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy
from course_builder.people.vacancies import vacancies

__all__ = [
    "appoint",
    "check_keeps",
    "end",
    "end_many",
    "hand_over",
    "holding",
    "may_give",
    "may_keep",
    "of_person",
    "of_unit",
    "pause",
    "reps_of",
    "resume",
    "vacancies",
]


def appoint(
    session: Session,
    person_id: int,
    unit: Unit,
    role: Role,
    starts: date,
    ends: date | None = None,
    *,
    title: str = "",
    mandate: str = "",
    stands_in_for: Appointment | None = None,
    imported: bool = False,
) -> Appointment:
    """Refused when the dates are in the wrong order, the unit is not there then, or she already is it then."""
    _check_dates(unit, starts, ends)
    _no_personnummer(title, mandate)
    if overlapping(session, person_id, unit.id, role, starts, ends):
        raise Refused(
            "Personen har redan det uppdraget på enheten den tiden. Ändra datumen, eller avsluta det andra först.",
            "The person already has that appointment at the unit at that time. Change the dates, or end the other first.",
        )
    if stands_in_for is not None and (stands_in_for.unit_id, stands_in_for.role) != (unit.id, role):
        raise Refused(
            "En ersättare har samma uppdrag på samma enhet som den hen ersätter.",
            "A stand-in has the same appointment at the same unit as the person stood in for.",
        )
    made = Appointment(
        person_id=person_id,
        unit_id=unit.id,
        role=role,
        title=tidy(title),
        mandate=tidy(mandate),
        starts=starts,
        ends=ends,
        stands_in_for_id=stands_in_for and stands_in_for.id,
        imported=imported,
    )
    session.add(made)
    session.flush()
    return made


def _check_dates(unit: Unit, starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        raise Refused(
            "Slutdatumet är före startdatumet. Byt plats på dem.",
            "The end date is before the start date. Swap them.",
        )
    if unit.ends is not None and unit.ends <= starts:
        raise Refused(
            f"{unit.name} är avslutad. Välj enheten som tog över.",
            f"{unit.name} has ended. Choose the unit that took over.",
        )


def _no_personnummer(*texts: str) -> None:
    if any(looks_like(text) for text in texts):
        raise Refused(
            "Det där liknar ett personnummer. Skriv titel och omfattning utan det.",
            "That looks like a personnummer. Write the title and what it covers without it.",
        )


def overlapping(
    session: Session, person_id: int, unit_id: int, role: Role, starts: date, ends: date | None
) -> bool:
    """Whether the person holds the role at the unit on any day of the time."""
    found = select(Appointment.id).where(
        Appointment.person_id == person_id,
        Appointment.unit_id == unit_id,
        Appointment.role == role,
        left(starts),
    )
    if ends is not None:
        found = found.where(Appointment.starts < ends)
    return session.scalar(found.limit(1)) is not None


def end(session: Session, appointment: Appointment, on: date) -> None:
    """One that has not begun never will. Stand-ins end with the appointment they stand in for."""
    if appointment.ends is not None and appointment.ends <= on:
        return
    appointment.ends = max(on, appointment.starts)
    for stand_in in session.scalars(
        select(Appointment).where(Appointment.stands_in_for_id == appointment.id)
    ).all():
        end(session, stand_in, on)


def end_many(session: Session, appointment_ids: Sequence[int], on: date) -> None:
    """As `end`, for a list of them at once."""
    first_day = case((Appointment.starts > on, Appointment.starts), else_=on)
    these = or_(Appointment.id.in_(appointment_ids), Appointment.stands_in_for_id.in_(appointment_ids))
    session.execute(
        update(Appointment)
        .where(these, left(on))
        .values(ends=first_day)
        .execution_options(synchronize_session=False)
    )


def pause(session: Session, appointment: Appointment, first: date, until: date | None) -> None:
    """A leave; `until` is the first day back, or None when nobody knows yet."""
    if until is not None and until <= first:
        raise Refused(
            "Första dagen tillbaka måste vara efter den första lediga dagen.",
            "The first day back must be after the first day away.",
        )
    appointment.paused_from, appointment.paused_until = first, until
    session.flush()


def resume(session: Session, appointment: Appointment, on: date) -> None:
    """Back from leave. A pause that had not begun is taken away."""
    if appointment.paused_from is not None and appointment.paused_from >= on:
        appointment.paused_from = appointment.paused_until = None
    elif appointment.paused_from is not None:
        appointment.paused_until = min(on, appointment.paused_until or on)
    session.flush()


def hand_over(session: Session, appointment: Appointment, to_person_id: int, on: date) -> Appointment:
    """Ends one and starts another with the same mandate, so that the unit is never without."""
    unit = session.get_one(Unit, appointment.unit_id)
    end(session, appointment, on)
    session.flush()
    return appoint(session, to_person_id, unit, Role(appointment.role), on, mandate=appointment.mandate)


def reps_of(session: Session, unit_id: int, on: date) -> list[tuple[Person, Appointment]]:
    """Stand-ins counted, paused not."""
    return of_unit(session, unit_id, on, Role.REP)


def of_unit(
    session: Session, unit_id: int, on: date, role: Role | None = None, with_paused: bool = False
) -> list[tuple[Person, Appointment]]:
    """By name. Whoever shows names adds `persons.visible`."""
    when = in_force(on) if with_paused else holding(on)
    found = select(Person, Appointment).join(Appointment, Appointment.person_id == Person.id)
    found = found.where(Appointment.unit_id == unit_id, when).order_by(Person.sort_name, Appointment.id)
    if role is not None:
        found = found.where(Appointment.role == role)
    return [(person, appointment) for person, appointment in session.execute(found)]


def of_person(session: Session, person_id: int) -> list[tuple[Appointment, Unit]]:
    """All of them, those that hold or come first, then the latest ended."""
    found = (
        select(Appointment, Unit)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(Appointment.person_id == person_id)
        .order_by(Appointment.ends.is_(None).desc(), Appointment.ends.desc(), Appointment.starts.desc())
    )
    return [(appointment, unit) for appointment, unit in session.execute(found)]
