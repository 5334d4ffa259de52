"""What the leader's view sends of who is there, while the hour runs: JSON both ways. Everything says how things are, so
that it may be sent twice; the answer is the list as it stands."""

from collections.abc import Callable
from typing import Annotated, Any

from flask import Blueprint, Response, jsonify, request
from pydantic import Field
from sqlalchemy.orm import Session

from course_builder.meetings import attendance, guests
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.crediting import counts
from course_builder.meetings.models import Meeting, Way
from course_builder.meetings.sheet import Sheet, sheet
from course_builder.people.may import Action
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import listed_hour
from course_builder.web.records import reading, writing
from course_builder.web.wire import Sent, answers_in_json, sent

pages = Blueprint("attendance_desk", __name__, url_prefix="/apt/<int:meeting_id>/attendance")
answers_in_json(pages)


@pages.before_request
def _hers() -> None:
    """Before anything that is sent is looked at: a stranger finds nothing here."""
    listed_hour((request.view_args or {})["meeting_id"])


Key = Annotated[str, Field(min_length=8, max_length=guests.LONGEST_KEY)]


class TickSent(Sent):
    row: int
    here: bool


class AllButSent(Sent):
    absent: Annotated[list[int], Field(max_length=attendance.MOST)]


class NumberSent(Sent):
    number: int


class GuestsSent(Sent):
    guests: int


class GuestSent(Sent):
    key: Key
    name: Annotated[str, Field(max_length=400)]


class PersonSent(Sent):
    key: Key
    person: int


class WaySent(Sent):
    way: Way = Field(strict=False)


@pages.get("/list.json")
@allow(Action.PLAN_HOUR)
def read(meeting_id: int) -> Response:
    return _told(listed_hour(meeting_id))


@pages.get("/search.json")
@allow(Action.PLAN_HOUR)
def search(meeting_id: int) -> Response:
    """Anybody of the region, for whoever came without being awaited."""
    found = guests.look_for(reading(), actor(), request.args.get("q", ""), today())
    return jsonify(found=[{"person": one.person_id, "name": one.name, "unit": one.unit} for one in found])


@pages.post("/tick")
@allow(Action.PLAN_HOUR)
def tick(meeting_id: int) -> Response:
    asked = sent(TickSent)
    by = actor().person_id
    return _done(meeting_id, lambda at, hour: attendance.tick(at, hour, asked.row, asked.here, How.TICK, by, now()))  # fmt: skip


@pages.post("/all-but")
@allow(Action.PLAN_HOUR)
def all_but(meeting_id: int) -> Response:
    asked = sent(AllButSent)
    who = actor()
    return _done(meeting_id, lambda at, hour: attendance.tick_all_but(at, hour, who, asked.absent, now()))


@pages.post("/number")
@allow(Action.PLAN_HOUR)
def number(meeting_id: int) -> Response:
    asked = sent(NumberSent)
    return _done(meeting_id, lambda at, hour: attendance.say_number(at, hour, asked.number))


@pages.post("/guests")
@allow(Action.PLAN_HOUR)
def say_guests(meeting_id: int) -> Response:
    asked = sent(GuestsSent)
    return _done(meeting_id, lambda at, hour: attendance.say_guests(at, hour, asked.guests))


@pages.post("/guest")
@allow(Action.PLAN_HOUR)
def guest(meeting_id: int) -> Response:
    asked = sent(GuestSent)
    by = actor().person_id
    return _done(meeting_id, lambda at, hour: guests.guest(at, hour, asked.name, asked.key, How.TICK, by, now()))  # fmt: skip


@pages.post("/person")
@allow(Action.PLAN_HOUR)
def person(meeting_id: int) -> Response:
    asked = sent(PersonSent)
    who = actor()
    return _done(meeting_id, lambda at, hour: guests.walk_in(at, hour, who, asked.person, asked.key, How.WALK_IN, now()))  # fmt: skip


@pages.post("/way")
@allow(Action.PLAN_HOUR)
def way(meeting_id: int) -> Response:
    asked = sent(WaySent)
    by = actor().person_id
    return _done(meeting_id, lambda at, hour: attendance.choose_way(at, hour, asked.way, by, now()))


def _done(meeting_id: int, work: Callable[[Session, Meeting], object]) -> Response:
    with writing() as session:
        work(session, locked(session, meeting_id))
    return _told(listed_hour(meeting_id))


def _told(hour: Meeting) -> Response:
    found = sheet(reading(), hour, actor())
    return jsonify(**_plain(found), counts=counts(reading(), hour), ended=hour.ended is not None)


def _plain(found: Sheet) -> dict[str, Any]:
    rows = [
        {"id": row.id, "name": row.name, "short": row.short, "here": row.took_part, "guest": row.person_id is None, "afterwards": row.afterwards}
        for row in found.rows
    ]  # fmt: skip
    return {
        "way": found.way, "number": found.number, "guests": found.guests, "nameless": found.nameless,
        "expected": found.expected, "present": found.present, "rows": rows,
    }  # fmt: skip
