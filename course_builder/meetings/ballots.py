"""Ballots become counts, and are gone: with them the phones, what their names were salted with, and every way in."""

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from course_builder.database.notices import tell
from course_builder.jobs.table import ask
from course_builder.meetings.models import Ballot, Meeting, Phone, Round
from course_builder.meetings.opening import STAGE

SCRUB = "scrub"
"""The job that sees to it that nothing of the ballots is left in the files of the database."""
TABLES = (Ballot.__tablename__, Phone.__tablename__)
FORGOTTEN = timedelta(hours=12)
LEAST = 5
"""Fewer answers by phone than this are told to nobody, and not kept."""
BETWEEN = ","
"""Between the keys of an answer with several."""
ALL = "*"
"""In kept counts whose sum does not say it: how many phones have answered."""


def counts(session: Session, one: Round) -> dict[str, int]:
    """By option; of words by what was written."""
    if one.tally is not None:
        return {key: number for key, number in one.tally.items() if key != ALL}
    given = session.execute(
        select(Ballot.given, func.count()).where(Ballot.round_id == one.id).group_by(Ballot.given)
    )
    found: Counter[str] = Counter()
    for answer, number in given:
        for key in answer.split(BETWEEN) if one.kind == "choices" else [answer]:
            found[key] += number
    return dict(sorted(found.items()))


def voters(session: Session, one: Round) -> int:
    """How many phones have answered."""
    if one.tally is not None:
        return int(one.tally.get(ALL, sum(one.tally.values())))
    return session.scalar(select(func.count()).where(Ballot.round_id == one.id)) or 0


def sum_up(session: Session, meeting: Meeting) -> None:
    """Only counts stay; done twice nothing is changed. Whoever is told "saved" while this goes on is counted: a ballot
    holds on to its round until it is durable.
    """
    rounds = session.scalars(
        select(Round).where(Round.meeting_id == meeting.id).order_by(Round.id).with_for_update()
    ).all()
    for one in rounds:
        if one.tally is None:
            one.tally = _kept(session, one)
        if one.state == "open":
            one.state = "closed"
    ids = [one.id for one in rounds]
    session.execute(delete(Ballot).where(Ballot.round_id.in_(ids)))
    session.execute(delete(Phone).where(Phone.meeting_id == meeting.id))
    meeting.code = meeting.door = meeting.wall = meeting.salt = None
    tell(session, meeting.id, STAGE)
    ask(
        session,
        SCRUB,
        {"meeting": meeting.id},
        meeting.ended or meeting.began or meeting.starts,
        f"{SCRUB}:{meeting.id}",
    )


def forget(session: Session, now: datetime) -> None:
    """Hours that nobody has closed: their answers do not lie there overnight."""
    left = select(Meeting).where(Meeting.salt.is_not(None), Meeting.began < now - FORGOTTEN)
    for meeting in session.scalars(left).all():
        sum_up(session, meeting)


def _kept(session: Session, one: Round) -> dict[str, int]:
    answered = voters(session, one)
    if answered < LEAST:
        return {}
    found = counts(session, one)
    if one.kind == "word":  # what no leader let through may be about somebody
        through = {str(option["key"]) for option in one.options}
        found = {word: number for word, number in found.items() if word in through}
    return {**found, ALL: answered} if one.kind in ("choices", "word") else found
