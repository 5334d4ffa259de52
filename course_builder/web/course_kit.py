"""Möteslåda of a course: for which plan, then the zip. For those who make courses; an hour that is planned has its own.

With a database its making is written in the log of packages, as that of every other format.
"""

from flask import Blueprint, abort, render_template, request
from werkzeug.wrappers import Response
from wtforms import Form, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.library.exports.log import KIT
from course_builder.meetings.course_kit import Plan, course_kit, plans, zip_name
from course_builder.meetings.kit_files import Kit
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.clock import today
from course_builder.web.exporting import Outgoing, outgoing
from course_builder.web.guard import allow
from course_builder.web.handing_out import ChangedMeanwhile, kept_draft, logged, note, package, sent, zipped
from course_builder.web.language import gettext

pages = Blueprint("course_kit", __name__)

HERE, VERSION = "/courses/<name>/download/kit", "/courses/<name>/versions/<int:number>/download/kit"


class PlanForm(Form):
    """`plan` is the key of one of the course's plans; without it the first is meant."""

    plan = RadioField()


@pages.get(HERE)
@pages.get(VERSION)
@allow(Action.SEE_COURSES)
def page(name: str, number: int | None = None) -> str:
    """Of the draft, or of a version."""
    out = outgoing(name, number)
    return _page(out, _chosen(out))


@pages.post(HERE)
@pages.post(VERSION)
@allow(Action.SEE_COURSES)
def hand_out(name: str, number: int | None = None) -> Response | tuple[str, int]:
    """The kit, after its line in the log is safe."""
    if not logged():
        abort(404)
    out = outgoing(name, number)
    plan = _chosen(out)
    try:
        ready = kept_draft(out)
    except ChangedMeanwhile:
        return _page(outgoing(name, number), plan, gettext("Kursen ändrades medan lådan gjordes. Försök igen.")), 409  # fmt: skip
    file, called = zipped(_kit(out, plan).files()), _zip_name(out, plan)
    note(out, ready, package(file, "", KIT, {"plan": plan.key}, called))
    return sent(file, called)


@pages.get(f"{HERE}.zip")
@allow(Action.SEE_COURSES)
def unlogged(name: str) -> Response:
    """On an author's own machine."""
    if logged():
        abort(404)
    out = outgoing(name, None)
    plan = _chosen(out)
    return sent(zipped(_kit(out, plan).files()), _zip_name(out, plan))


def _page(out: Outgoing, plan: Plan, trouble: str = "") -> str:
    return render_template(
        "course_kit.html", out=out, course=out.course, name=out.name, number=out.number, plans=plans(out.course),
        chosen=plan, kit=_kit(out, plan), logged=logged(), trouble=trouble,
    )  # fmt: skip


def _chosen(out: Outgoing) -> Plan:
    """A course that has problems left, or that nobody can meet about, has no kit."""
    offered = {plan.key: plan for plan in plans(out.course)} if out.buildable else {}
    if not offered:
        abort(404)
    form = PlanForm(request.values)
    form.plan.choices = [SelectChoice(key, key) for key in offered]
    if form.plan.name in request.values and not form.validate():
        abort(422)
    return offered[form.plan.data if form.plan.name in request.values else next(iter(offered))]


def _kit(out: Outgoing, plan: Plan) -> Kit:
    templates, built = FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT)
    return course_kit(out.marked, plan, templates, built, today())


def _zip_name(out: Outgoing, plan: Plan) -> str:
    return zip_name(out.course, plan, "utkast" if out.drafted else "")
