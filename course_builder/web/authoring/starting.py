"""Something new: a course from a starter or from almost nothing, a film discussion or a quiz of its own."""

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.wrappers import Response
from wtforms import Form, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, InputRequired, Length

from course_builder.content.names import free_name, slug
from course_builder.library.drafts.models import LONGEST_TITLE, Draft, Kind
from course_builder.library.drafts.saving import Taken, create
from course_builder.library.drafts.starters import begun, empty, new_set, starters
from course_builder.library.drafts.taken import names_taken
from course_builder.people.may import Action
from course_builder.web.authoring.outlined import address
from course_builder.web.authoring.owner import group_id, owners
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_starting", __name__)
EMPTY = "empty"


class CourseForm(Form):
    title = StringField(validators=[DataRequired(), Length(max=LONGEST_TITLE)])
    starter = RadioField(validators=[InputRequired()])
    owner = SelectField(default="", validate_choice=False)


class SetForm(Form):
    title = StringField(validators=[DataRequired(), Length(max=LONGEST_TITLE)])
    kind = RadioField(
        choices=[SelectChoice("film", "film"), SelectChoice("quiz", "quiz")], validators=[InputRequired()]
    )
    owner = SelectField(default="", validate_choice=False)


@pages.get("/write/new")
@allow(Action.WRITE)
def course() -> str:
    return _course_page(_course_form(None))


@pages.post("/write/new")
@allow(Action.WRITE)
def make_course() -> Response | tuple[str, int]:
    form = _course_form(request.form)
    if not form.validate():
        return _course_page(form, gettext("Skriv vad kursen ska heta, och välj vad den börjar med.")), 422
    title = " ".join(str(form.title.data).split())
    name = free_name(slug(title) or "kurs", names_taken(reading(), Kind.COURSE))
    files = (
        empty(name, title, today())
        if form.starter.data == EMPTY
        else begun(str(form.starter.data), name, title, today())
    )
    return _made(Kind.COURSE, name, title, files, form.owner.data)


@pages.get("/write/sets/new")
@allow(Action.WRITE)
def shared() -> str:
    return _shared_page(_set_form(None))


@pages.post("/write/sets/new")
@allow(Action.WRITE)
def make_shared() -> Response | tuple[str, int]:
    form = _set_form(request.form)
    if not form.validate():
        return _shared_page(form, gettext("Skriv vad det ska heta, och välj filmsamtal eller quiz.")), 422
    title = " ".join(str(form.title.data).split())
    name = free_name(slug(title) or str(form.kind.data), names_taken(reading(), Kind.SET))
    return _made(
        Kind.SET, name, title, {f"{name}.yaml": new_set(str(form.kind.data), name, title)}, form.owner.data
    )


def _made(kind: Kind, name: str, title: str, files: dict[str, str], owner: str | None) -> Response:
    who = actor()
    try:
        with writing() as session:
            made = create(session, kind, name, files, group_id(owner, who), who.person_id, now())
            where = _where(made)
    except Taken:
        flash(gettext("Namnet blev upptaget just nu. Försök igen."), "bad")
        return redirect(request.url)
    flash(gettext("”%(title)s” finns nu. Allt du skriver sparas av sig självt.") % {"title": title})
    return redirect(where)


def _where(made: Draft) -> str:
    return address(made)


def _course_form(sent: ImmutableMultiDict[str, str] | None) -> CourseForm:
    form = CourseForm(sent) if sent is not None else CourseForm(starter="sjalvstudier")
    form.owner.choices = owners(reading(), actor())
    form.starter.choices = [SelectChoice(one, one) for one in (*(known.name for known in starters()), EMPTY)]
    return form


def _course_page(form: CourseForm, problem: str = "") -> str:
    return render_template(
        "authoring/new_course.html", form=form, starters=starters(), empty=EMPTY, problem=problem
    )


def _set_form(sent: ImmutableMultiDict[str, str] | None) -> SetForm:
    form = SetForm(sent) if sent is not None else SetForm(kind=request.args.get("kind", "film"))
    form.owner.choices = owners(reading(), actor())
    return form


def _shared_page(form: SetForm, problem: str = "") -> str:
    return render_template("authoring/new_set.html", form=form, problem=problem)
