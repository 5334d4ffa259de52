"""What is asked, as whoever asks it sees it: of whom, until when, and for whom it remains."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, not_, select
from sqlalchemy.orm import Session

from course_builder.learning.models import Exemption, RequiredOf, Requirement
from course_builder.learning.requirements import in_force
from course_builder.library.titles import titles
from course_builder.people.may import Action, Actor, may
from course_builder.people.models import Person, Role, Unit
from course_builder.people.persons import visible, within


@dataclass(frozen=True)
class Asked:
    """`unit` is where it holds; None for named people, of whom `people` are within the reader's reach."""

    requirement: Requirement
    title: str
    unit: Unit | None
    role: Role | None
    people: int
    unit_path: str
    all_hers: bool = True
    """Whether everybody it is asked of is hers, so that she may end it."""


@dataclass(frozen=True)
class Exempted:
    person_id: int
    name: str
    code: str


def asked(session: Session, actor: Actor) -> list[Asked]:
    """What is asked today of people she coordinates, by course."""
    found = in_force(session)
    named = titles(session, {one.course_id for one in found})
    rows = (_asked(session, actor, one, named[one.course_id]) for one in found)
    return sorted((one for one in rows if one is not None), key=lambda one: (one.title, one.requirement.id))


def one_asked(session: Session, actor: Actor, requirement_id: int) -> Asked | None:
    found = session.get(Requirement, requirement_id)
    if found is None or found.ended is not None:
        return None
    return _asked(session, actor, found, titles(session, [found.course_id])[found.course_id])


def _asked(session: Session, actor: Actor, one: Requirement, title: str) -> Asked | None:
    """None for what is not hers. One of a role everywhere belongs to who coordinates everything."""
    unit = session.get(Unit, one.unit_id) if one.unit_id is not None else None
    role = Role(one.role) if one.role else None
    if role is None and unit is None:
        people = _people(session, actor, one.id)
        return (
            Asked(one, title, None, None, people, _reach(actor), not _elsewhere(session, actor, one.id))
            if people
            else None
        )
    made = Asked(one, title, unit, role, 0, unit.path if unit else region(session).unit_path)
    return made if may(actor, Action.REQUIRE, made) else None


def _reach(actor: Actor) -> str:
    """The highest unit she coordinates: of named people, those elsewhere are not hers to see."""
    return min((held.path for held in actor.held if held.role is Role.COORDINATOR), key=len)


@dataclass(frozen=True)
class Region:
    """The top of the tree: what holds there holds everywhere."""

    unit_path: str


def region(session: Session) -> Region:
    top = select(func.min(Unit.path)).where(Unit.parent_id.is_(None), Unit.ends.is_(None))
    return Region(session.scalar(top) or "/")


def _people(session: Session, actor: Actor, requirement_id: int) -> int:
    hers = (
        select(func.count())
        .select_from(RequiredOf)
        .join(Person, Person.id == RequiredOf.person_id)
        .where(RequiredOf.requirement_id == requirement_id, visible(session, actor), within(actor))
    )
    return session.scalar(hers) or 0


def _elsewhere(session: Session, actor: Actor, requirement_id: int) -> bool:
    """Whether some of the named people belong to others."""
    others = (
        select(Person.id)
        .join(RequiredOf, RequiredOf.person_id == Person.id)
        .where(RequiredOf.requirement_id == requirement_id, not_(within(actor)))
    )
    return session.scalar(others.limit(1)) is not None


def exempted(session: Session, actor: Actor, requirement_id: int) -> list[Exempted]:
    """By name; only people of hers."""
    rows = session.execute(
        select(Person.id, Person.name, Exemption.code)
        .join(Exemption, Exemption.person_id == Person.id)
        .where(Exemption.requirement_id == requirement_id, visible(session, actor), within(actor))
        .order_by(Person.sort_name, Person.id)
    )
    return [Exempted(*row) for row in rows]


def matched(session: Session, actor: Actor, lines: Sequence[str]) -> tuple[list[int], list[str]]:
    """People by work address or employee id, one a line; and the lines that name nobody she can see."""
    wanted = [line.strip() for line in lines if line.strip()]
    rows = session.execute(
        select(Person.id, Person.email, Person.employee_ref).where(
            Person.email.in_([one.lower() for one in wanted]) | Person.employee_ref.in_(wanted),
            visible(session, actor),
            within(actor),
        )
    )
    known = {key: person_id for person_id, email, ref in rows for key in (email, ref) if key}
    found = [known.get(one) or known.get(one.lower()) for one in wanted]
    unknown = [one for one, person_id in zip(wanted, found, strict=True) if person_id is None]
    return sorted({person_id for person_id in found if person_id is not None}), unknown
