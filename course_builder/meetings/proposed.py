"""Who may lead an hour of a unit: its manager and its representative are proposed, everybody who works there can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from course_builder.meetings.expected import of_unit
from course_builder.people import appointments
from course_builder.people.may import Actor
from course_builder.people.models import Person, Role, Unit
from course_builder.people.nearest import nearest
from course_builder.people.persons import hidden_among


@dataclass(frozen=True)
class Proposed:
    """`manager` and `rep` are who is proposed, or None; `everybody` is who can be chosen, by name."""

    manager: int | None
    rep: int | None
    everybody: Sequence[Person]


def proposed(session: Session, unit: Unit, on: date, actor: Actor) -> Proposed:
    """Without a manager of its own the unit has the nearest above it; whoever plans can always choose herself."""
    managers = nearest(session, [unit.path], Role.MANAGER, on)[unit.path]
    reps = [person for person, _ in appointments.reps_of(session, unit.id, on)]
    herself = session.get_one(Person, actor.person_id)
    known = {one.id: one for one in (*managers, *reps, *of_unit(session, unit, on, actor), herself)}
    hidden = hidden_among(session, actor, known) - {actor.person_id}
    shown = sorted(
        (one for one in known.values() if one.id not in hidden), key=lambda one: (one.sort_name, one.id)
    )
    return Proposed(_first(managers, actor, hidden), _first(reps, actor, hidden), shown)


def _first(people: Sequence[Person], actor: Actor, hidden: set[int]) -> int | None:
    """Herself when she is one of them."""
    ids = [one.id for one in people if one.id not in hidden]
    return actor.person_id if actor.person_id in ids else ids[0] if ids else None
