"""The register of films: by what right and until when, who is seen or heard, where each is shown, what is missing."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms import Form, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length, Optional

from course_builder.library.film_register.answers import LONGEST, Answer, answer
from course_builder.library.film_register.models import Seen
from course_builder.library.film_register.register import Registered, register
from course_builder.library.models import KeptCourse
from course_builder.people.may import Action
from course_builder.people.models import Person
from course_builder.people.refused import Refused
from course_builder.web.authoring.media_words import media_words
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("film_register", __name__)

URGENCY = ("ended", "missing", "ending", "held")
"""What is to be done first stands first."""


class AnswerForm(Form):
    children = RadioField(
        choices=[SelectChoice(one.value, one.value) for one in (Seen.NO, Seen.YES)], validators=[Optional()]
    )
    patients = RadioField(
        choices=[SelectChoice(one.value, one.value) for one in (Seen.NO, Seen.YES)], validators=[Optional()]
    )
    who = StringField(validators=[Optional(), Length(max=LONGEST)])
    ground = StringField(validators=[Optional(), Length(max=LONGEST)])


@pages.get("/write/media/films")
@allow(Action.WRITE)
def page() -> str:
    return _page()


@pages.post("/write/media/films/<film>")
@allow(Action.WRITE)
def say(film: str) -> Response | tuple[str, int]:
    """Of a film that the reader may see; an answer is never guessed."""
    if film not in {one.key for one in _films()}:
        abort(404)
    form = AnswerForm(request.form)
    form.validate()
    given = Answer(
        Seen(form.children.data or ""), Seen(form.patients.data or ""), form.who.data or "", form.ground.data or ""
    )  # fmt: skip
    try:
        with writing() as session:
            answer(session, film, given, actor().person_id, now())
    except Refused as refused:
        return _page(film, given, refused.words(language())), 422
    flash(gettext("Svaret är sparat."))
    return redirect(url_for("film_register.page") + f"#film-{film[:12]}")


def _page(asked: str = "", given: Answer | None = None, wrong: str = "") -> str:
    day = today()
    films = sorted(_films(), key=lambda one: URGENCY.index(one.standing(day)))
    people = {one.record.said_by_id for one in films if one.record is not None}
    names = reading().execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    return render_template(
        "authoring/films.html", films=films, today=day, asked=asked, given=given, wrong=wrong, names={row.id: row.name for row in names},
        texts=media_words(), unsaid=sum(not one.is_answered for one in films),
    )  # fmt: skip


def _films() -> list[Registered]:
    courses = [one.id for one in reading().scalars(select(KeptCourse)) if permitted(Action.WRITE, one)]
    return list(register(reading(), own_drafts(), courses))
