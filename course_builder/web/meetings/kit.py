"""Möteslåda: an hour to take along, for rooms without a network or a login. Only for those who lead it."""

from tempfile import TemporaryFile
from typing import BinaryIO, cast

from flask import Blueprint, render_template, send_file
from werkzeug.wrappers import Response

from course_builder.meetings.kit import kit
from course_builder.meetings.kit_files import Kit
from course_builder.meetings.models import Meeting
from course_builder.packaging.zipwriter import write
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.clock import today
from course_builder.web.guard import allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext
from course_builder.web.records import reading

pages = Blueprint("apt_kit", __name__)

HERE = "/apt/<int:meeting_id>/kit"


@pages.get(HERE)
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    """What is in it and how large it is, before anything is fetched."""
    hour = planned_hour(meeting_id)
    found = _kit(hour)
    return render_template("meetings/kit.html", hour=hour, kit=found, names=found.papers.names)


@pages.get(f"{HERE}.zip")
@allow(Action.PLAN_HOUR)
def zipped(meeting_id: int) -> Response:
    """Written to a file as it is made: a film never stands in memory."""
    hour = planned_hour(meeting_id)
    file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 -- closed when the answer has been sent
    write(file, _kit(hour).files())
    file.seek(0)
    name = gettext("moteslada-%(course)s-%(number)s.zip") % {"course": hour.course_id, "number": hour.id}
    return send_file(file, mimetype="application/zip", as_attachment=True, download_name=name)


def _kit(hour: Meeting) -> Kit:
    templates, built = FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT)
    return kit(reading(), hour, templates, built, today())
