"""Hämta paket: for which portal, what is known of the package, then the zip and its letter.

With a database every package is written in the log when it is handed out; on an author's own machine there is none.
"""

from dataclasses import replace
from hashlib import file_digest
from io import BytesIO
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from flask import Blueprint, Response, abort, current_app, render_template, request, send_file
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length

from course_builder.content.file import File
from course_builder.library.exports import log
from course_builder.library.exports.models import LONGEST_PORTAL
from course_builder.library.gather import ReleaseStopped, gather
from course_builder.library.models import Release
from course_builder.library.ready import FileChanged, Ready, keep_media
from course_builder.packaging import package_check
from course_builder.packaging.choices import QUESTIONS, chosen
from course_builder.packaging.format import Format
from course_builder.packaging.formats import formats
from course_builder.packaging.leader_notes import inside
from course_builder.packaging.letter import Section, as_text
from course_builder.packaging.letter_facts import Package, letter
from course_builder.packaging.options import BuildOptions
from course_builder.packaging.zipwriter import write
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.clock import now, today
from course_builder.web.exporting import Outgoing, Target, outgoing, target
from course_builder.web.guard import actor, allow
from course_builder.web.kept import origin, store
from course_builder.web.language import gettext, language
from course_builder.web.package_files import built
from course_builder.web.records import reading, writing

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
    if "database" not in current_app.extensions:
        abort(404)
    out = outgoing(name, number)
    made, options = _asked(out, request.form.get("format", FIRST), request.form)
    wanted = _target(request.form)
    if package_check.stopped(_checked(out, made, options)):
        return _page(out, gettext("Paketet skulle inte fungera. Läs vad som står under Kontrollen av paketet.")), 422  # fmt: skip
    try:
        ready = None if out.release else keep_media(store(), gather(origin(name), today()))
    except (ReleaseStopped, FileChanged):
        return _page(out, gettext("Kursen ändrades medan paketet gjordes. Försök igen.")), 409
    if ready is not None and ready.gathered.course.digest != out.course.digest:
        return _page(
            outgoing(name, number), gettext("Kursen ändrades medan paketet gjordes. Försök igen.")
        ), 409
    file = _zip(out, made, options)
    answers = {
        question.name: request.form.get(question.name, question.choices[0].value) for question in QUESTIONS
    }
    size = file.seek(0, 2)
    file.seek(0)
    sha = file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # a temporary file is a binary file
    _log(out, ready, log.Package(wanted.name, made.name, answers, out.file_name(made), size, sha))
    return _sent(file, out, made)


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
    return _sent(_zip(out, made, options), out, made)


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
    logged = "database" in current_app.extensions
    return render_template(
        "download.html", out=out, course=out.course, name=out.name, number=out.number, buildable=out.buildable, first=first,
        others=[every[one] for one in every if one != first.name], questions=QUESTIONS, trouble=trouble, logged=logged,
        lines=_checked(out, first, options) if out.buildable else (), target=wanted, comparison=out.against(wanted),
        said=log.log(reading(), out.course.id) if logged else (), formats=every,
        again={one.export.portal: one for one in log.portals(reading(), out.course.id)} if logged else {},
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
    file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 -- closed when the answer has been sent
    write(file, made.build(out.marked, options, FolderTree(shipped.BUILT)))
    file.seek(0)
    return file


def _sent(file: BinaryIO, out: Outgoing, made: Format) -> BaseResponse:
    file.seek(0)
    return send_file(file, mimetype="application/zip", as_attachment=True, download_name=out.file_name(made))


def _log(out: Outgoing, ready: Ready | None, made: log.Package) -> None:
    by = actor().person_id
    with writing() as session:
        if ready is not None:
            log.of_draft(session, ready, made, by, now())
        elif out.release is not None:
            log.of_release(
                session, session.get_one(Release, out.release.id), out.course.digest, made, by, now()
            )


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
