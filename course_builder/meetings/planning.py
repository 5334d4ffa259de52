"""An hour is planned: when, on which release, who leads it, and who is awaited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.library.models import Release
from course_builder.meetings.carried import with_actions
from course_builder.meetings.models import LONGEST_TITLE, Attendee, Leader, Meeting, Part, Planned
from course_builder.meetings.plans import Row, total
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy

LONGEST_HOUR = 480
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
    rows: Sequence[Row],
    leaders: Mapping[int, Part],
    expected: Expected,
    by_id: int | None,
    now: datetime,
    *,
    minutes: int | None = None,
    title: str = "",
    place: str = "",
) -> Meeting:
    """`rows` are the plan as `content.steps.rows` writes it, `leaders` what each leads as, by person. Without `minutes`
    the hour is as long as its plan. What the unit agreed on earlier and is still open stands first by itself.
    Refused without leaders, or without anything to do."""
    _check(rows, leaders)
    plan = [dict(row) for row in with_actions(session, unit_id, rows)]
    made = Meeting(
        unit_id=unit_id, course_id=release.course_id, release_id=release.id, title=(title or release.title)[:LONGEST_TITLE],
        starts=starts, minutes=checked_length(minutes or total(rows)), place=checked_place(place), plan=plan,
        expected=expected.number, made=now, made_by_id=by_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add(
        Planned(
            meeting_id=made.id, revision=1, same_as=1, after=None, starts=starts, minutes=made.minutes, place=made.place,
            plan=plan, made=now, by_id=by_id,
        )
    )  # fmt: skip
    session.add_all(
        Leader(meeting_id=made.id, person_id=one, part=part.value) for one, part in leaders.items()
    )
    session.add_all(Attendee(meeting_id=made.id, person_id=one) for one in dict.fromkeys(expected.person_ids))
    session.add_all(Attendee(meeting_id=made.id, name=one) for one in expected.names)
    session.flush()
    return made


def checked_length(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST_HOUR:
        raise Refused(
            f"Timmen kan vara 1 till {LONGEST_HOUR} minuter. Skriv ett annat antal.",
            f"An hour can be 1 to {LONGEST_HOUR} minutes. Write another number.",
        )
    return minutes


def checked_place(text: str) -> str:
    """Where an hour is held, in one line; it may be empty."""
    place = tidy(text)
    if len(place) > LONGEST_TITLE:
        raise Refused(
            f"Skriv platsen kortare, högst {LONGEST_TITLE} tecken.",
            f"Write the place shorter, {LONGEST_TITLE} characters at most.",
        )
    if looks_like(place):
        raise Refused(
            "Platsen liknar ett personnummer. Skriv den utan det.",
            "The place looks like a personnummer. Write it without.",
        )
    return place


def checked_leaders(leaders: Mapping[int, Part]) -> None:
    if not leaders:
        raise Refused("Välj minst en som leder timmen.", "Choose at least one who leads the hour.")


def _check(rows: Sequence[Row], leaders: Mapping[int, Part]) -> None:
    checked_leaders(leaders)
    if not rows:
        raise Refused("Planen är tom. Välj en färdig plan.", "The plan is empty. Choose a ready one.")
