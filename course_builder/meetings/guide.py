"""The papers of one hour: its course and plan, its unit's support, and what is open from last time."""

from datetime import date

from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.steps import planned
from course_builder.content.tree import Tree
from course_builder.learning.days import SWEDEN
from course_builder.library.releases import course_of
from course_builder.meetings.actions import open_actions
from course_builder.meetings.models import Meeting
from course_builder.meetings.support import pointing, support_of
from course_builder.paper.hour import HourPapers
from course_builder.paper.occasion import Occasion

DESCRIBED = "described"


def papers(session: Session, meeting: Meeting, templates: Tree, today: date) -> HourPapers:
    course = course_of(session, meeting.release_id, today)
    return HourPapers(
        course, planned(course, meeting.plan), occasion(session, meeting, course, today), templates,
        described=meeting.film_version == DESCRIBED,
    )  # fmt: skip


def occasion(session: Session, meeting: Meeting, course: Course, today: date) -> Occasion:
    """The clock is that of Sweden."""
    support = support_of(session, meeting.unit, course.region, today)
    shown = pointing(support)
    return Occasion(
        unit=meeting.unit.name,
        place=meeting.place,
        begins=meeting.starts.astimezone(SWEDEN).replace(tzinfo=None),
        routine=shown.routine,
        contacts=shown.contacts,
        stale=support.stale,
        checked_on=support.checked_on,
        actions=tuple(_line(one.what, one.responsible) for one in open_actions(session, meeting.unit_id)),
    )


def _line(what: str, responsible: str) -> str:
    return f"{what} ({responsible})" if responsible else what
