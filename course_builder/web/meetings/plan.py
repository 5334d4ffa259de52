"""Planera er timme: the plan to scale, changed one thing at a time. Without scripts each change is a page; with them the plan alone is sent anew."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.content.fix import new_id
from course_builder.content.shortening import Cut, shorten
from course_builder.content.step import ACTIONS, OWN
from course_builder.content.steps import planned, ready_plans, rows
from course_builder.content.steps import steps as ready_steps
from course_builder.learning.days import day_of
from course_builder.meetings import plans, replanning
from course_builder.meetings.actions import open_actions
from course_builder.meetings.board import board
from course_builder.meetings.carried import with_actions
from course_builder.meetings.choices import left_out
from course_builder.meetings.expected import how_many
from course_builder.meetings.films import VERSIONS, films
from course_builder.meetings.hours import state
from course_builder.meetings.invitation import when
from course_builder.meetings.models import Meeting
from course_builder.meetings.plans import Work
from course_builder.meetings.support import support_of
from course_builder.people.may import Action
from course_builder.people.models import Person
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext, language
from course_builder.web.meetings import plan_words
from course_builder.web.meetings.shown import course, facts, number, ombud, sendings, steps
from course_builder.web.records import reading, reading_anew, writing
from course_builder.web.toasts import redoable, undoable

pages = Blueprint("apt_plan", __name__)

CONFLICT, WRONG = 409, 422
Answer = str | tuple[str, int] | Response


@pages.get("/apt/<int:meeting_id>")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    meeting = planned_hour(meeting_id)
    return render_template("meetings/plan.html", **_shared(meeting), **_beside(meeting))


@pages.post("/apt/<int:meeting_id>/plan")
@allow(Action.PLAN_HOUR)
def change(meeting_id: int) -> Answer:
    meeting = planned_hour(meeting_id)
    before, done = list(meeting.plan), request.form.get("do", "")
    try:
        step, work = _work(meeting, done)
        with writing() as session:
            replanning.change(session, meeting_id, work, actor().person_id, now())
    except Refused as refused:
        return _told(meeting_id, refused.words(language()), CONFLICT)
    after = reading_anew().get_one(Meeting, meeting_id)
    titles = {one.id: one.title for one in (*planned(course(after), before), *steps(after))}
    name = "move" if done in ("up", "down", "to") else done if done != "skip" else "remove"
    return _told(meeting_id, plan_words.said(name, before, after.plan, step, titles))


@pages.post("/apt/<int:meeting_id>/plan/<int:revision>/<any(undo,redo):way>")
@allow(Action.PLAN_HOUR)
def go_back(meeting_id: int, revision: int, way: str) -> Answer:
    """`revision` is the one she sees."""
    planned_hour(meeting_id)
    go = replanning.undo if way == "undo" else replanning.redo
    try:
        with writing() as session:
            go(session, meeting_id, revision, actor().person_id, now())
    except Refused as refused:
        return _told(meeting_id, refused.words(language()), CONFLICT)
    words = gettext("Ändringen är ångrad.") if way == "undo" else gettext("Det är gjort igen.")
    return _told(meeting_id, words, back=way == "undo")


@pages.post("/apt/<int:meeting_id>/film")
@allow(Action.PLAN_HOUR)
def film(meeting_id: int) -> Response:
    """Which version the room sees; where that one is longer its item becomes so too."""
    meeting, version = planned_hour(meeting_id), request.form.get("version", "")
    shown = films(course(meeting), steps(meeting), day_of(meeting.starts))
    if version not in VERSIONS or not any(version in one.minutes for one in shown):
        abort(404)
    work = plans.longer(
        {one.step: one.minutes.get(version, 0) - one.minutes.get(meeting.film_version, 0) for one in shown}
    )
    try:
        with writing() as session:
            changed = replanning.change(session, meeting_id, work, actor().person_id, now())
            changed.film_version = version
    except Refused as refused:
        flash(refused.words(language()), "bad")
    else:
        flash(gettext("Filmversionen är vald."))
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id, _anchor="film"))


# -- what is asked for


def _work(meeting: Meeting, done: str) -> tuple[str, Work]:
    """The step it is about, and the change."""
    form, of = request.form, course(meeting)
    step = form.get("step", "")
    if done == "minutes":
        return step, plans.with_minutes(step, number("minutes"), number("was") or None)
    if done in ("up", "down"):
        return step, plans.moved(step, -1 if done == "up" else 1)
    if done == "to":
        return step, plans.put_at(step, number("place"))
    if done in ("remove", "skip"):
        return step, plans.without(step)
    if done == "shorten":
        return step, lambda now_rows: plans.cut(_cuts(meeting, now_rows))(now_rows)
    if done == "add":
        row = _new_row(meeting, form)
        return row["id"], plans.added(row, 0 if row["id"] == ACTIONS else None)
    if done == "own" and step.startswith(OWN):
        return step, plans.rewritten(_own_row(step.removeprefix(OWN), form))
    if done == "ready" and number("ready") in ready_plans(of):
        return step, plans.replaced(rows(ready_steps(of, number("ready"))))
    abort(404)


def _cuts(meeting: Meeting, now_rows: plans.Rows) -> tuple[Cut, ...]:
    return shorten(planned(course(meeting), now_rows), meeting.minutes).cuts


def _new_row(meeting: Meeting, form: Mapping[str, str]) -> plans.Row:
    """One that the ready plans have, what was agreed last time, or an item of their own."""
    chosen = form.get("chosen", "")
    if chosen:
        known = {row["id"]: row for row in (*left_out(course(meeting), meeting.plan), *_actions(meeting))}
        if chosen not in known:
            raise Refused("Punkten står redan i planen.", "The item is in the plan already.")
        return known[chosen]
    used = {str(row["id"]).removeprefix(OWN) for row in meeting.plan}
    return _own_row(new_id(used, secrets.choice), form)


def _own_row(letters: str, form: Mapping[str, str]) -> plans.Row:
    return plans.own_row(
        letters, form.get("title", ""), number("minutes"), form.get("form", ""),
        form.get("lead", ""), form.get("text", ""),
    )  # fmt: skip


def _actions(meeting: Meeting) -> list[plans.Row]:
    """What is open from last time, where it does not stand in the plan."""
    return [row for row in with_actions(reading(), meeting.unit_id, meeting.plan) if row not in meeting.plan]


# -- what is shown


def _told(meeting_id: int, words: str, status: int = 200, back: bool = False) -> Answer:
    """To a script the plan anew with what has been done; else the page, with the way back in a toast."""
    meeting = reading_anew().get_one(Meeting, meeting_id)
    if request.headers.get("X-Part") == "board":
        page = render_template("meetings/plan_board.html", **_shared(meeting), said=words, bad=status != 200)
        return page, status
    if status != 200:
        flash(words, "bad")
    else:
        tell, way = (redoable, "redo") if back else (undoable, "undo")
        tell(
            words, url_for("apt_plan.go_back", meeting_id=meeting_id, revision=meeting.plan_revision, way=way)
        )
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id, _anchor="plan"))


def _shared(meeting: Meeting) -> dict[str, Any]:
    of, session = course(meeting), reading()
    drawn = board(steps(meeting), meeting.starts, meeting.minutes, ombud(of), language())
    lengths, added = ready_plans(of) if of.kind == "meeting" else (), left_out(of, meeting.plan)
    return {
        "hour": meeting, "state": state(meeting, now()), "fixed": replanning.is_fixed(meeting), "board": drawn,
        "words": plan_words, "can_undo": replanning.can_undo(session, meeting), "can_redo": replanning.can_redo(session, meeting),
        "lengths": lengths, "left_out": planned(of, added), "current": _ready(meeting, lengths),
        "actions": open_actions(session, meeting.unit_id),
        "has_actions": any(row["id"] == ACTIONS for row in meeting.plan), "ombud": ombud(of), "now": now(),
    }  # fmt: skip


def _ready(meeting: Meeting, lengths: Sequence[int]) -> int | None:
    """The ready plan that it is, with other minutes or not, besides what is their own."""
    own = {row["id"] for row in meeting.plan if row["id"] != ACTIONS and row.get("kind") != "own"}
    of = course(meeting)
    return next((one for one in lengths if {step.id for step in ready_steps(of, one)} == own), None)


def _beside(meeting: Meeting) -> dict[str, Any]:
    by = replanning.changed_by(reading(), meeting)
    changed = reading().get(Person, by) if by else None
    of = course(meeting)
    return {
        "support": support_of(reading(), meeting.unit, of.region, today()), "facts": facts(meeting), "when": when(meeting.starts, meeting.minutes, language()),
        "expected": how_many(reading(), meeting), "sendings": sendings(meeting), "course": of,
        "films": films(of, steps(meeting), day_of(meeting.starts)), "changed_by": changed,
    }  # fmt: skip
