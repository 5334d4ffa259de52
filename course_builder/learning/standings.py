"""Where people stand, one by one: for a person's own pages and for the list of a unit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from course_builder.learning.asks import Ask, Post, asks, concerns, due_of, exempted, named
from course_builder.learning.known import known
from course_builder.learning.models import Completion, Enrolment
from course_builder.learning.renewal import Rule, due_from, rules, valid_until
from course_builder.learning.standing import Standing, State
from course_builder.people.conditions import holding, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.persons import visible


class Done(NamedTuple):
    """As much of a completion as a standing needs."""

    event_seq: int
    person_id: int
    course_id: str
    on: date
    source: str
    release_id: int | None
    passed: bool | None


@dataclass
class Facts:
    """Of one person, by course."""

    asked: dict[str, list[tuple[date | None, bool]]] = field(default_factory=lambda: defaultdict(list))
    """Due and whether exempt, once for each requirement."""
    done: dict[str, list[Done]] = field(default_factory=lambda: defaultdict(list))
    """Those that count, the earliest first."""
    begun: set[str] = field(default_factory=set)

    @property
    def courses(self) -> set[str]:
        return {*self.asked, *self.done, *self.begun}


@dataclass(frozen=True)
class InUnit:
    """A person of a unit, as her manager may see her: no result and no answer."""

    person_id: int
    name: str
    unit_id: int
    standings: tuple[Standing, ...]

    @property
    def done(self) -> int:
        return sum(not one.own_choice and one.done for one in self.standings)

    @property
    def remaining(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.standings if one.remaining)


def standing_of(session: Session, person_id: int, today: date) -> tuple[Standing, ...]:
    """Every course she was asked to take, has begun or has completed, by course."""
    posts = _posts(session, select(Appointment.id).where(Appointment.person_id == person_id), today)
    facts = _facts(session, {person_id}, select(Person.id).where(Person.id == person_id), posts)
    return _standings(session, facts, today).get(person_id, ())


def standing_of_unit(session: Session, unit: Unit, today: date, actor: Actor) -> list[InUnit]:
    """The people of the unit and everything under it, by name; protected persons are absent. Only what was asked."""
    here = select(Appointment.id).join(Unit, Unit.id == Appointment.unit_id).where(under(unit.path))
    posts = _posts(session, here, today)
    persons = select(Appointment.person_id).where(Appointment.id.in_(here), holding(today))
    people = session.execute(
        select(Person.id, Person.name)
        .where(Person.id.in_(persons), visible(session, actor))
        .order_by(Person.sort_name, Person.id)
    ).all()
    standings = _standings(session, _facts(session, {one.id for one in people}, persons, posts), today)
    at = {post.person_id: post.unit_id for post in reversed(posts)}
    return [
        InUnit(one.id, one.name, at[one.id], tuple(s for s in standings.get(one.id, ()) if not s.own_choice))
        for one in people
    ]


def _posts(session: Session, these: Select[int], today: date) -> list[Post]:
    rows = session.execute(
        select(
            Appointment.person_id, Appointment.unit_id, Unit.path, Appointment.role, Appointment.starts,
            Appointment.paused_until,
        )
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(Appointment.id.in_(these), holding(today))
        .order_by(Appointment.id)
    )  # fmt: skip
    return [Post(*row) for row in rows]


def _facts(
    session: Session, person_ids: set[int], persons: Select[int], posts: Sequence[Post]
) -> dict[int, Facts]:
    facts = {person_id: Facts() for person_id in person_ids}
    _asked(session, facts, posts)
    for one in _done(session, persons):
        if one.person_id in facts:
            facts[one.person_id].done[one.course_id].append(one)
    begun = select(Enrolment.person_id, Enrolment.course_id).where(Enrolment.person_id.in_(persons))
    for person_id, course_id in session.execute(begun):
        if person_id in facts:
            facts[person_id].begun.add(course_id)
    return facts


def _done(session: Session, persons: Select[int]) -> Iterator[Done]:
    """Completions that count, the earliest first."""
    columns = (getattr(Completion, name) for name in Done._fields)
    found = select(*columns).where(Completion.person_id.in_(persons), Completion.counts)
    for row in session.execute(found.order_by(Completion.on, Completion.event_seq)):
        yield Done(*row)


def _asked(session: Session, facts: Mapping[int, Facts], posts: Sequence[Post]) -> None:
    free = exempted(session)
    by_person: dict[int, list[Post]] = defaultdict(list)
    for post in posts:
        by_person[post.person_id].append(post)
    named_too = named(session)
    for ask in asks(session):
        for person_id, one in facts.items():
            hers = _by(ask, by_person[person_id], (ask.id, person_id) in named_too)
            if hers is not None:
                one.asked[ask.course_id].append((due_of(ask, hers), (ask.id, person_id) in free))


def _by(ask: Ask, posts: Iterable[Post], is_named: bool) -> list[Post] | None:
    """The appointments a requirement concerns her by; None when it does not."""
    if is_named:
        return list(posts)
    return [post for post in posts if concerns(ask, post)] or None


def _standings(session: Session, facts: Mapping[int, Facts], today: date) -> dict[int, tuple[Standing, ...]]:
    decided = rules(session)
    known_ones = known(session, {course_id for one in facts.values() for course_id in one.courses})
    return {
        person_id: tuple(
            _standing(one, course_id, decided.get(course_id), course_id in known_ones, today)
            for course_id in sorted(one.courses)
        )
        for person_id, one in facts.items()
    }


def _standing(facts: Facts, course_id: str, rule: Rule | None, is_known: bool, today: date) -> Standing:
    asked = facts.asked.get(course_id, [])
    open_ones = [due for due, is_exempt in asked if not is_exempt]
    due = min((day for day in open_ones if day is not None), default=None)
    is_exempt = bool(asked) and not open_ones
    last = _last(facts, course_id, rule)
    if last is None:
        state = _state(course_id in facts.begun, is_exempt, is_known)
        return Standing(course_id, state, due, own_choice=not asked)
    until = valid_until(rule, last.on) if rule else None
    holds = until is None or today < until
    return Standing(
        course_id, "exempt" if is_exempt and not holds else "completed", due, last.source, last.on, until,
        own_choice=not asked,
        refresher_due=rule is not None and due_from(rule, last.on) <= today,
        release_id=last.release_id, completion_seq=last.event_seq, passed=last.passed,
        refresher_course_id=rule.refresher_course_id if rule else None,
        holds=holds,
    )  # fmt: skip


def _state(begun: bool, exempt: bool, is_known: bool) -> State:
    if exempt:
        return "exempt"
    if begun:
        return "started"
    return "not_started" if is_known else "unknown"


def _last(facts: Facts, course_id: str, rule: Rule | None) -> Done | None:
    """The latest completion of the course, or of its refresher when that came after."""
    own = facts.done.get(course_id)
    if not own:
        return None
    other = facts.done.get(rule.refresher_course_id or "", []) if rule else []
    return max([own[-1], *(one for one in other if one.on >= own[0].on)], key=lambda one: one.on)
