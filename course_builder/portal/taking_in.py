"""Taking in a whole list, and undoing it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from course_builder.learning.days import day_of
from course_builder.people.refused import Refused
from course_builder.portal import recording, trace
from course_builder.portal.columns import Fields
from course_builder.portal.models import CompletionList, ListRow, Portal, RowState
from course_builder.portal.plan import Line, plan
from course_builder.portal.recording import Understood


def take(
    session: Session, brought: CompletionList, paths: Sequence[str], actor_id: int, now: datetime
) -> bool:
    """All of it or none. False: it said nothing new, so nothing has changed and the draft is gone. Raises Refused."""
    session.execute(
        select(Portal).where(Portal.id == brought.portal_id).with_for_update()
    )  # one list at a time
    session.refresh(brought)
    if brought.taken is not None:
        return True
    if Fields.of(brought.fields).missing:
        raise Refused("Säg först vad kolumnerna är.", "First say what the columns are.")
    planned = plan(session, brought, paths, day_of(now))
    if not planned.kept:
        raise Refused("Ingen rad handlar om en kurs som finns här.", "No row is about a course that is here.")
    if not planned.says_something_new:
        session.delete(brought)
        return False
    _keep(session, brought, planned.kept, actor_id, now)
    brought.taken, brought.draft = now, None
    trace.leave(session, brought, "taken", actor_id, now)
    return True


def undo(session: Session, brought: CompletionList, actor_id: int, now: datetime, why: str) -> None:
    """Withdraws every completion the list made; its rows stay and say so. Raises Refused without a reason."""
    note = trace.reason(why)
    if brought.taken is None or brought.undone is not None:
        return
    for row in session.scalars(
        select(ListRow).where(ListRow.list_id == brought.id, ListRow.state == RowState.TAKEN)
    ):
        recording.withdraw(session, row, actor_id, now, "list-undone")
    brought.undone = now
    trace.leave(session, brought, "undone", actor_id, now, note=note)


def _keep(
    session: Session, brought: CompletionList, lines: Sequence[Line], actor_id: int, now: datetime
) -> None:
    """All rows, and a completion for each that says something new."""
    new = {
        line.number: said for line in lines if line.state is RowState.TAKEN and (said := _understood(line))
    }
    made = recording.record_all(session, list(new.values()), brought.source, actor_id, now)
    events = dict(zip(new, made, strict=True))
    session.execute(insert(ListRow), [_row(brought, line, events.get(line.number)) for line in lines])


def _understood(line: Line) -> Understood | None:
    if line.person_id is None or line.course_id is None or line.on is None:
        return None
    return Understood(line.person_id, line.course_id, line.on, line.outcome or "")


def _row(brought: CompletionList, line: Line, event_seq: int | None) -> dict[str, object]:
    return {
        "list_id": brought.id, "number": line.number, "said": _worth_keeping(line), "fingerprint": line.fingerprint, "state": line.state,
        "reason": line.reason, "person_id": line.person_id, "course_id": line.course_id, "on": line.on, "outcome": line.outcome,
        "event_seq": event_seq, "contradicts_seq": line.contradicts.event_seq if line.contradicts else None,
    }  # fmt: skip


def _worth_keeping(line: Line) -> dict[str, str]:
    """A name is kept only while somebody needs it to settle the row."""
    if line.state in (RowState.UNMATCHED, RowState.CONTRADICTS):
        return dict(line.said)
    return {name: text for name, text in line.said.items() if name != "name"}
