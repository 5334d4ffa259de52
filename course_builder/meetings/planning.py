"""An hour is planned: when, on which release, who leads it, and who is awaited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from course_builder.library.models import Release
from course_builder.meetings.models import LONGEST_TITLE, Attendee, Leader, Meeting, Part
from course_builder.people.refused import Refused

LONGEST_HOUR = 600
"""Minutes."""


@dataclass(frozen=True)
class Expected:
    """Who is awaited: our people, names of others, or only a number."""

    person_ids: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    number: int | None = None


def plan_hour(
    session: Session,
    unit_id: int,
    release: Release,
    starts: datetime,
    rows: Sequence[Mapping[str, Any]],
    leaders: Mapping[int, Part],
    expected: Expected,
    by_id: int | None,
    now: datetime,
    *,
    minutes: int | None = None,
    title: str = "",
) -> Meeting:
    """`rows` are the plan as `content.steps.rows` writes it, `leaders` what each leads as, by person. Without `minutes`
    the hour is as long as its plan. Refused without leaders, or without anything to do."""
    _check(rows, leaders)
    made = Meeting(
        unit_id=unit_id, course_id=release.course_id, release_id=release.id, title=(title or release.title)[:LONGEST_TITLE],
        starts=starts, minutes=minutes or sum(int(row["minutes"]) for row in rows), plan=[dict(row) for row in rows],
        expected=expected.number, made=now, made_by_id=by_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add_all(
        Leader(meeting_id=made.id, person_id=one, part=part.value) for one, part in leaders.items()
    )
    session.add_all(Attendee(meeting_id=made.id, person_id=one) for one in dict.fromkeys(expected.person_ids))
    session.add_all(Attendee(meeting_id=made.id, name=one) for one in expected.names)
    session.flush()
    return made


def _check(rows: Sequence[Mapping[str, Any]], leaders: Mapping[int, Part]) -> None:
    if not leaders:
        raise Refused("Välj minst en som leder timmen.", "Choose at least one who leads the hour.")
    if not rows:
        raise Refused("Planen är tom. Välj en färdig plan.", "The plan is empty. Choose a ready one.")
    if not 0 < sum(int(row["minutes"]) for row in rows) <= LONGEST_HOUR:
        raise Refused(
            f"Timmen kan vara högst {LONGEST_HOUR} minuter. Korta planen.",
            f"An hour can be at most {LONGEST_HOUR} minutes. Shorten the plan.",
        )
