"""Groups of trainers, who own courses together."""

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from course_builder.people import groups, persons
from course_builder.people.changes import Page
from course_builder.people.may import Action
from course_builder.people.models import Group
from course_builder.people.refused import Refused
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language
from course_builder.web.people_found import keeps_all, person_of
from course_builder.web.people_undo import noted, tell
from course_builder.web.records import reading, writing

pages = Blueprint("people_groups", __name__)

Answer = str | tuple[str, int] | Response


@pages.before_request
def _of_the_whole() -> None:
    """Groups belong to no unit: they are kept by who keeps the whole tree."""
    if not keeps_all():
        abort(404)


@pages.get("/people/groups")
@allow(Action.PEOPLE)
def page() -> str:
    return _all()


@pages.post("/people/groups")
@allow(Action.PEOPLE)
def add() -> Answer:
    try:
        with writing() as session:
            made = groups.add(session, request.form.get("name", ""))
    except Refused as refused:
        return _all(refused.words(language())), 422
    flash(gettext("Gruppen är skapad."))
    return redirect(url_for("people_groups.group", group_id=made.id))


@pages.get("/people/groups/<int:group_id>")
@allow(Action.PEOPLE)
def group(group_id: int) -> str:
    return _one(_group(reading(), group_id))


@pages.post("/people/groups/<int:group_id>/rename")
@allow(Action.PEOPLE)
def rename(group_id: int) -> Answer:
    def write(session: Session) -> None:
        groups.rename(session, _group(session, group_id), request.form.get("name", ""))

    return _write(group_id, write, gettext("Namnet är ändrat."))


@pages.post("/people/groups/<int:group_id>/<any(join, leave):what>")
@allow(Action.PEOPLE)
def membership(group_id: int, what: str) -> Answer:
    def write(session: Session) -> None:
        found, person = _group(session, group_id), person_of(session, request.form.get("person", 0, type=int))
        (groups.join if what == "join" else groups.leave)(session, found.id, person.id)

    return _write(
        group_id,
        write,
        gettext("Med i gruppen.") if what == "join" else gettext("Inte längre med i gruppen."),
    )


def _write(group_id: int, write: Callable[[Session], None], done: str) -> Answer:
    try:
        with writing() as session, noted(session, Page.GROUP, group_id) as change:
            write(session)
    except Refused as refused:
        return _one(_group(reading(), group_id), refused.words(language())), 422
    tell(done, change)
    return redirect(url_for("people_groups.group", group_id=group_id))


def _group(session: Session, group_id: int) -> Group:
    found = session.get(Group, group_id)
    if found is None:
        abort(404)
    return found


def _all(wrong: str = "") -> str:
    return render_template("people/groups.html", groups=groups.all_groups(reading()), wrong=wrong)


def _one(found: Group, wrong: str = "") -> str:
    asked = request.args.get("q", "").strip()
    members = groups.members(reading(), actor(), found.id)
    inside = {one.id for one in members}
    others = persons.find(reading(), actor(), asked) if asked else []
    return render_template(
        "people/group.html", group=found, members=members, asked=asked, wrong=wrong,
        found=[one for one in others if one.id not in inside],
    )  # fmt: skip
