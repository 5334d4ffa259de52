"""The meeting kit of one hour: its plan, what its unit points to, and what is open there from last time."""

from datetime import date

from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.steps import planned
from course_builder.content.tree import Tree
from course_builder.library.releases import course_of
from course_builder.meetings.actions import open_actions
from course_builder.meetings.guide import papers
from course_builder.meetings.kit_files import Kit
from course_builder.meetings.models import Meeting
from course_builder.meetings.support import own_places, pointing, support_of
from course_builder.packaging.hour_kit import kit_course, view_files
from course_builder.player.hour.data import Room, Showing
from course_builder.player.hour.leader import Leading
from course_builder.player.hour.step_slides import OpenAction, Unit


def kit(session: Session, meeting: Meeting, templates: Tree, built: Tree, today: date) -> Kit:
    course, left = kit_course(course_of(session, meeting.release_id, today), today)
    support = support_of(session, meeting.unit, course.region, today)
    open_now = open_actions(session, meeting.unit_id)
    unit = Unit([OpenAction(one.what, one.responsible) for one in open_now], own_places(support))
    room = _room(course, meeting, unit)
    return Kit(
        tuple(view_files(room, Leading(support=pointing(support)), built)),
        papers(session, meeting, templates, today), left, built,
    )  # fmt: skip


def _room(course: Course, meeting: Meeting, unit: Unit) -> Room:
    showing = Showing(f"kit-{meeting.id}", meeting.title, meeting.film_version, unit)
    return Room(course, planned(course, meeting.plan), showing)
