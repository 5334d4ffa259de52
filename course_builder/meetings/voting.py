"""What phones do: join, and answer. One statement each, since a whole room does it in the same two seconds.

A phone is the salted hash of a token that it alone has. Neither its address nor the time is written down.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Integer, Table, bindparam, exists, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from course_builder.database.straight import Statement, Straight
from course_builder.meetings.ballots import BETWEEN
from course_builder.meetings.joining import Room
from course_builder.meetings.models import Ballot, Meeting, Phone, Round
from course_builder.meetings.rounds import OPEN, tidy

TOKEN = 22
"""Characters that a phone's token has at least: 128 bits."""
JOINING = 47
"""What the turn of those who join is called among PostgreSQL's locks, beside the number of the hour."""


class Question(NamedTuple):
    kind: str
    state: str
    options: list[dict[str, Any]]


def name_of(room: Room, token: str) -> str:
    return sha256(f"{room.salt}{token}".encode()).hexdigest()


def join(at: Straight, room: Room, phone: str, most: int) -> bool:
    """False when there are `most` phones in the room already, or its leader lets no more in, or the hour is closed."""
    row = {"meeting": room.id, "phone": phone, "most": most}
    joined = _JOIN_SQLITE.count(at, row) if at.is_sqlite else _in_turn(at, row)
    return bool(joined) or bool(_THERE.rows(at, row))


def _in_turn(at: Straight, row: Mapping[str, Any]) -> int:
    """PostgreSQL counts what was there when a statement began: two at once would both take the last place. Those who join
    the same hour wait for each other, and each counts when it has the turn.
    """
    at.driver.execute("BEGIN")
    try:
        _TURN.rows(at, row)
        joined = _JOIN_POSTGRES.count(at, row)
        at.driver.commit()
    except DBAPIError:
        at.driver.rollback()
        raise
    return joined


def question(at: Straight, room: Room, round_id: str) -> Question | None:
    row = _QUESTION.first(at, {"round": round_id, "meeting": room.id})
    return Question(*row) if row else None


def readable(asked: Question, given: str) -> str | None:
    """The answer as it is kept; None when the question has no such answer."""
    if asked.kind == "word":
        return tidy(given) or None
    known = [str(option["key"]) for option in asked.options]
    chosen = given.split(BETWEEN) if asked.kind == "choices" else [given]
    if not chosen or any(one not in known for one in chosen):
        return None
    return BETWEEN.join(one for one in known if one in chosen)


def vote(at: Straight, room: Room, phone: str, round_id: str, given: str) -> bool:
    """Instead of what the same phone answered before. False when the round is closed, or the phone has not joined."""
    statement = _VOTE_SQLITE if at.is_sqlite else _VOTE_POSTGRES
    return bool(statement.count(at, {"meeting": room.id, "phone": phone, "round": round_id, "given": given}))


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


_MEETING, _PHONE, _ROUND, _BALLOT = map(_table, (Meeting, Phone, Round, Ballot))
_THERE = Statement(
    select(_PHONE.c.phone).where(
        _PHONE.c.meeting_id == bindparam("meeting"), _PHONE.c.phone == bindparam("phone")
    )
)
_TURN = Statement(select(func.pg_advisory_xact_lock(JOINING, bindparam("meeting", type_=Integer))))
_QUESTION = Statement(
    select(_ROUND.c.kind, _ROUND.c.state, _ROUND.c.options).where(
        _ROUND.c.id == bindparam("round"), _ROUND.c.meeting_id == bindparam("meeting")
    )
)
_JOINED = select(func.count()).select_from(_PHONE).where(_PHONE.c.meeting_id == bindparam("meeting"))
_MAY_JOIN = (
    select(_MEETING.c.id, bindparam("phone", type_=_PHONE.c.phone.type))
    .where(_MEETING.c.id == bindparam("meeting"), _MEETING.c.salt.is_not(None), _MEETING.c.locked.is_(False))
    .where(_JOINED.scalar_subquery() < bindparam("most"))
    .with_for_update(read=True, of=_MEETING)
)
_MAY_VOTE = (
    select(
        _ROUND.c.id,
        bindparam("phone", type_=_PHONE.c.phone.type),
        bindparam("given", type_=_BALLOT.c.given.type),
    )
    .where(
        _ROUND.c.id == bindparam("round"), _ROUND.c.meeting_id == bindparam("meeting"), _ROUND.c.state == OPEN
    )
    .where(exists().where(_PHONE.c.meeting_id == bindparam("meeting"), _PHONE.c.phone == bindparam("phone")))
    .with_for_update(read=True, of=_ROUND)
)
"""Whoever closes the round meanwhile waits until the ballot is durable; whoever votes meanwhile sees it closed."""


def _joining(insert: Any) -> Statement:
    return Statement(insert.from_select(["meeting_id", "phone"], _MAY_JOIN).on_conflict_do_nothing())


def _voting(insert: Any) -> Statement:
    made = insert.from_select(["round_id", "phone", "given"], _MAY_VOTE)
    return Statement(
        made.on_conflict_do_update(index_elements=["round_id", "phone"], set_={"given": made.excluded.given})
    )


_JOIN_SQLITE, _JOIN_POSTGRES = _joining(sqlite.insert(_PHONE)), _joining(postgresql.insert(_PHONE))
_VOTE_SQLITE, _VOTE_POSTGRES = _voting(sqlite.insert(_BALLOT)), _voting(postgresql.insert(_BALLOT))
