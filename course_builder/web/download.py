"""Hämta paket: choices in plain words, then the package and its letter."""

from io import BytesIO
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from flask import Blueprint, Response, abort, render_template, request, send_file
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.content.course import Course
from course_builder.library.releases import course_of
from course_builder.packaging.choices import QUESTIONS, chosen
from course_builder.packaging.format import Format
from course_builder.packaging.formats import formats
from course_builder.packaging.letter import Section, as_text
from course_builder.packaging.letter_facts import Package, letter
from course_builder.packaging.options import BuildOptions
from course_builder.packaging.zipwriter import write
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.clock import today
from course_builder.web.guard import allow
from course_builder.web.kept import version
from course_builder.web.language import language
from course_builder.web.on_shelf import shelved
from course_builder.web.records import reading

pages = Blueprint("download", __name__)

FIRST = "scorm12"


class ChoicesForm(Form):
    """One field a question of the build, made below from the same list that the command line uses."""


for _question in QUESTIONS:
    _choices = [SelectChoice(choice.value, choice.value) for choice in _question.choices]
    setattr(ChoicesForm, _question.name, RadioField(choices=_choices, default=_choices[0].value))


@pages.get("/courses/<name>/download")
@pages.get("/courses/<name>/versions/<int:number>/download")
@allow(Action.SEE_COURSES)
def page(name: str, number: int | None = None) -> str:
    """Of the draft, or of a version."""
    course, buildable = _course(name, number)
    every = formats()
    return render_template(
        "download.html",
        buildable=buildable,
        course=course,
        name=name,
        number=number,
        first=every[FIRST],
        others=[every[one] for one in every if one != FIRST],
        questions=QUESTIONS,
    )


@pages.get("/courses/<name>/download/<format_name>.zip")
@pages.get("/courses/<name>/versions/<int:number>/download/<format_name>.zip")
@allow(Action.SEE_COURSES)
def package(name: str, format_name: str, number: int | None = None) -> BaseResponse:
    course, made, options = _asked(name, format_name, number)
    file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 -- closed when the answer has been sent
    write(file, made.build(course, options, FolderTree(shipped.BUILT)))
    file.seek(0)
    return send_file(
        file, mimetype="application/zip", as_attachment=True, download_name=made.file_name(course)
    )


@pages.get("/courses/<name>/download/<format_name>/letter.txt")
@pages.get("/courses/<name>/versions/<int:number>/download/<format_name>/letter.txt")
@allow(Action.SEE_COURSES)
def letter_text(name: str, format_name: str, number: int | None = None) -> Response:
    _, sections = _letter(name, format_name, number)
    return Response(as_text(sections), mimetype="text/plain")


@pages.get("/courses/<name>/download/<format_name>/letter.pdf")
@pages.get("/courses/<name>/versions/<int:number>/download/<format_name>/letter.pdf")
@allow(Action.SEE_COURSES)
def letter_as_pdf(name: str, format_name: str, number: int | None = None) -> BaseResponse:
    from course_builder.paper.letter import letter_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    course, sections = _letter(name, format_name, number)
    pdf = letter_pdf(sections, language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))
    return send_file(
        BytesIO(pdf), mimetype="application/pdf", download_name=f"{course.id}-{format_name}-brev.pdf"
    )


def _letter(name: str, format_name: str, number: int | None = None) -> tuple[Course, tuple[Section, ...]]:
    course, made, options = _asked(name, format_name, number)
    with TemporaryFile() as file:
        write(cast(BinaryIO, file), made.build(course, options, FolderTree(shipped.BUILT)))
        size = file.tell()
    package = Package(course, made.name, options, made.file_name(course), size)
    return course, letter(package, language(), FolderTree(shipped.TEMPLATES))


def _asked(name: str, format_name: str, number: int | None) -> tuple[Course, Format, BuildOptions]:
    """What the address asks for; a course that has problems left gives no package."""
    course, buildable = _course(name, number)
    if not buildable or format_name not in formats():
        abort(404)
    form = ChoicesForm(request.args)
    if request.args and not form.validate():
        abort(400)
    return course, formats()[format_name], chosen(course, {field.name: field.data for field in form})


def _course(name: str, number: int | None) -> tuple[Course, bool]:
    """The course and whether packages can be made of it, as of every version they can."""
    if number is not None:
        return course_of(reading(), version(name, number).id, today()), True
    found = shelved(name)
    if found.course is None:
        abort(404)
    return found.course, found.buildable
