"""What the leader's view notes while the hour runs: agreed actions and themes. Each body says how things are, never what changed."""

from datetime import date
from typing import Annotated, Any

from flask import Blueprint, Response, jsonify
from pydantic import Field

from course_builder.database.notices import tell
from course_builder.library.releases import course_of
from course_builder.meetings import actions, noting
from course_builder.meetings.agreed import Wanted, names_somebody
from course_builder.meetings.following import next_date
from course_builder.meetings.models import AgreedAction, Meeting
from course_builder.meetings.standing_first import stand_first
from course_builder.people.may import Action
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import planned_hour
from course_builder.web.records import reading, writing
from course_builder.web.wire import Sent, answers_in_json, sent

pages = Blueprint("followed", __name__)
answers_in_json(pages)

Line = Annotated[str, Field(max_length=2000)]


class ActionSent(Sent):
    """`gone`: it was written by mistake."""

    key: Annotated[str, Field(min_length=8, max_length=40)]
    what: Line = ""
    responsible: Line = ""
    follow_up: Annotated[date | None, Field(strict=False)] = None
    sign: Line = ""
    gone: bool = False


class NotesSent(Sent):
    themes: Annotated[list[Line], Field(max_length=50)]
    note: Annotated[str, Field(max_length=20_000)] = ""


@pages.get("/apt/<int:meeting_id>/followed")
@allow(Action.PLAN_HOUR)
def now_there(meeting_id: int) -> Response:
    """All that has been noted, by whichever leader."""
    hour = planned_hour(meeting_id)
    course = course_of(reading(), hour.release_id)
    return jsonify(
        actions=[_told(one) for one in actions.of_meeting(reading(), hour.id) if one.key],
        earlier=[_told(one) for one in actions.open_actions(reading(), hour.unit_id) if one.meeting_id != hour.id],
        themes=hour.themes, note=hour.note, proposed=list(noting.proposed(course)),
        next=next_date(reading(), hour.unit_id, today()).isoformat(),
    )  # fmt: skip


@pages.post("/apt/<int:meeting_id>/followed/actions")
@allow(Action.PLAN_HOUR)
def put_action(meeting_id: int) -> Response:
    """Sent twice it is there once."""
    planned_hour(meeting_id)
    body, by_id = sent(ActionSent), actor().person_id
    with writing() as session:
        hour = session.get_one(Meeting, meeting_id)
        tell(session, meeting_id, "actions")
        if body.gone:
            actions.remove(session, hour, body.key)
            return jsonify(gone=True)
        wanted = Wanted(body.what, body.responsible, body.follow_up, body.sign)
        actions.put(session, hour, body.key, wanted, today(), by_id)
        stand_first(session, hour, by_id, now())
        named = names_somebody(session, hour.unit, body.responsible, today())
    return jsonify(named=named)


@pages.post("/apt/<int:meeting_id>/followed/notes")
@allow(Action.PLAN_HOUR)
def put_notes(meeting_id: int) -> Response:
    planned_hour(meeting_id)
    body = sent(NotesSent)
    with writing() as session:
        noting.note_down(session.get_one(Meeting, meeting_id), body.themes, body.note)
        tell(session, meeting_id, "notes")
    return jsonify(stored=True)


def _told(one: AgreedAction) -> dict[str, Any]:
    return {
        "key": one.key, "what": one.what, "responsible": one.responsible, "sign": one.sign,
        "follow_up": one.follow_up.isoformat() if one.follow_up else None,
    }  # fmt: skip
