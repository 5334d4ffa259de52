"""The rows of one answer, written together: the answer, its event and the count of the attempt.

This is what everybody waits for, so the statements are made once. SQLite has them in its own process and takes three;
PostgreSQL is asked once, because every question to it costs a journey.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, exists, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from course_builder.learning.models import Answer, Attempt, Event

Row = Mapping[str, Any]
ANSWER = ("enrolment_id", "attempt_id", "question_id", "given", "mark", "stored", "key")
EVENT = ("at", "kind", "person_id", "course_id", "release_id", "data")


class Written(NamedTuple):
    """`fresh` is False when the key or the question's place was taken; `answered` counts the attempt's answers."""

    fresh: bool
    answered: int | None


def write(session: Session, answer: Row, event: Row) -> Written:
    """Nothing is written unless the answer is new."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return _in_three(connection, answer, event)
    row = {
        **{f"answer_{name}": answer[name] for name in ANSWER},
        **{f"event_{name}": event[name] for name in EVENT},
    }
    fresh, answered = connection.execute(_ONE, row).one()
    return Written(bool(fresh), answered)


def _in_three(connection: Connection, answer: Row, event: Row) -> Written:
    if connection.execute(_ANSWER, answer).rowcount == 0:
        return Written(False, None)
    connection.execute(_EVENT, event)
    if answer["attempt_id"] is None:
        return Written(True, None)
    return Written(True, connection.execute(_COUNT, {"answer_attempt_id": answer["attempt_id"]}).scalar_one())


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


def _given(model: type[Any], prefix: str, names: tuple[str, ...]) -> dict[str, Any]:
    """Names of columns, each with the parameter that fills it."""
    columns = _table(model).c
    return {name: bindparam(f"{prefix}_{name}", type_=columns[name].type) for name in names}


def _one() -> Any:
    stored = (
        postgresql.insert(_table(Answer))
        .values(_given(Answer, "answer", ANSWER))
        .on_conflict_do_nothing()
        .returning(_table(Answer).c.id)
        .cte("stored")
    )
    values = select(*_given(Event, "event", EVENT).values()).select_from(stored)
    told = insert(_table(Event)).from_select(list(EVENT), values, include_defaults=False).cte("told")
    counted = _COUNT.where(exists(select(stored.c.id))).cte("counted")
    fresh = select(func.count(stored.c.id)).scalar_subquery()
    return select(fresh, select(counted.c.answered).scalar_subquery()).add_cte(told)


_ANSWER = sqlite.insert(_table(Answer)).on_conflict_do_nothing().inline()
_EVENT = insert(_table(Event)).inline()
_COUNT = (
    update(_table(Attempt))
    .where(_table(Attempt).c.id == bindparam("answer_attempt_id", type_=_table(Attempt).c.id.type))
    .values(answered=_table(Attempt).c.answered + literal(1))
    .returning(_table(Attempt).c.answered)
)
_ONE = _one()
