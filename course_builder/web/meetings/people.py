"""Vilka som väntas: from the unit's list, pasted, or only a number. Who was there is said on another page."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.meetings import expected
from course_builder.meetings.models import Meeting
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import listed_hour
from course_builder.web.language import gettext, language, ngettext
from course_builder.web.records import reading, writing
from course_builder.web.toasts import undoable

pages = Blueprint("apt_people", __name__)

WRONG = 422
Answer = str | tuple[str, int] | Response


@pages.get("/apt/<int:meeting_id>/people")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    return _page(listed_hour(meeting_id))


@pages.post("/apt/<int:meeting_id>/people")
@allow(Action.PLAN_HOUR)
def put(meeting_id: int) -> Answer:
    """The unit's people, pasted names, or a number."""
    hour = listed_hour(meeting_id)
    text, what = request.form.get("names", ""), request.form.get("do", "paste")
    ours = expected.of_unit(reading(), hour.unit, today(), actor())
    try:
        asked = expected.how_many_typed(request.form.get("number", "")) if what == "number" else None
        found, others = expected.matched(expected.pasted(text), ours) if what == "paste" else (ours, [])
        with writing() as session:
            meeting = session.get_one(Meeting, meeting_id, with_for_update=True)
            if what == "number":
                meeting.expected = asked
                words = gettext("Antalet är sparat.")
            else:
                many = expected.put(session, meeting, found, others)
                words = ngettext("En ny på listan.", "%(num)s nya på listan.", many) % {"num": many}
    except Refused as refused:
        return _page(listed_hour(meeting_id), text, refused.words(language())), WRONG
    flash(f"{words} {_unmatched(others)}".strip())
    return redirect(url_for("apt_people.page", meeting_id=meeting_id))


@pages.post("/apt/<int:meeting_id>/people/<int:attendee_id>/<any(remove,back):way>")
@allow(Action.PLAN_HOUR)
def take_off(meeting_id: int, attendee_id: int, way: str) -> Response:
    """With the way back: `attendee_id` is then the person's id, or her name stands in the address."""
    listed_hour(meeting_id)
    with writing() as session:
        meeting = session.get_one(Meeting, meeting_id, with_for_update=True)
        if way == "back":
            expected.put_back(session, meeting, attendee_id or None, request.args.get("name", ""), actor())
            gone = None
        else:
            gone = expected.take_off(session, meeting, attendee_id)
            if gone is None:
                abort(404)
        person_id, name = (gone.person_id, gone.name) if gone else (None, None)
    if way == "remove":
        address = url_for(
            "apt_people.take_off", meeting_id=meeting_id, attendee_id=person_id or 0, way="back", name=name
        )
        undoable(gettext("Borttagen från listan."), address)
    return redirect(url_for("apt_people.page", meeting_id=meeting_id))


def _page(hour: Meeting, typed: str = "", wrong: str = "") -> str:
    people = expected.of_unit(reading(), hour.unit, today(), actor())
    return render_template(
        "meetings/plan_people.html", hour=hour, listed=expected.listed(reading(), hour, actor()), of_unit=len(people),
        typed=typed, wrong=wrong, now=now(),
    )  # fmt: skip


def _unmatched(others: list[str]) -> str:
    if not others:
        return ""
    words = ngettext(
        "Ett namn finns inte på enheten och står på listan ändå.",
        "%(num)s namn finns inte på enheten och står på listan ändå.",
        len(others),
    )
    return words % {"num": len(others)}
