"""A planned hour as its views show it: its course and steps on the wall, where it is, and where its scripts write."""

from typing import Any

from flask import url_for

from course_builder.content.steps import planned
from course_builder.learning.days import day_of
from course_builder.library.releases import course_of
from course_builder.meetings.actions import open_actions
from course_builder.meetings.models import Meeting
from course_builder.meetings.support import own_places, pointing, support_of
from course_builder.player.hour.data import Room, Showing
from course_builder.player.hour.step_slides import OpenAction, Unit
from course_builder.player.hour.support import Support
from course_builder.web import copies, csrf
from course_builder.web.clock import now, today
from course_builder.web.guard import signed_in
from course_builder.web.records import reading


def room_of(meeting: Meeting) -> Room:
    """Its release, with the law of the day of the hour, and what the unit says of its own."""
    course = course_of(reading(), meeting.release_id, day_of(meeting.starts))
    said = support_of(reading(), meeting.unit, course.region, today())
    agreed = [OpenAction(one.what, one.responsible) for one in open_actions(reading(), meeting.unit_id)]
    showing = Showing(
        hour=f"apt-{meeting.id}",
        title=meeting.title,
        film_version=meeting.film_version,
        unit=Unit(agreed, own_places(said)),
    )
    return Room(course, planned(course, meeting.plan), showing)


def support(meeting: Meeting, room: Room) -> Support:
    """What its leaders point to."""
    return pointing(support_of(reading(), meeting.unit, room.course.region, today()))


def state(meeting: Meeting) -> dict[str, Any]:
    """Where the hour is."""
    return {
        "stage": meeting.stage,
        "revision": meeting.stage_revision,
        "now": round(now().timestamp() * 1000),
    }


def server(meeting: Meeting) -> dict[str, Any]:
    """Where a signed-in leader's scripts read and write, and how what waits in her browser is kept."""
    base = url_for("leader.page", meeting_id=meeting.id).removesuffix("/lead")
    account = signed_in().account_id
    own = (
        "stage",
        "events",
        "open",
        "end",
        "after",
        "attendance",
        "actions",
        "notes",
        "rounds",
        "here",
        "joining",
    )
    return {
        "base": base,
        **{name: f"{base}/{name}" for name in own},
        "here_code": f"{base}/attendance/wall.json",
        "csrf": csrf.token(),
        "place": copies.of_account(account),
        "lock": copies.lock(account),
    }
