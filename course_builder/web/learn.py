"""A course, taken here: the player's page, and the ways into it. To look at a page changes nothing: a button does."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from course_builder.learning import news_seen, taking
from course_builder.learning.at_player import Desk, learner
from course_builder.learning.models import Enrolment
from course_builder.learning.so_far import enrolment_of
from course_builder.library.models import KeptCourse, Release
from course_builder.library.releases import course_of, latest
from course_builder.meetings.support import own_of_person
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.player.data import inert
from course_builder.web import copies, csrf
from course_builder.web.clock import now, today
from course_builder.web.guard import allow, signed_in
from course_builder.web.records import reading, writing

pages = Blueprint("learn", __name__)

IN_PORTAL = "portal"


@pages.get("/learn/<course_id>/")
@allow(Action.LEARN)
def page(course_id: str) -> str:
    newest = _newest(course_id)
    enrolment = enrolment_of(reading(), signed_in().person_id, course_id)
    if enrolment is None:
        return _start(newest)
    news = news_seen.waiting(reading(), enrolment)
    if news is not None:
        return render_template("learn/news.html", news=news, course_id=course_id)
    return _player(enrolment, newest)


@pages.post("/learn/<course_id>/start")
@allow(Action.LEARN)
def start(course_id: str) -> Response:
    """Begins the course, or goes on with it; `again` begins a new round of one that is done."""
    newest = _newest(course_id)
    if reading().get_one(KeptCourse, course_id).taken == IN_PORTAL:
        abort(404)
    with writing() as session:
        taking.open_course(session, signed_in().person_id, newest, now(), again="again" in request.form)
    return redirect(url_for("learn.page", course_id=course_id))


@pages.post("/learn/<course_id>/go-on")
@allow(Action.LEARN)
def go_on(course_id: str) -> Response:
    """She has seen the news."""
    with writing() as session:
        news_seen.seen(session, _enrolment(session, course_id), now())
    return redirect(url_for("learn.page", course_id=course_id))


@pages.post("/learn/<course_id>/move")
@allow(Action.LEARN)
def move(course_id: str) -> Response:
    """She chooses the newest release; its page then tells what is new."""
    newest = _newest(course_id)
    with writing() as session:
        taking.move(session, _enrolment(session, course_id), newest, now())
    return redirect(url_for("learn.page", course_id=course_id))


@pages.get("/learn/<course_id>/media/<name>")
@allow(Action.LEARN)
def media(course_id: str, name: str) -> Response:
    """What the page calls `media/…` is a file of the release she is on, whose own address never changes."""
    release_id = _enrolment(reading(), course_id).release_id
    return redirect(url_for("media.file", release_id=release_id, name=name))


def _start(newest: Release) -> str:
    course = course_of(reading(), newest.id, today())
    kept = reading().get_one(KeptCourse, newest.course_id)
    return render_template("learn/start.html", course=course, kept=kept, newest=newest)


def _player(enrolment: Enrolment, newest: Release) -> str:
    """The page of her release, and beside it what she has done and what her browser needs to keep and send things."""
    desk = Desk(reading(), FolderTree(shipped.BUILT), today())
    account, sealed = signed_in().account_id, desk.course(enrolment.release_id)
    own = own_of_person(reading(), signed_in().person_id, sealed.course.region, today())
    mine = {
        **learner(desk, enrolment),
        "token": csrf.token(),
        "place": copies.of_enrolment(account, enrolment.id),
        "lock": copies.lock(account),
    }
    return render_template(
        "learn/player.html", sealed=sealed, parts=sealed.parts_with(own), mine=inert(mine), course_id=enrolment.course_id,
        newer=newest if newest.id != enrolment.release_id and not enrolment.done else None,
    )  # fmt: skip


def _newest(course_id: str) -> Release:
    found = latest(reading(), course_id)
    if found is None:
        abort(404)
    return found


def _enrolment(session: Session, course_id: str) -> Enrolment:
    """Hers: of nobody else's is anything known."""
    found = enrolment_of(session, signed_in().person_id, course_id)
    if found is None:
        abort(404)
    return found
