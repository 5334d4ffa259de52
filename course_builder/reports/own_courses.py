"""A learner's courses as her own page shows them: what to do next, what remains and how long it takes, what is done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.certificates import of_person
from course_builder.learning.models import Certificate, Enrolment
from course_builder.learning.requirements import standing_of
from course_builder.learning.settling import progress
from course_builder.learning.since import since_taken
from course_builder.learning.standing import Standing
from course_builder.library.catalogue import Offered, offered
from course_builder.library.releases import course_of
from course_builder.library.titles import titles

FAR = date.max


@dataclass(frozen=True)
class Own:
    """`share` is how much is read, 0..1; `left` the minutes that remain. `offered` is empty for a course that is not kept here."""

    standing: Standing
    title: str
    minutes: int
    share: float
    offered: Offered | None
    certificate: Certificate | None
    under_way: bool
    """She has begun a round that is not finished: there is something to go on with."""
    cover: str | None
    """The file of its picture, in the newest release."""
    new: tuple[str, ...] = ()
    """What is new since she took it, when a refresher is due."""

    @property
    def left(self) -> int:
        return max(1, round(self.minutes * (1 - self.share))) if self.minutes else 0


@dataclass(frozen=True)
class Page:
    """`next` is what to do first. `own_choice` is under way though nobody asked."""

    next: Own | None
    remaining: tuple[Own, ...]
    unknown: tuple[Own, ...]
    refresh: tuple[Own, ...]
    own_choice: tuple[Own, ...]
    done: tuple[Own, ...]
    exempt: tuple[Own, ...]


def own_page(session: Session, person_id: int, today: date) -> Page:
    everything = own_courses(session, person_id, today)
    remaining = _first([one for one in everything if one.standing.remaining])
    refresh = _first([one for one in everything if _to_refresh(one)])
    chosen = [one for one in everything if one.standing.own_choice and one.standing.state == "started"]
    first = next(
        iter([*(one for one in [*remaining, *refresh, *chosen] if one.under_way), *remaining, *refresh]), None
    )
    return Page(
        first, tuple(remaining), tuple(one for one in everything if one.standing.state == "unknown"),
        tuple(refresh), tuple(chosen),
        tuple(sorted((one for one in everything if one.standing.state == "completed"), key=_newest)),
        tuple(one for one in everything if one.standing.state == "exempt"),
    )  # fmt: skip


def own_courses(session: Session, person_id: int, today: date) -> Sequence[Own]:
    standings = standing_of(session, person_id, today)
    ids = {one.course_id for one in standings} | {
        one.refresher_course_id for one in standings if one.refresher_course_id
    }
    there = offered(session, ids)
    elsewhere = ids - there.keys()
    named = {
        **(titles(session, elsewhere) if elsewhere else {}),
        **{one.course_id: one.title for one in there.values()},
    }
    rounds = _rounds(session, person_id)
    papers = {paper.completion_seq: paper for paper, _ in of_person(session, person_id)}
    return [
        _own(session, one, there.get(one.course_id), named[one.course_id], rounds, papers)
        for one in standings
    ]


def _own(
    session: Session, standing: Standing, found: Offered | None, title: str, rounds: Mapping[str, Enrolment],
    papers: Mapping[int, Certificate],
) -> Own:  # fmt: skip
    last = rounds.get(standing.course_id)
    under_way = last is not None and last.done is None
    share = progress(session, last.id, course_of(session, last.release_id)) if last and under_way else 0.0
    return Own(
        standing, title, found.minutes if found else 0, share, found,
        papers.get(standing.completion_seq or 0), under_way, _cover(session, found),
        since_taken(session, standing) if standing.refresher_due else (),
    )  # fmt: skip


def _cover(session: Session, found: Offered | None) -> str | None:
    cover = course_of(session, found.release_id).cover if found else None
    return cover.name if cover else None


def _rounds(session: Session, person_id: int) -> Mapping[str, Enrolment]:
    """Her latest round of each course."""
    found = select(Enrolment).where(Enrolment.person_id == person_id).order_by(Enrolment.round)
    return {one.course_id: one for one in session.scalars(found)}


def _to_refresh(one: Own) -> bool:
    return one.standing.refresher_due and not one.standing.remaining


def _first(found: Iterable[Own]) -> list[Own]:
    """What has a day comes before what has none."""
    return sorted(found, key=lambda one: (one.standing.due or one.standing.valid_until or FAR, one.title))


def _newest(one: Own) -> tuple[int, str]:
    return (-(one.standing.on or date.min).toordinal(), one.title)
