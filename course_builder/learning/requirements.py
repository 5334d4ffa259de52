"""What is asked of whom: a course of a role, of a unit and everything under it, or of named people."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.learning.events import Kind, record
from course_builder.learning.models import Exemption, RequiredOf, Requirement
from course_builder.learning.standing import Standing
from course_builder.learning.standings import InUnit, standing_of, standing_of_unit
from course_builder.people.models import Role
from course_builder.people.refused import Refused

__all__ = [
    "InUnit",
    "Standing",
    "ask_again",
    "end",
    "exempt",
    "exemptions",
    "in_force",
    "persons_of",
    "require",
    "standing_of",
    "standing_of_unit",
]

MOST_DAYS = 3660


def require(
    session: Session,
    course_id: str,
    now: datetime,
    made_by_id: int | None,
    *,
    role: Role | None = None,
    unit_id: int | None = None,
    person_ids: Iterable[int] = (),
    due: date | None = None,
    within_days: int | None = None,
) -> Requirement:
    """Raises Refused when it is asked of nobody, of two kinds of people, or with two kinds of time."""
    persons = sorted(set(person_ids))
    _check(role, unit_id, persons, due, within_days)
    made = Requirement(
        course_id=course_id, role=role.value if role else None, unit_id=unit_id, due=due, within_days=within_days,
        made=now, made_by_id=made_by_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    if persons:
        session.execute(
            insert(RequiredOf), [{"requirement_id": made.id, "person_id": one} for one in persons]
        )
    return made


def _check(
    role: Role | None, unit_id: int | None, persons: Sequence[int], due: date | None, within_days: int | None
) -> None:
    if not persons and role is None and unit_id is None:
        raise Refused(
            "Välj vem kursen gäller: ett uppdrag, en enhet eller namngivna personer.",
            "Choose whom the course is for: an appointment, a unit or named people.",
        )
    if persons and (role is not None or unit_id is not None):
        raise Refused(
            "Välj antingen namngivna personer, eller ett uppdrag och en enhet.",
            "Choose either named people, or an appointment and a unit.",
        )
    if due is not None and within_days is not None:
        raise Refused(
            "Välj antingen ett datum eller ett antal dagar från uppdraget.",
            "Choose either a date or a number of days from the appointment.",
        )
    if within_days is not None and not 1 <= within_days <= MOST_DAYS:
        raise Refused("Ange mellan 1 och 3660 dagar.", "Give between 1 and 3660 days.")


def end(session: Session, requirement_id: int, now: datetime) -> None:
    """It is asked no longer; what was done stays. Raises NoResultFound for an unknown one."""
    requirement = session.get_one(Requirement, requirement_id)
    requirement.ended = requirement.ended or now
    session.flush()


def in_force(session: Session) -> Sequence[Requirement]:
    """All that are asked today, by course."""
    found = select(Requirement).where(Requirement.ended.is_(None))
    return session.scalars(found.order_by(Requirement.course_id, Requirement.id)).all()


def persons_of(session: Session, requirement_id: int) -> list[int]:
    """Of one that names people."""
    found = select(RequiredOf.person_id).where(RequiredOf.requirement_id == requirement_id)
    return list(session.scalars(found.order_by(RequiredOf.person_id)))


def exempt(
    session: Session, requirement_id: int, person_id: int, code: str, actor_id: int | None, now: datetime
) -> None:
    """The requirement does not hold for her. `code` is never health, and never a person's words."""
    requirement = session.get_one(Requirement, requirement_id)
    row = {"requirement_id": requirement_id, "person_id": person_id, "code": code, "made": now}
    made = session.execute(insert_new(session, Exemption).values(row).returning(Exemption.person_id))
    if made.scalar_one_or_none() is not None:
        data = {"requirement": requirement_id, "why": code}
        record(
            session,
            Kind.EXEMPTED,
            person_id,
            now,
            course_id=requirement.course_id,
            actor_id=actor_id,
            data=data,
        )


def ask_again(
    session: Session, requirement_id: int, person_id: int, actor_id: int | None, now: datetime
) -> None:
    """Ends an exemption, if there is one."""
    requirement = session.get_one(Requirement, requirement_id)
    gone = session.execute(
        delete(Exemption)
        .where(Exemption.requirement_id == requirement_id, Exemption.person_id == person_id)
        .returning(Exemption.person_id)
    )
    if gone.scalar_one_or_none() is not None:
        data = {"requirement": requirement_id}
        record(session, Kind.ASKED_AGAIN, person_id, now, course_id=requirement.course_id, actor_id=actor_id, data=data)  # fmt: skip


def exemptions(session: Session, requirement_id: int) -> dict[int, str]:
    """Code by person."""
    rows = session.execute(
        select(Exemption.person_id, Exemption.code).where(Exemption.requirement_id == requirement_id)
    )
    return {person_id: code for person_id, code in rows}
