"""Disposal by decision (gallring enligt beslut). Everything is kept unless a rule with a decision says otherwise,
and then only when a person asks for it, after she has seen what would go. No timer ever comes here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from course_builder.learning.days import SWEDEN
from course_builder.learning.models import Answer, Enrolment
from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import AttendanceChange, Attendee, Meeting, Steering, Way
from course_builder.people.models import Person
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.post.models import Letter
from course_builder.reports.models import DisposalLine, DisposalRule

AT_A_TIME = 500
MOST_MONTHS = 600


class What(StrEnum):
    """What a rule may be about. Completions, events, certificates and what has been given out are always kept."""

    ANSWERS = "answers"
    """The words and choices of courses that are done. Marks and results stay."""
    ATTENDANCE = "attendance"
    """The names on the lists of hours that have ended. How many were there stays, and so do completions."""
    STEERING = "steering"
    """Which leader did what while an hour ran."""
    LETTERS = "letters"
    """Text and address of letters that were sent. That one was sent, when and to whom stays."""


@dataclass(frozen=True)
class Found:
    """What would go: everything from before the day."""

    before: date
    keys: tuple[int, ...]

    @property
    def digest(self) -> str:
        """Over the keys: what was looked at is what goes."""
        return sha256(",".join(map(str, self.keys)).encode()).hexdigest()


def decide(
    session: Session, what: What, months: int, decision: str, decided: date, actor_id: int, now: datetime
) -> DisposalRule:
    """Raises Refused without a decision."""
    decision = " ".join(decision.split())
    if not 0 < len(decision) <= 200 or looks_like(decision):
        raise Refused(
            "Skriv beslutets diarienummer. Utan beslut bevaras allt.", "Write the reference of the decision. Without one everything is kept.",
        )  # fmt: skip
    if not 0 < months <= MOST_MONTHS:
        raise Refused("Skriv hur gammalt det ska vara, i månader.", "Write how old it must be, in months.")
    made = DisposalRule(
        what=what.value, months=months, decision=decision, decided=decided, made=now, made_by_id=actor_id
    )
    session.add(made)
    session.flush()
    return made


def end(session: Session, rule: DisposalRule, now: datetime) -> None:
    if rule.ended is None:
        rule.ended = now


def rules(session: Session) -> Sequence[DisposalRule]:
    return session.scalars(
        select(DisposalRule).order_by(DisposalRule.ended.is_not(None), DisposalRule.id)
    ).all()


def lines(session: Session) -> Sequence[tuple[DisposalLine, str]]:
    """The record of disposal, with who did it, the latest first."""
    asked = (
        select(DisposalLine, Person.name)
        .join(Person, Person.id == DisposalLine.by_id)
        .order_by(DisposalLine.id.desc())
    )
    return [(line, name) for line, name in session.execute(asked)]


def dry_run(session: Session, rule: DisposalRule, today: date) -> Found:
    """Changes nothing."""
    before = _months_back(today, rule.months)
    moment = datetime(before.year, before.month, before.day, tzinfo=SWEDEN)
    return Found(before, tuple(session.scalars(FIND[What(rule.what)](moment))))


def dispose(
    session: Session, rule: DisposalRule, looked_at: str, actor_id: int, now: datetime, today: date
) -> DisposalLine:
    """`looked_at` is the digest of the dry run. Raises Refused when the rule has ended, nothing is there, or it is no longer the same."""
    if rule.ended is not None:
        raise Refused("Regeln gäller inte längre.", "The rule no longer holds.")
    found = dry_run(session, rule, today)
    if not found.keys or found.digest != looked_at:
        raise Refused(
            "Det som skulle gallras är inte detsamma som när du tittade. Titta igen.",
            "What would be disposed of is not the same as when you looked. Look again.",
        )
    for start in range(0, len(found.keys), AT_A_TIME):
        DISPOSE[What(rule.what)](session, found.keys[start : start + AT_A_TIME])
    line = DisposalLine(
        rule_id=rule.id, what=rule.what, decision=rule.decision, before=found.before, count=len(found.keys), digest=found.digest,
        at=now, by_id=actor_id,
    )  # fmt: skip
    session.add(line)
    session.flush()
    return line


def _answers(before: datetime) -> Select[int]:
    return (
        select(Answer.id)
        .join(Enrolment, Enrolment.id == Answer.enrolment_id)
        .where(Answer.stored < before, Enrolment.done < before)
        .order_by(Answer.id)
    )


def _letters(before: datetime) -> Select[int]:
    return (
        select(Letter.id)
        .where(Letter.state == "sent", Letter.sent < before, Letter.body != "")
        .order_by(Letter.id)
    )


def _attendance(before: datetime) -> Select[int]:
    """Hours that have names left."""
    named = select(Attendee.meeting_id).distinct()
    return select(Meeting.id).where(Meeting.ended < before, Meeting.id.in_(named)).order_by(Meeting.id)


def _steering(before: datetime) -> Select[int]:
    return select(Steering.id).where(Steering.at < before).order_by(Steering.id)


def _dispose_answers(session: Session, keys: Sequence[int]) -> None:
    session.execute(delete(Answer).where(Answer.id.in_(keys)))


def _dispose_attendance(session: Session, keys: Sequence[int]) -> None:
    """What is left of the list is a number."""
    there = present_at(session, select(Meeting.id).where(Meeting.id.in_(keys)))
    for meeting_id in keys:
        values = {"number": there.get(meeting_id, 0), "way": Way.NUMBER.value}
        session.execute(update(Meeting).where(Meeting.id == meeting_id).values(values))
    session.execute(delete(AttendanceChange).where(AttendanceChange.meeting_id.in_(keys)))
    session.execute(delete(Attendee).where(Attendee.meeting_id.in_(keys)))


def _dispose_steering(session: Session, keys: Sequence[int]) -> None:
    session.execute(delete(Steering).where(Steering.id.in_(keys)))


def _dispose_letters(session: Session, keys: Sequence[int]) -> None:
    """The row stays: it is the send log, and keeps a reminder from going out twice."""
    session.execute(update(Letter).where(Letter.id.in_(keys)).values(body="", to=""))


FIND: Mapping[What, Callable[[datetime], Select[int]]] = {
    What.ANSWERS: _answers,
    What.ATTENDANCE: _attendance,
    What.STEERING: _steering,
    What.LETTERS: _letters,
}
DISPOSE: Mapping[What, Callable[[Session, Sequence[int]], None]] = {
    What.ANSWERS: _dispose_answers,
    What.ATTENDANCE: _dispose_attendance,
    What.STEERING: _dispose_steering,
    What.LETTERS: _dispose_letters,
}


def _months_back(today: date, months: int) -> date:
    """The same day so many months ago, or the last of that month."""
    whole = today.year * 12 + today.month - 1 - months
    year, month = divmod(whole, 12)
    for day in range(today.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(today.day, 28))
