"""What the room thought of the hour: counts of answers by phone and on paper, told from five answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from secrets import token_hex

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.problems import Language
from course_builder.meetings.ballots import LEAST
from course_builder.meetings.models import Meeting, Round
from course_builder.meetings.results import shown
from course_builder.people.refused import Refused
from course_builder.player.hour.evaluation import STEP, Question, questions

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
    told = [_result(session, one) for one in _rounds(session, meeting)]
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


def _result(session: Session, one: Round) -> Result:
    told = shown(session, one)
    rows = tuple((str(option["text"]), int(option["count"])) for option in told["options"])
    return Result(one.ask, one.kind, told["total"], rows if told["total"] >= LEAST else None)
