"""A question to the phones of the room: opened, closed and shown by its leaders, in that order."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.problems import Language
from course_builder.database.notices import tell
from course_builder.jobs import table as jobs
from course_builder.meetings.ballots import BETWEEN, SCRUB, voters
from course_builder.meetings.models import LONGEST_LINE, LONGEST_TITLE, Meeting, Round
from course_builder.people.refused import Refused
from course_builder.player.hour.evaluation import STEP, questions

ROUNDS = "rounds"
OPEN, CLOSED, SHOWN = "open", "closed", "shown"
MOST_OPTIONS, MOST_WORDS, MOST_ROUNDS = 10, 60, 100
LONGEST_WORD = 40
MOST_BY_HAND = 1000
CORNERS = 4
SCALE = 5
Kind = Literal["choice", "choices", "corners", "scale", "word"]


class Asked(BaseModel):
    """`id` is made by the page, so that a question that is sent twice is one. The keys of options are 1, 2, 3 …"""

    model_config = ConfigDict(strict=True, extra="ignore", str_strip_whitespace=True)

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    step: Annotated[str, Field(max_length=80)]
    kind: Kind
    ask: Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)]
    options: Annotated[
        list[Annotated[str, Field(max_length=LONGEST_TITLE)]], Field(max_length=MOST_OPTIONS)
    ] = []

    @model_validator(mode="after")
    def _as_many_as_it_needs(self) -> "Asked":
        """Of a scale only its two ends have words; the fourth corner is open, whatever the page says of the others."""
        many = len(self.options)
        fits = {"corners": many == CORNERS, "scale": many == SCALE, "word": many == 0}.get(
            self.kind, many >= 2
        )
        empty = self.kind != "scale" and not all(self.options)
        if not fits or empty or any(BETWEEN in key for key in self.keys):
            raise ValueError("options")
        return self

    @property
    def keys(self) -> list[str]:
        return [str(number) for number in range(1, len(self.options) + 1)]


class NotOpen(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Telefonerna är inte öppna för den här timmen. Starta timmen först.",
            "The phones are not open in this hour. Start the hour first.",
        )


def ask(session: Session, meeting_id: int, asked: Asked) -> Round:
    """Open from now on; one that is there already is left as it is. Raises NotOpen."""
    meeting = session.execute(select(Meeting).where(Meeting.id == meeting_id).with_for_update()).scalar_one()
    there = session.get(Round, asked.id)
    if there is not None and there.meeting_id == meeting_id:
        return there
    number = 1 + (session.scalar(select(func.count()).where(Round.meeting_id == meeting_id)) or 0)
    if meeting.salt is None or there is not None or number > MOST_ROUNDS:
        raise NotOpen
    options = [{"key": key, "text": text} for key, text in zip(asked.keys, asked.options, strict=True)]
    made = Round(
        id=asked.id, meeting_id=meeting_id, step=asked.step, number=number, kind=asked.kind, ask=asked.ask, options=options
    )  # fmt: skip
    session.add(made)
    session.flush()
    tell(session, meeting_id, ROUNDS)
    return made


def evaluate(session: Session, meeting_id: int, language: Language) -> None:
    """The questions of the evaluation, open from now on. Opened twice they are the same; what was typed from paper stays."""
    meeting = session.execute(select(Meeting).where(Meeting.id == meeting_id).with_for_update()).scalar_one()
    if meeting.salt is None:
        raise NotOpen
    there = {
        one.ask: one
        for one in session.scalars(select(Round).where(Round.meeting_id == meeting_id, Round.step == STEP))
    }
    for number, question in enumerate(questions(language), start=1):
        options = [{"key": key, "text": text} for key, text in question.options]
        found = there.get(question.ask) or Round(
            id=token_hex(16), meeting_id=meeting_id, step=STEP, number=number, kind=question.kind, ask=question.ask,
            options=options, state=CLOSED,
        )  # fmt: skip
        if found.state == CLOSED and voters(session, found) == 0:
            found.state = OPEN
        session.add(found)
    session.flush()
    tell(session, meeting_id, ROUNDS)


def of(session: Session, meeting_id: int, round_id: str) -> Round | None:
    """Locked: who votes just now is waited for, and whoever comes after sees what is decided here."""
    found = select(Round).where(Round.id == round_id, Round.meeting_id == meeting_id)
    return session.execute(found.with_for_update()).scalar_one_or_none()


def turn(session: Session, one: Round, state: str, now: datetime) -> None:
    """Closed, shown, or taken down again. A round that is closed is never opened: ask once more instead, for what has
    been seen of the answers must not be compared with one more.
    """
    if state in (CLOSED, SHOWN) and one.state != state:
        if one.state == OPEN:
            jobs.ask(
                session, SCRUB, {}, now, f"{SCRUB}:{one.id}"
            )  # in which order they answered is nowhere from now on
        one.state = state
        tell(session, one.meeting_id, ROUNDS)


def let_through(session: Session, one: Round, words: Sequence[str]) -> None:
    """Of a round for words: those that the room may see."""
    if one.kind == "word":
        chosen = dict.fromkeys(tidy(word) for word in words[:MOST_WORDS])
        one.options = [{"key": word, "text": word} for word in chosen if word]
        tell(session, one.meeting_id, ROUNDS)


def by_hand(session: Session, one: Round, counted: Mapping[str, int]) -> None:
    """Hands that were raised, or paper: instead of what was typed before."""
    known = {option["key"] for option in one.options}
    one.paper = {key: min(many, MOST_BY_HAND) for key, many in counted.items() if key in known and many > 0}
    tell(session, one.meeting_id, ROUNDS)


def tidy(word: str) -> str:
    """As words are compared: "Lyssna", " lyssna " and "LYSSNA" are one."""
    return " ".join(word.lower().split())[:LONGEST_WORD]
