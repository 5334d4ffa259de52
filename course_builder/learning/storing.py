"""The rows of one answer, written together: the answer, its event and the count of the attempt.

This is what everybody waits for, so the statements are made once. SQLite has them in its own process and takes three
or four; PostgreSQL is asked once, because every question to it costs a journey, and one statement is a transaction.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, exists, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite

from course_builder.database.straight import Statement, Straight
from course_builder.learning.models import Answer, Attempt, Event

Row = Mapping[str, Any]
ANSWER = ("enrolment_id", "attempt_id", "question_id", "given", "mark", "stored", "key")
MANY = 1_000_000
"""More questions than an attempt has."""
EVENT = ("at", "kind", "person_id", "course_id", "release_id", "data")


class Written(NamedTuple):
    """`fresh` is False when the key or the question's place was taken; `answered` counts the attempt's answers."""

    fresh: bool
    answered: int | None


def write(at: Straight, answer: Row, event: Row, room: int | None = None) -> Written:
    """Nothing is written unless the answer is new, nor when its attempt already has `room` answers."""
    if at.is_sqlite:
        return _in_three(at, answer, event, room)
    row = {
        **{f"answer_{name}": answer[name] for name in ANSWER},
        **{f"event_{name}": event[name] for name in EVENT},
        "room": MANY if room is None else room,
    }
    ((fresh, answered),) = (_PRACTICE if answer["attempt_id"] is None else _IN_ATTEMPT).rows(at, row)
    return Written(bool(fresh), answered)


def _in_three(at: Straight, answer: Row, event: Row, room: int | None) -> Written:
    attempt = {"answer_attempt_id": answer["attempt_id"], "room": room}
    practice = answer["attempt_id"] is None
    if not practice and room is not None and not _ROOM.rows(at, attempt):
        return Written(False, None)
    if _ANSWER.count(at, answer) == 0:
        return Written(False, None)
    _EVENT.count(at, event)
    if practice:
        return Written(True, None)
    ((answered,),) = _COUNT.rows(at, attempt)
    return Written(True, answered)


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


def _given(model: type[Any], prefix: str, names: tuple[str, ...]) -> dict[str, Any]:
    """Names of columns, each with the parameter that fills it."""
    columns = _table(model).c
    return {name: bindparam(f"{prefix}_{name}", type_=columns[name].type) for name in names}


def _one(answer: postgresql.Insert) -> Statement:
    stored = answer.on_conflict_do_nothing().returning(_table(Answer).c.id).cte("stored")
    values = select(*_given(Event, "event", EVENT).values()).select_from(stored)
    told = insert(_table(Event)).from_select(list(EVENT), values, include_defaults=False).cte("told")
    counted = _ADD_ONE.where(exists(select(stored.c.id))).cte("counted")
    fresh = select(func.count(stored.c.id)).scalar_subquery()
    return Statement(select(fresh, select(counted.c.answered).scalar_subquery()).add_cte(told))


def _where_there_is_room() -> postgresql.Insert:
    """The attempt is locked, so that of two answers at once the second sees that the first took the room."""
    room = _HAS_ROOM.with_for_update().cte("room")
    row = select(*_given(Answer, "answer", ANSWER).values()).select_from(room)
    return postgresql.insert(_table(Answer)).from_select(list(ANSWER), row, include_defaults=False)


_ANSWER = Statement(sqlite.insert(_table(Answer)).on_conflict_do_nothing().inline(), ANSWER)
_EVENT = Statement(insert(_table(Event)).inline(), EVENT)
_ADD_ONE = (
    update(_table(Attempt))
    .where(_table(Attempt).c.id == bindparam("answer_attempt_id", type_=_table(Attempt).c.id.type))
    .values(answered=_table(Attempt).c.answered + literal(1))
    .returning(_table(Attempt).c.answered)
)
_HAS_ROOM = select(_table(Attempt).c.id).where(
    _table(Attempt).c.id == bindparam("answer_attempt_id", type_=_table(Attempt).c.id.type),
    _table(Attempt).c.answered < bindparam("room", type_=_table(Attempt).c.answered.type),
)
_COUNT, _ROOM = Statement(_ADD_ONE), Statement(_HAS_ROOM)
_PRACTICE = _one(postgresql.insert(_table(Answer)).values(_given(Answer, "answer", ANSWER)))
_IN_ATTEMPT = _one(_where_there_is_room())
