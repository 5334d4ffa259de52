"""The ways into a running hour: a code that is typed, a door that a picture holds, an address for the wall. None gives control."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from course_builder.database.straight import Statement, Straight
from course_builder.meetings.models import CODE_LENGTH, Meeting
from course_builder.meetings.opening import OPEN_FOR, SIGNS


class Room(NamedTuple):
    """An hour that phones can be in."""

    id: int
    door: str
    salt: str
    course_id: str
    release_id: int


_ROOM = select(Meeting.id, Meeting.door, Meeting.salt, Meeting.course_id, Meeting.release_id)
_OPEN = (Meeting.salt.is_not(None), Meeting.began > bindparam("since"))
_BY_CODE = Statement(_ROOM.where(Meeting.code == bindparam("way"), *_OPEN))
_BY_DOOR = Statement(_ROOM.where(Meeting.door == bindparam("way"), *_OPEN))


def by_code(at: Straight, code: str, now: datetime) -> Room | None:
    """As it was typed, spaces and small letters and all."""
    return _found(_BY_CODE, at, tidy(code), now)


def by_door(at: Straight, door: str, now: datetime) -> Room | None:
    return _found(_BY_DOOR, at, door, now)


def by_wall(session: Session, wall: str) -> int | None:
    return session.scalar(select(Meeting.id).where(Meeting.wall == wall))


def tidy(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign in SIGNS)[: CODE_LENGTH + 1]


def _found(asked: Statement, at: Straight, way: str, now: datetime) -> Room | None:
    row = asked.first(at, {"way": way, "since": now - OPEN_FOR})
    return Room(*row) if row else None
