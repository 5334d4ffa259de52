"""Questions and documents from other programs: brought, looked over row by row, then taken in."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path, PurePath

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, SelectField, StringField, TextAreaField

from course_builder.content.structure.changing import Gone
from course_builder.importing.any_file import LARGEST, READERS, read, read_pasted
from course_builder.importing.imported import Imported, TakenLesson
from course_builder.importing.question_template import HEADER, HEADER_EN, ROWS
from course_builder.importing.shown import answers, asked
from course_builder.library.bank import putting
from course_builder.library.bank.pictures import kept
from course_builder.library.drafts import waiting
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.models import LONGEST_TITLE, Draft, Kind
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.reports.sheet import Sheet
from course_builder.web import sheets
from course_builder.web.authoring.found import again, found
from course_builder.web.authoring.outlined import address
from course_builder.web.authoring.owner import group_id, owners
from course_builder.web.authoring.putting_places import NEW, WhereForm, courses, put, quizzes
from course_builder.web.authoring.question_words import kind_names
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, signed_in
from course_builder.web.kept import store
from course_builder.web.language import gettext, language, ngettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_taking", __name__)

LONGEST_NAME = 120
PASTED = "inklistrat"


class BringForm(Form):
    text = TextAreaField()
    form = SelectField(validate_choice=False, default="")


class TakeForm(WhereForm):
    course_title = StringField()
    course = SelectField(validate_choice=False)


@pages.get("/write/bring")
@allow(Action.WRITE)
def page() -> str:
    return _page(BringForm())


@pages.post("/write/bring")
@allow(Action.WRITE)
def bring() -> Response | tuple[str, int]:
    """Read, put aside and shown; nothing is taken in yet."""
    request.max_content_length = request.max_form_memory_size = LARGEST
    form = BringForm(request.form)
    file, pasted = request.files.get("file"), str(form.text.data or "")
    if file is not None and file.filename:
        data, name = file.stream.read(LARGEST + 1), PurePath(file.filename).name[:LONGEST_NAME]
    elif pasted.strip():
        data, name = pasted.encode("utf-8", "replace"), PASTED
    else:
        return _page(form, problem=gettext("Välj en fil eller klistra in text.")), 422
    chosen = str(form.form.data or "")
    made = _read(data, name, chosen)
    if not made.questions and not made.lessons:
        return _page(form, made), 422
    token = _put_aside().keep(BytesIO(data), now())
    return redirect(url_for("author_taking.preview", token=token, name=name, form=chosen))


@pages.get("/write/bring/<token>")
@allow(Action.WRITE)
def preview(token: str) -> str:
    name, made = _waiting(token)
    title = made.title or PurePath(name).stem
    form = TakeForm(where=NEW, title=title if name != PASTED else "", course_title=title)
    return _preview_page(form, made, name)


@pages.post("/write/bring/<token>")
@allow(Action.WRITE)
def take(token: str) -> Response | tuple[str, int]:
    """What was ticked: questions into one draft, lessons into one, each as one revision."""
    name, made = _waiting(token)
    form = TakeForm(request.form)
    questions = [made.questions[index].value for index in _ticked("question", len(made.questions))]
    lessons = [made.lessons[index] for index in _ticked("lesson", len(made.lessons))]
    if not questions and not lessons:
        return _preview_page(form, made, name, gettext("Inget är kryssat, så inget togs in.")), 422
    try:
        _check(form, questions, lessons)
        where = _take_lessons(form, lessons, made, name) if lessons else None
        where = put(form, questions, name) if questions else where
    except Refused as no:
        return _preview_page(form, made, name, no.words(language())), 422
    _put_aside().drop(token)
    said = [
        ngettext("1 fråga är intagen.", "%(num)s frågor är intagna.", len(questions))
        % {"num": len(questions)},
        ngettext("1 avsnitt är intaget.", "%(num)s avsnitt är intagna.", len(lessons))
        % {"num": len(lessons)},
    ]
    flash(" ".join(text for text, some in zip(said, (questions, lessons), strict=True) if some))
    return redirect(address(where) if where is not None else url_for("author_taking.page"))


@pages.get("/write/bring/template")
@allow(Action.WRITE)
def template() -> Response:
    """The table to fill in, as XLSX or CSV."""
    header = HEADER_EN if language() == "en" else HEADER
    return sheets.send(Sheet(gettext("Frågor"), header, ROWS), gettext("mall-fragor"))


def _check(form: TakeForm, questions: Sequence[object], lessons: Sequence[object]) -> None:
    """Both answers are asked for before anything is taken in."""
    if lessons and form.course.data == "" and not str(form.course_title.data or "").strip():
        raise Refused("Skriv vad kursen ska heta.", "Write what the course is to be called.")
    if questions and form.where.data == NEW and not str(form.title.data or "").strip():
        raise Refused("Skriv vad quizet ska heta.", "Write what the quiz is to be called.")


def _take_lessons(form: TakeForm, lessons: Sequence[TakenLesson], made: Imported, name: str) -> Draft:
    who = actor()
    pictures = kept(store(), made.pictures)
    if not form.course.data:
        title = " ".join(str(form.course_title.data).split())[:LONGEST_TITLE]
        group = group_id(form.owner.data, who)
        with writing() as session:
            return putting.new_course(session, title, lessons, pictures, group, who.person_id, now(), today())
    known = found(Kind.COURSE, str(form.course.data))
    try:
        with writing() as session:
            draft = again(session, known)
            putting.into_course(Bench(session, draft, who.person_id, now()), lessons, pictures, name)
            return draft
    except Gone as no:
        raise Refused(
            "Kursen går inte att läsa, eller har ingen modul att lägga avsnitten i. Rätta den först.",
            "The course cannot be read, or has no module for the lessons. Correct it first.",
        ) from no


def _ticked(kind: str, many: int) -> list[int]:
    """In their order; a number that is nobody's is not looked at."""
    chosen = {
        int(one) for one in request.form.getlist(kind) if one.isascii() and one.isdecimal() and len(one) < 6
    }
    return sorted(index for index in chosen if index < many)


def _waiting(token: str) -> tuple[str, Imported]:
    name = request.args.get("name", PASTED)[:LONGEST_NAME]
    try:
        with _put_aside().opened(token) as stream:
            return name, _read(stream.read(), name, request.args.get("form", ""))
    except waiting.NotWaiting:
        abort(404)


def _read(data: bytes, name: str, form: str) -> Imported:
    return read_pasted(data.decode(), name, form) if name == PASTED else read(data, name, form)


def _put_aside() -> waiting.Waiting:
    """Her own: what one has brought, no other can look at."""
    place = Path(current_app.extensions["settings"].folder) / "brought"
    return waiting.Waiting(place, signed_in().account_id)


# -- the pages


def _page(form: BringForm, made: Imported | None = None, problem: str = "") -> str:
    return render_template("authoring/bring.html", form=form, made=made, problem=problem, forms=list(READERS))


def _preview_page(form: TakeForm, made: Imported, name: str, problem: str = "") -> str:
    unticked = request.method == "POST"
    return render_template(
        "authoring/bring_preview.html", form=form, made=made, name=name, problem=problem, kinds=kind_names(), answers=answers, asked=asked,
        quizzes=quizzes(), courses=courses(), owners=owners(reading(), actor()), is_document=bool(made.lessons),
        questions=set(_ticked("question", len(made.questions))) if unticked else set(range(len(made.questions))),
        lessons=set(_ticked("lesson", len(made.lessons))) if unticked else set(range(len(made.lessons))),
    )  # fmt: skip
