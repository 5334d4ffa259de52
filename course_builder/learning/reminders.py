"""Letters to those for whom a refresher is due. Never the same twice: the outbox keeps the key of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from course_builder.content.render.dates import day, lasting
from course_builder.learning.asks import asks
from course_builder.learning.coverage import people_asked
from course_builder.learning.held import held
from course_builder.learning.models import Completion
from course_builder.learning.renewal import Rule, rules, valid_until
from course_builder.library.models import Release
from course_builder.library.releases import latest
from course_builder.people.models import Person
from course_builder.post.letters import compose
from course_builder.post.outbox import write

PURPOSE = "renewal"


@dataclass(frozen=True)
class Due:
    """Somebody who has completed a course, whom it is asked of, and whose window has opened."""

    person_id: int
    name: str
    email: str | None
    language: str
    course_id: str
    completed: date
    valid_until: date
    take: str
    """The course to take: the refresher, or the same again."""

    @property
    def key(self) -> str:
        """One letter for each time the completion runs out."""
        return f"{PURPOSE}:{self.course_id}:{self.person_id}:{self.valid_until.isoformat()}"


def due(session: Session, today: date) -> list[Due]:
    """By course and person. Nobody, where no region has decided anything."""
    return [one for _, rule in sorted(rules(session).items()) for one in _due_of(session, rule, today)]


def _due_of(session: Session, rule: Rule, today: date) -> list[Due]:
    there = asks(session, rule.course_id)
    if not there:
        return []
    window = today + timedelta(days=rule.window_days)
    running_out = held(rule.course_id, None, today), ~held(rule.course_id, rule, window)
    asked = union(
        *(people_asked(ask, today).with_only_columns(Person.id).where(*running_out) for ask in there)
    )
    people = select(Person.id, Person.name, Person.email, Person.language).where(Person.id.in_(asked))
    rows = session.execute(people.order_by(Person.id)).all()
    last = _last(session, rule, [row.id for row in rows])
    return [
        Due(*row, rule.course_id, last[row.id], valid_until(rule, last[row.id]), rule.refresher_course_id or rule.course_id)
        for row in rows
    ]  # fmt: skip


def _last(session: Session, rule: Rule, person_ids: Sequence[int]) -> dict[int, date]:
    """The last completion of the course or its refresher."""
    courses = [rule.course_id, *([rule.refresher_course_id] if rule.refresher_course_id else [])]
    found = select(Completion.person_id, func.max(Completion.on)).where(
        Completion.course_id.in_(courses), Completion.counts, Completion.person_id.in_(person_ids)
    )
    return {person_id: on for person_id, on in session.execute(found.group_by(Completion.person_id))}


def remind(session: Session, found: Sequence[Due], link: Callable[[str], str], now: datetime) -> int:
    """Writes a letter to each who has an address and has not had this one; gives the number of new letters.

    `link` makes the address of a course. Nothing is sent here.
    """
    return sum(_remind(session, one, link, now) for one in found if one.email)


def _remind(session: Session, one: Due, link: Callable[[str], str], now: datetime) -> bool:
    release = latest(session, one.take)
    if release is None:
        return False
    subject, body = compose(
        PURPOSE, one.language, name=one.name, course=_course(session, one, release), link=link(one.take)
    )
    return write(session, one.email or "", subject, body, PURPOSE, one.key, now, one.person_id)


def _course(session: Session, one: Due, release: Release) -> dict[str, object]:
    own = latest(session, one.course_id)
    return {
        "title": own.title if own else release.title,
        "next": release.title,
        "lasting": lasting(release.minutes, one.language),
        "completed": day(one.completed, one.language),
        "due": day(one.valid_until, one.language),
    }
