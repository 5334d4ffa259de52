"""Rows that a person settles: matched by hand, the list or what is known holds, set aside, corrected later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning import completions
from course_builder.learning.days import day_of
from course_builder.people.models import Person
from course_builder.people.refused import Refused
from course_builder.portal import known, recording, trace
from course_builder.portal.courses import titles
from course_builder.portal.matching import Matcher, within
from course_builder.portal.models import OPEN, CompletionList, ListRow, RowState
from course_builder.portal.plan import EARLIEST
from course_builder.portal.results import Outcome


@dataclass(frozen=True)
class Settled:
    """What a person says that a row means."""

    person_id: int
    course_id: str
    on: date
    outcome: Outcome


def settle(
    session: Session, row: ListRow, said: Settled, paths: Sequence[str], actor_id: int, now: datetime
) -> None:
    """An open row becomes what she says. Raises Refused when the person or course is unknown, or the day cannot be."""
    _open(row)
    _possible(session, said, paths, day_of(now))
    _fill(row, said)
    _settled(session, row, actor_id, now)
    trace.leave(session, row.brought, "matched", actor_id, now, row)


def list_holds(session: Session, row: ListRow, actor_id: int, now: datetime) -> None:
    """Of a contradiction: what was known is withdrawn, and what the list says is recorded. Raises Refused."""
    _open(row)
    if row.contradicts_seq is None or row.person_id is None:
        raise Refused("Säg först vem raden gäller.", "First say whom the row is about.")
    completions.withdraw(session, row.contradicts_seq, "contradicted", actor_id, now)
    if row.outcome == Outcome.NOT_YET:
        row.state, row.reason = RowState.NOT_YET, ""
    else:
        recording.record(session, row, row.brought.source, actor_id, now)
    _forget_name(row)
    trace.leave(session, row.brought, "accepted", actor_id, now, row)


def set_aside(session: Session, row: ListRow, why: str, actor_id: int, now: datetime) -> None:
    """Nothing is recorded, and the same row in a later list is not asked about again. Raises Refused without a reason."""
    note = trace.reason(why)
    _open(row)
    row.state = RowState.SET_ASIDE
    _forget_name(row)
    trace.leave(session, row.brought, "set_aside", actor_id, now, row, note)


def correct(
    session: Session,
    row: ListRow,
    said: Settled | None,
    why: str,
    paths: Sequence[str],
    actor_id: int,
    now: datetime,
) -> None:
    """What the row made is withdrawn, and what she says instead is recorded; None: nothing instead. Raises Refused."""
    note = trace.reason(why)
    if row.state != RowState.TAKEN or row.brought.undone is not None:
        raise Refused(
            "Raden står inte för något som kan rättas.", "The row stands for nothing that can be corrected."
        )
    if said is not None:
        _possible(session, said, paths, day_of(now))
    recording.withdraw(session, row, actor_id, now, "corrected")
    if said is not None:
        _fill(row, said)
        _settled(session, row, actor_id, now)
    trace.leave(session, row.brought, "corrected" if said else "withdrawn", actor_id, now, row, note)


def try_again(
    session: Session, brought: CompletionList, paths: Sequence[str], actor_id: int, now: datetime
) -> int:
    """Rows whose person has come since, by id or work address. How many were recorded."""
    waiting = session.scalars(
        select(ListRow).where(
            ListRow.list_id == brought.id, ListRow.state == RowState.UNMATCHED, ListRow.reason == "who"
        )
    ).all()
    matcher = Matcher(session, (row.said for row in waiting), paths)
    settled = 0
    for row in waiting:
        row.person_id = matcher.match(row.said).person_id
        if row.person_id is not None and row.on is not None:
            _settled(session, row, actor_id, now)
            settled += 1
    if settled:
        trace.leave(session, brought, "tried_again", actor_id, now, note=str(settled))
    return settled


def _settled(session: Session, row: ListRow, actor_id: int, now: datetime) -> None:
    """Recorded, unless it is not done or known already."""
    _forget_name(row)
    if row.outcome == Outcome.NOT_YET:
        row.state, row.reason = RowState.NOT_YET, ""
        return
    standing = known.completions(session, [row.person_id or 0], [row.course_id or ""])
    if any(one.on == row.on for one in standing.get((row.person_id or 0, row.course_id or ""), ())):
        row.state, row.reason, row.event_seq = RowState.KNOWN, "completion", None
        return
    recording.record(session, row, row.brought.source, actor_id, now)


def _open(row: ListRow) -> None:
    if row.state not in OPEN or row.brought.undone is not None:
        raise Refused("Raden är redan utredd.", "The row is settled already.")


def _fill(row: ListRow, said: Settled) -> None:
    row.person_id, row.course_id, row.on, row.outcome = said.person_id, said.course_id, said.on, said.outcome
    row.contradicts_seq = None


def _possible(session: Session, said: Settled, paths: Sequence[str], today: date) -> None:
    if session.scalar(select(Person.id).where(Person.id == said.person_id, within(paths))) is None:
        raise Refused("Välj en person.", "Choose a person.")
    if said.course_id not in dict(titles(session)):
        raise Refused("Välj en kurs.", "Choose a course.")
    if not EARLIEST <= said.on <= today:
        raise Refused(
            "Datumet kan inte stämma. Skriv dagen kursen blev klar.",
            "The date cannot be right. Write the day it was completed.",
        )


def _forget_name(row: ListRow) -> None:
    row.said = {name: text for name, text in row.said.items() if name != "name"}
