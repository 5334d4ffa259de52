"""A letter to the manager of a unit that has lost its rep. Never the same twice: the outbox keeps the key of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from course_builder.content.problems import Language
from course_builder.content.render.dates import day
from course_builder.people.models import Person, Role
from course_builder.people.nearest import nearest
from course_builder.people.vacancies import Why, vacancies
from course_builder.post.letters import compose
from course_builder.post.outbox import write

PURPOSE = "vacancy"
LATELY = timedelta(days=30)
"""A vacancy older than that is known to its coordinator; a list of old appointments makes no letters."""


@dataclass(frozen=True)
class Told:
    """A manager and what she is told of. `tell` are the names and addresses of who keeps the unit's people."""

    unit_id: int
    unit: str
    since: date
    person_id: int
    name: str
    email: str
    language: str
    tell: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """One letter to each manager of each vacancy."""
        return f"{PURPOSE}:{self.unit_id}:{self.since.isoformat()}:{self.person_id}"


def due(session: Session, today: date) -> list[Told]:
    """Units whose rep left or went on leave of late, and nobody else is there: each with its manager, by the tree."""
    empty = {
        one.unit_path: (one, one.since)
        for one in vacancies(session, today)
        if one.why is not Why.NEVER and one.since is not None and one.since > today - LATELY
    }
    managers = nearest(session, empty, Role.MANAGER, today)
    coordinators = nearest(session, empty, Role.COORDINATOR, today)
    return [
        Told(one.unit_id, one.name, since, person.id, person.name, person.email, person.language, _reached(coordinators[path]))
        for path, (one, since) in empty.items()
        for person in managers[path]
        if person.email
    ]  # fmt: skip


def _reached(people: Sequence[Person]) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.email) for one in people if one.email and not one.protected)


def tell(
    session: Session,
    found: Sequence[Told],
    link: Callable[[int], str],
    rep: Callable[[Language], str],
    now: datetime,
) -> int:
    """Writes a letter to each who has not had this one; gives how many. `rep` is what a rep is called in a language."""
    return sum(
        _tell(session, one, link(one.unit_id), rep("en" if one.language == "en" else "sv"), now)
        for one in found
    )


def _tell(session: Session, one: Told, link: str, rep: str, now: datetime) -> bool:
    subject, body = compose(
        PURPOSE, one.language, name=one.name, unit=one.unit, since=day(one.since, one.language), rep=rep, tell=one.tell, link=link,
    )  # fmt: skip
    return write(session, one.email, subject, body, PURPOSE, one.key, now, one.person_id)
