"""An hour is ended by one of its leaders; one that was held without the application, by whoever enters it afterwards.
What was ended by mistake is opened again."""

from flask import Blueprint, flash, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from course_builder.meetings.attendance import locked, present
from course_builder.meetings.closing import close, reopen
from course_builder.people.may import Action
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, check
from course_builder.web.hours import listed_hour
from course_builder.web.language import gettext, ngettext
from course_builder.web.records import writing

pages = Blueprint("ending", __name__)


@pages.post("/apt/<int:meeting_id>/end")
@allow(Action.PLAN_HOUR)
def end(meeting_id: int) -> Response:
    """To a script in JSON; done twice it is done once."""
    hour = listed_hour(meeting_id)
    if hour.began is not None and hour.ended is None:
        check(Action.RUN_HOUR, hour)
    by_id = actor().person_id
    with writing() as session:
        held = locked(session, meeting_id)
        close(session, held, now(), by_id)
        there = present(session, held)
    after = url_for("attendance.page", meeting_id=meeting_id)
    if request.headers.get("Sec-Fetch-Dest") == "empty" or request.is_json:
        return jsonify(present=there, after=after)
    flash(
        ngettext(
            "Timmen är avslutad. En person är noterad som närvarande.",
            "Timmen är avslutad. %(num)s personer är noterade som närvarande.",
            there,
        )
        % {"num": there}
    )
    return redirect(after)


@pages.post("/apt/<int:meeting_id>/reopen")
@allow(Action.PLAN_HOUR)
def again(meeting_id: int) -> Response:
    listed_hour(meeting_id)
    with writing() as session:
        reopen(session, locked(session, meeting_id))
    flash(gettext("Timmen är öppen igen. Avsluta den när närvaron stämmer."))
    return redirect(url_for("attendance.page", meeting_id=meeting_id))
