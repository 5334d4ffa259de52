"""What several pages of a plan show: its course and steps, what is said of it, and who leads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import request
from werkzeug.datastructures import MultiDict

from course_builder.content.course import Course
from course_builder.content.steps import Step, planned
from course_builder.learning.days import day_of
from course_builder.library.releases import course_of
from course_builder.meetings.actions import open_actions
from course_builder.meetings.invitation import Facts, What, when_to_send
from course_builder.meetings.models import Meeting
from course_builder.web.clock import today
from course_builder.web.records import reading

OMBUD = "ombud"
"""What a representative is called, until the region has said so."""


def course(meeting: Meeting) -> Course:
    """As it is published, with the law of the day of the hour."""
    return course_of(reading(), meeting.release_id, day_of(meeting.starts))


def steps(meeting: Meeting) -> tuple[Step, ...]:
    return planned(course(meeting), meeting.plan)


def ombud(of: Course) -> str:
    return of.region.ombud.singular or OMBUD


def facts(meeting: Meeting) -> Facts:
    names = [(one.person.name, one.part) for one in meeting.leaders]
    return Facts(
        meeting.title, meeting.unit.name, meeting.starts, meeting.minutes, sorted(names, key=lambda one: one[1]),
        _from_last_time(meeting), ombud(course(meeting)), meeting.place,
    )  # fmt: skip


@dataclass(frozen=True)
class Sending:
    """`on` is when it is time; `sent` the day somebody said that it was sent."""

    what: What
    on: date
    sent: date | None

    @property
    def is_time(self) -> bool:
        return self.sent is None and self.on <= today()


def sendings(meeting: Meeting) -> tuple[Sending, ...]:
    return (
        Sending("invitation", when_to_send("invitation", meeting.starts), meeting.invited_on),
        Sending("agenda", when_to_send("agenda", meeting.starts), meeting.agenda_sent_on),
    )


def number(name: str, of: MultiDict[str, str] | None = None) -> int:
    """What was typed; 0 for what is no number."""
    typed = (request.form if of is None else of).get(name, "").strip()
    return int(typed) if typed.isdecimal() and len(typed) < 6 else 0


def _from_last_time(meeting: Meeting) -> Sequence[str]:
    if not any(row["id"] == "actions" for row in meeting.plan):
        return ()
    return [one.what for one in open_actions(reading(), meeting.unit_id)]
