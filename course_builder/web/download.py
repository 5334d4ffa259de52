"""Hämta paket: choices in plain words, then the package and its letter."""

from io import BytesIO
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from flask import Blueprint, Response, abort, render_template, request, send_file
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.content.course import Course
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
from course_builder.web.guard import allow
from course_builder.web.language import language
from course_builder.web.on_shelf import shelved

pages = Blueprint("download", __name__)

FIRST = "scorm12"


class ChoicesForm(Form):
    """One field a question of the build, made below from the same list that the command line uses."""


for _question in QUESTIONS:
    _choices = [SelectChoice(choice.value, choice.value) for choice in _question.choices]
    setattr(ChoicesForm, _question.name, RadioField(choices=_choices, default=_choices[0].value))


@pages.get("/courses/<name>/download")
@allow(Action.SEE_COURSES)
def page(name: str) -> str:
    found = shelved(name)
    course = found.course
    if course is None:
        abort(404)
    every = formats()
    return render_template(
        "download.html",
        found=found,
        course=course,
        name=name,
        first=every[FIRST],
        others=[every[one] for one in every if one != FIRST],
        questions=QUESTIONS,
    )


@pages.get("/courses/<name>/download/<format_name>.zip")
@allow(Action.SEE_COURSES)
def package(name: str, format_name: str) -> BaseResponse:
    course, made, options = _asked(name, format_name)
    file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 -- closed when the answer has been sent
    write(file, made.build(course, options, FolderTree(shipped.BUILT)))
    file.seek(0)
    return send_file(
        file, mimetype="application/zip", as_attachment=True, download_name=made.file_name(course)
    )


@pages.get("/courses/<name>/download/<format_name>/letter.txt")
@allow(Action.SEE_COURSES)
def letter_text(name: str, format_name: str) -> Response:
    _, sections = _letter(name, format_name)
    return Response(as_text(sections), mimetype="text/plain")


@pages.get("/courses/<name>/download/<format_name>/letter.pdf")
@allow(Action.SEE_COURSES)
def letter_as_pdf(name: str, format_name: str) -> BaseResponse:
    from course_builder.paper.letter import letter_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    course, sections = _letter(name, format_name)
    pdf = letter_pdf(sections, language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))
    return send_file(
        BytesIO(pdf), mimetype="application/pdf", download_name=f"{course.id}-{format_name}-brev.pdf"
    )


def _letter(name: str, format_name: str) -> tuple[Course, tuple[Section, ...]]:
    course, made, options = _asked(name, format_name)
    with TemporaryFile() as file:
        write(cast(BinaryIO, file), made.build(course, options, FolderTree(shipped.BUILT)))
        size = file.tell()
    package = Package(course, made.name, options, made.file_name(course), size)
    return course, letter(package, language(), FolderTree(shipped.TEMPLATES))


def _asked(name: str, format_name: str) -> tuple[Course, Format, BuildOptions]:
    """What the address asks for; a course that has problems left gives no package."""
    found = shelved(name)
    if not found.buildable or found.course is None or format_name not in formats():
        abort(404)
    form = ChoicesForm(request.args)
    if request.args and not form.validate():
        abort(400)
    return (
        found.course,
        formats()[format_name],
        chosen(found.course, {field.name: field.data for field in form}),
    )
