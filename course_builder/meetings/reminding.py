"""Letters before a follow-up date, to those who led the hour. Never the same twice: each action knows what it was told for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from course_builder.content.render.dates import day
from course_builder.meetings.models import AgreedAction, Leader, Outcome
from course_builder.people.conditions import holding
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.nearest import nearest
from course_builder.post.letters import compose
from course_builder.post.outbox import write

PURPOSE = "follow-up"
BEFORE = timedelta(days=7)


@dataclass(frozen=True)
class Due:
    """What a unit is soon to follow up, and who is told."""

    unit_id: int
    unit: str
    actions: tuple[AgreedAction, ...]
    to: tuple[Person, ...]


def due(session: Session, today: date) -> list[Due]:
    """Open actions whose date is a week away or nearer, and has not been told of. What is past its date makes no letter."""
    rows = session.execute(
        select(AgreedAction, Unit)
        .join(Unit, Unit.id == AgreedAction.unit_id)
        .where(
            AgreedAction.outcome == Outcome.OPEN.value,
            AgreedAction.follow_up >= today,
            AgreedAction.follow_up <= today + BEFORE,
            AgreedAction.reminded_for.is_distinct_from(AgreedAction.follow_up),
        )
        .order_by(Unit.path, AgreedAction.follow_up, AgreedAction.id)
    ).all()
    units = {unit.id: unit for _, unit in rows}
    leaders = _leaders(session, [one for one, _ in rows], today)
    others = _responsible(session, units.values(), today)
    by_unit = {unit_id: [one for one, unit in rows if unit.id == unit_id] for unit_id in units}
    return [
        Due(unit_id, units[unit_id].name, tuple(actions), _to(actions, leaders) or others[units[unit_id].path])
        for unit_id, actions in by_unit.items()
    ]  # fmt: skip


def remind(session: Session, found: Sequence[Due], link: Callable[[int], str], now: datetime) -> int:
    """Writes a letter to each; gives how many. `link` makes the address of a unit's actions."""
    return sum(_remind(session, one, link(one.unit_id), now) for one in found)


def _remind(session: Session, one: Due, link: str, now: datetime) -> int:
    """Told once of a date, whoever else the unit gets as its leaders later on."""
    written = 0
    for person in one.to:
        lines = [
            (action.what, day(action.follow_up, person.language))
            for action in one.actions
            if action.follow_up
        ]
        subject, body = compose(
            PURPOSE, person.language, name=person.name, unit=one.unit, actions=lines, link=link
        )
        latest = max(action.id for action in one.actions)
        key = f"{PURPOSE}:{person.id}:{latest}:{one.actions[0].follow_up}"
        written += write(session, person.email or "", subject, body, PURPOSE, key, now, person.id)
    for action in one.actions:
        session.get_one(AgreedAction, action.id).reminded_for = action.follow_up
    session.flush()
    return written


def _to(actions: Iterable[AgreedAction], leaders: Mapping[int, Sequence[Person]]) -> tuple[Person, ...]:
    found = {
        person.id: person
        for action in actions
        if action.meeting_id is not None
        for person in leaders.get(action.meeting_id, ())
    }
    return tuple(found.values())


def _leaders(
    session: Session, actions: Sequence[AgreedAction], today: date
) -> Mapping[int, Sequence[Person]]:
    """Of each hour, those who still are somebody here and can be reached."""
    here = exists().where(Appointment.person_id == Person.id, holding(today))
    rows = session.execute(
        select(Leader.meeting_id, Person)
        .join(Person, Person.id == Leader.person_id)
        .where(
            Leader.meeting_id.in_({one.meeting_id for one in actions}), Person.email.is_not(None), here
        )
        .order_by(Person.id)
    )  # fmt: skip
    found: dict[int, list[Person]] = {}
    for meeting_id, person in rows:
        found.setdefault(meeting_id, []).append(person)
    return found


def _responsible(session: Session, units: Iterable[Unit], today: date) -> Mapping[str, tuple[Person, ...]]:
    """The managers of each unit, or of the nearest above it."""
    managers = nearest(session, [one.path for one in units], Role.MANAGER, today)
    return {path: tuple(one for one in people if one.email) for path, people in managers.items()}
