"""The question bank: found, looked at where it is used, and put into another quiz or lesson - linked or as a copy."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, StringField
from wtforms.validators import NumberRange, Optional

from course_builder.content.structure.changing import Gone
from course_builder.learning.question_figures import first_times
from course_builder.library.bank.finding import Standing, Wanted, articles, standings, tags
from course_builder.library.bank.releases import published
from course_builder.library.drafts import structure
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.uses import courses_using
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web import paging
from course_builder.web.authoring.found import again, found
from course_builder.web.authoring.outlined import address
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.authoring.owner import owners
from course_builder.web.authoring.putting_places import WhereForm, courses, put, quizzes
from course_builder.web.authoring.question_words import first_time, kind_names
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language, ngettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_bank", __name__)


class FindForm(Form):
    q = StringField(default="")
    tag = StringField(default="")
    article = IntegerField(validators=[Optional(), NumberRange(1, 54)])
    kind = StringField(default="")


@pages.get("/write/bank")
@allow(Action.WRITE)
def page() -> str:
    return _page(WhereForm())


@pages.post("/write/bank")
@allow(Action.WRITE)
def copy() -> Response | tuple[str, int]:
    """Copies of their own, with ids of their own."""
    form, ticked = WhereForm(request.form), set(request.form.getlist("question"))
    chosen = [one for one in _standings() if one.key in ticked]
    if not chosen:
        return _page(form, gettext("Kryssa i minst en fråga först.")), 422
    try:
        where = put(form, [dict(one.question.value) for one in chosen], gettext("från frågebanken"))
    except Refused as no:
        return _page(form, no.words(language())), 422
    flash(
        ngettext("En kopia av frågan är med.", "Kopior av %(num)s frågor är med.", len(chosen))
        % {"num": len(chosen)}
    )
    return redirect(address(where))


@pages.post("/write/bank/link")
@allow(Action.WRITE)
def link() -> Response:
    """The whole quiz that a question stands in, in a course too: what is changed in it is changed everywhere."""
    quiz, course = (
        found(Kind.SET, request.form.get("quiz", "")),
        found(Kind.COURSE, request.form.get("course", "")),
    )
    if any(one.id == course.id for one in courses_using(reading(), quiz.name)):
        flash(gettext("”%(title)s” är redan med i kursen.") % {"title": quiz.title})
        return redirect(address(course))
    try:
        with writing() as session:
            bench = Bench(session, again(session, course), actor().person_id, now())
            structure.use(bench, "quiz", quiz.name, quiz.title, "")
    except Gone:
        abort(404)
    flash(gettext("”%(title)s” är kopplat till kursen.") % {"title": quiz.title})
    return redirect(address(course))


def _standings() -> list[Standing]:
    return standings(reading(), own_drafts())


def _page(form: WhereForm, problem: str = "") -> str:
    session, every = reading(), _standings()
    asked = FindForm(request.args)
    asked.validate()
    wanted = Wanted(
        str(asked.q.data or ""), str(asked.tag.data or ""), None if asked.article.errors else asked.article.data, str(asked.kind.data or "")
    )  # fmt: skip
    shown = [one for one in every if wanted.fits(one.question)]
    cut = paging.cut(shown)
    ids = [one.question.id for one in cut.items]
    figures = first_times(session, ids)
    return render_template(
        "authoring/bank.html", every=every, page=cut, wanted=wanted, tags=tags(every), articles=articles(every), kinds=kind_names(),
        users=_users(cut.items), published=published(session, ids), said={one: first_time(figures.get(one)) for one in ids},
        form=form, problem=problem, quizzes=quizzes(), courses=courses(), owners=owners(session, actor()),
        ticked=set(request.form.getlist("question")), where=_where,
    )  # fmt: skip


def _users(shown: Sequence[Standing]) -> dict[str, Sequence[Draft]]:
    """The courses that use each shared quiz, by its name."""
    names = {one.draft.name for one in shown if one.in_set}
    return {name: courses_using(reading(), name) for name in names}


def _where(one: Standing) -> str:
    """The page where the question is written."""
    return (
        address(one.draft)
        if one.in_set
        else url_for("editor.part", kind=one.draft.kind, name=one.draft.name, part=one.path)
    )
