"""Put away and taken back: the archive, the bin (60 days, only for what was never published), and copies."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from course_builder.library.drafts import bin as bins
from course_builder.library.drafts.duplicating import duplicate as duplicated
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.uses import courses_using
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, again, anywhere, found
from course_builder.web.authoring.outlined import address
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_bin", __name__)


@pages.get("/write/bin")
@allow(Action.WRITE)
def page() -> str:
    thrown = [one for one in bins.thrown_away(reading()) if permitted(Action.WRITE, one)]
    archived = [one for one in bins.archived(reading()) if permitted(Action.WRITE, one)]
    return render_template("authoring/bin.html", thrown=thrown, archived=archived, kept_for=bins.KEPT_FOR)


@pages.post(f"{DRAFT}/put-away")
@allow(Action.WRITE)
def put_away(kind: str, name: str) -> Response:
    """Into the bin; into the archive when people have taken it or courses use it."""
    draft = found(kind, name)
    keep = bins.is_published(reading(), draft) or bool(kind == Kind.SET and courses_using(reading(), name))
    with writing() as session:
        known = again(session, draft)
        if keep:
            bins.archive(known, now())
        else:
            bins.throw_away(session, known, now())
    said = (
        gettext("”%(title)s” arkiverades.")
        if keep
        else gettext("”%(title)s” ligger i papperskorgen i 60 dagar.")
    )
    flash(said % {"title": draft.title}, "undo:" + url_for("author_bin.restore", kind=kind, name=name))
    return redirect(url_for("author_sets.page" if kind == Kind.SET else "courses.library"))


@pages.post(f"{DRAFT}/restore")
@allow(Action.WRITE)
def restore(kind: str, name: str) -> Response:
    draft = anywhere(kind, name)
    with writing() as session:
        bins.take_back(again(session, draft))
    flash(gettext("”%(title)s” är tillbaka.") % {"title": draft.title})
    return redirect(address(draft))


@pages.post(f"{DRAFT}/duplicate")
@allow(Action.WRITE)
def duplicate(kind: str, name: str) -> Response:
    draft: Draft = found(kind, name)
    with writing() as session:
        made = duplicated(
            session, again(session, draft), gettext(" (kopia)"), actor().person_id, now(), today()
        )
        where, title = address(made), made.title
    flash(gettext("”%(title)s” är en egen kopia. Den ändras inte när originalet ändras.") % {"title": title})
    return redirect(where)
