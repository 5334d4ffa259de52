"""Hämta paket: for which portal, what is known of the package, then the zip and its letter.

With a database every package is written in the log when it is handed out; on an author's own machine there is none.
"""

from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from flask import Blueprint, Response, abort, render_template, request, send_file
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length

from course_builder.content.file import File
from course_builder.library.exports import log
from course_builder.library.exports.models import LONGEST_PORTAL
from course_builder.meetings.course_kit import plans
from course_builder.packaging import package_check
from course_builder.packaging.choices import QUESTIONS, chosen
from course_builder.packaging.format import Format
from course_builder.packaging.formats import formats
from course_builder.packaging.leader_notes import inside
from course_builder.packaging.letter import Section, as_text
from course_builder.packaging.letter_facts import Package, letter
from course_builder.packaging.options import BuildOptions
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.exporting import Outgoing, Target, outgoing, target
from course_builder.web.guard import allow
from course_builder.web.handing_out import ChangedMeanwhile, kept_draft, logged, note, sent, zipped
from course_builder.web.handing_out import package as package_of
from course_builder.web.language import gettext, language
from course_builder.web.package_files import built
from course_builder.web.records import reading

pages = Blueprint("download", __name__)

FIRST = "scorm12"
Values = MultiDict[str, str]
HERE, VERSION = "/courses/<name>/download", "/courses/<name>/versions/<int:number>/download"


class ChoicesForm(Form):
    """One field a question of the build, made below from the same list that the command line uses."""


for _question in QUESTIONS:
    _choices = [SelectChoice(choice.value, choice.value) for choice in _question.choices]
    setattr(ChoicesForm, _question.name, RadioField(choices=_choices, default=_choices[0].value))


class PortalForm(Form):
    """`portal`: a row of packaging/portals.py, or `other` with a name of its own."""

    portal = StringField(validators=[Length(max=40)])
    portal_name = StringField(validators=[Length(max=LONGEST_PORTAL)])


@pages.get(HERE)
@pages.get(VERSION)
@allow(Action.SEE_COURSES)
def page(name: str, number: int | None = None) -> str:
    """Of the draft, or of a version."""
    return _page(outgoing(name, number))


@pages.post(HERE)
@pages.post(VERSION)
@allow(Action.SEE_COURSES)
def hand_out(name: str, number: int | None = None) -> BaseResponse | tuple[str, int]:
    """The package, after its line in the log is safe. One that would not work is not handed out."""
    if not logged():
        abort(404)
    out = outgoing(name, number)
    made, options = _asked(out, request.form.get("format", FIRST), request.form)
    wanted = _target(request.form)
    if package_check.stopped(_checked(out, made, options)):
        return _page(out, gettext("Paketet skulle inte fungera. Läs vad som står under Kontrollen av paketet.")), 422  # fmt: skip
    try:
        ready = kept_draft(out)
    except ChangedMeanwhile:
        return _page(
            outgoing(name, number), gettext("Kursen ändrades medan paketet gjordes. Försök igen.")
        ), 409
    file = _zip(out, made, options)
    answers = {
        question.name: request.form.get(question.name, question.choices[0].value) for question in QUESTIONS
    }
    note(out, ready, package_of(file, wanted.name, made.name, answers, out.file_name(made)))
    return sent(file, out.file_name(made))


@pages.get(f"{HERE}/<format_name>.zip")
@pages.get(f"{VERSION}/<format_name>.zip")
@allow(Action.SEE_COURSES)
def package(name: str, format_name: str, number: int | None = None) -> BaseResponse | tuple[str, int]:
    """To look at; what goes to a portal is handed out by the button, and logged."""
    out = outgoing(name, number)
    made, options = _asked(out, format_name, request.args)
    files = [File(path, blob) for path, blob in built(out.course, made.name).items()]
    if inside(out.course, files):
        return _page(
            out, gettext("Paketet skulle inte fungera. Läs vad som står under Kontrollen av paketet.")
        ), 422
    return sent(_zip(out, made, options), out.file_name(made))


@pages.get(f"{HERE}/<format_name>/letter.txt")
@pages.get(f"{VERSION}/<format_name>/letter.txt")
@allow(Action.SEE_COURSES)
def letter_text(name: str, format_name: str, number: int | None = None) -> Response:
    return Response(as_text(_letter(outgoing(name, number), format_name)), mimetype="text/plain")


@pages.get(f"{HERE}/<format_name>/letter.pdf")
@pages.get(f"{VERSION}/<format_name>/letter.pdf")
@allow(Action.SEE_COURSES)
def letter_as_pdf(name: str, format_name: str, number: int | None = None) -> BaseResponse:
    from course_builder.paper.letter import letter_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    out = outgoing(name, number)
    pdf = letter_pdf(_letter(out, format_name), language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))  # fmt: skip
    return send_file(
        BytesIO(pdf), mimetype="application/pdf", download_name=f"{out.course.id}-{format_name}-brev.pdf"
    )


def _page(out: Outgoing, trouble: str = "") -> str:
    every, wanted = formats(), _target(request.values)
    first = every[wanted.format or FIRST]
    options = chosen(out.course, wanted.answers)
    has_log = logged()
    return render_template(
        "download.html", out=out, course=out.course, name=out.name, number=out.number, buildable=out.buildable, first=first,
        others=[every[one] for one in every if one != first.name], questions=QUESTIONS, trouble=trouble, logged=has_log,
        lines=_checked(out, first, options) if out.buildable else (), target=wanted, comparison=out.against(wanted),
        said=log.log(reading(), out.course.id) if has_log else (), formats=every,
        kit_plans=plans(out.course) if out.buildable else (),
        again=[one.export.portal for one in log.portals(reading(), out.course.id)] if has_log else (),
    )  # fmt: skip


def _target(values: Values) -> Target:
    form = PortalForm(values)
    if not form.validate():
        abort(422)
    return target(form.portal.data or "", form.portal_name.data or "")


def _checked(out: Outgoing, made: Format, options: BuildOptions) -> tuple[package_check.Line, ...]:
    files = [File(path, blob) for path, blob in built(out.course, made.name).items()]
    size = sum(file.blob.size for file in files)
    return package_check.lines(package_check.Built(out.course, made.name, options, files, size))


def _zip(out: Outgoing, made: Format, options: BuildOptions) -> BinaryIO:
    return zipped(made.build(out.marked, options, FolderTree(shipped.BUILT)))


def _letter(out: Outgoing, format_name: str) -> tuple[Section, ...]:
    made, options = _asked(out, format_name, request.args)
    file = _zip(out, made, options)
    size = file.seek(0, 2)
    package = Package(out.marked, made.name, options, out.file_name(made), size)
    comparison = out.against(_target(request.args))
    return letter(replace(package, comparison=comparison), language(), FolderTree(shipped.TEMPLATES))


def _asked(out: Outgoing, format_name: str, values: Values) -> tuple[Format, BuildOptions]:
    """What is asked for; a course that has problems left gives no package."""
    if not out.buildable or format_name not in formats():
        abort(404)
    form = ChoicesForm(values)
    answered = {field.name: values[field.name] for field in form if field.name in values}
    if answered and not form.validate():
        abort(400)
    return formats()[format_name], chosen(out.course, {field.name: field.data for field in form})
