"""What a unit has agreed on and not finished stands first in its next hour, without anybody thinking of it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from course_builder.content.step import ACTIONS
from course_builder.meetings.actions import open_actions
from course_builder.meetings.plans import Row

MINUTES_EACH, AT_MOST = 2, 5


def minutes_for(actions: int) -> int:
    """Minutes to go through so many."""
    return min(AT_MOST, 1 + MINUTES_EACH * actions)


def with_actions(session: Session, unit_id: int, rows: Sequence[Row]) -> list[Row]:
    """The rows with what is open first; as they are when nothing is, or when it stands there already."""
    many = len(open_actions(session, unit_id))
    if not many or any(row["id"] == ACTIONS for row in rows):
        return list(rows)
    return [{"id": ACTIONS, "minutes": minutes_for(many)}, *rows]
