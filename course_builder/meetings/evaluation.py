"""What the room thought of the hour: counts of answers by phone and on paper, told from five answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.problems import Language
from course_builder.meetings.models import Ballot, Meeting, Round
from course_builder.people.refused import Refused
from course_builder.player.hour.evaluation import STEP, Question, questions

LEAST = 5
"""Fewer answers than this are told to nobody."""
MOST = 1000
"""Answers to one option that are typed in."""


@dataclass(frozen=True)
class Result:
    """`rows` are `(text, how many)`, or None where there are too few answers to tell; of words, those let through."""

    ask: str
    kind: str
    answers: int
    rows: tuple[tuple[str, int], ...] | None


def results(session: Session, meeting: Meeting) -> list[Result]:
    """Of the questions that somebody has answered."""
    rounds = _rounds(session, meeting)
    phones = {one.id: _by_phone(session, one) for one in rounds}
    told = [_result(one, phones[one.id]) for one in rounds]
    return [one for one in told if one.answers]


def on_paper(
    session: Session, meeting: Meeting, language: Language
) -> list[tuple[Question, Mapping[str, int]]]:
    """The three questions with the counts that have been typed in, by option."""
    kept = {one.ask: one.paper for one in _rounds(session, meeting)}
    return [(one, kept.get(one.ask, {})) for one in questions(language) if one.kind == "choice"]


def type_in(
    session: Session, meeting: Meeting, language: Language, counts: Mapping[str, Mapping[str, int]]
) -> None:
    """Counts made by hand, by question and option: they stand instead of those typed in before."""
    kept = {one.ask: one for one in _rounds(session, meeting)}
    for number, question in enumerate(questions(language), start=1):
        if question.key not in counts:
            continue
        paper = _checked(counts[question.key], question)
        found = kept.get(question.ask)
        if found is not None:
            found.paper = paper
        elif paper:
            session.add(_round(meeting, question, number, paper))
    session.flush()


def _checked(counts: Mapping[str, int], question: Question) -> dict[str, int]:
    known = {key for key, _ in question.options}
    if any(not 0 <= many <= MOST for many in counts.values()):
        raise Refused(f"Skriv antal mellan 0 och {MOST}.", f"Write numbers between 0 and {MOST}.")
    return {key: many for key, many in counts.items() if key in known and many}


def _round(meeting: Meeting, question: Question, number: int, paper: dict[str, int]) -> Round:
    return Round(
        id=token_hex(16), meeting_id=meeting.id, step=STEP, number=number, kind=question.kind, ask=question.ask,
        options=[{"key": key, "text": text} for key, text in question.options], state="closed", paper=paper,
    )  # fmt: skip


def _rounds(session: Session, meeting: Meeting) -> Sequence[Round]:
    found = select(Round).where(Round.meeting_id == meeting.id, Round.step == STEP)
    return session.scalars(found.order_by(Round.number, Round.id)).all()


def _by_phone(session: Session, one: Round) -> Mapping[str, int]:
    """Counted once and for all when the hour is closed; until then from the ballots."""
    if one.tally is not None:
        return {key: many for key, many in one.tally.items() if isinstance(many, int)}
    found = select(Ballot.given, func.count()).where(Ballot.round_id == one.id).group_by(Ballot.given)
    return {given: many for given, many in session.execute(found)}


def _result(one: Round, phones: Mapping[str, int]) -> Result:
    paper: Mapping[str, Any] = one.paper or {}
    if one.kind == "word":
        said = [(str(option["text"]), phones.get(str(option["key"]), 1)) for option in one.options]
        many = sum(phones.values()) or sum(count for _, count in said)
        return Result(one.ask, one.kind, many, tuple(said) if many >= LEAST else None)
    rows = tuple(
        (str(option["text"]), phones.get(option["key"], 0) + int(paper.get(option["key"], 0)))
        for option in one.options
    )
    many = sum(count for _, count in rows)
    return Result(one.ask, one.kind, many, rows if many >= LEAST else None)
