"""Gallring enligt beslut (dnr): rules, what they would take, the line that is left. Nothing happens by itself."""

from datetime import date

from flask import Blueprint, abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, StringField

from course_builder.people.first import top_path
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.reports import disposal
from course_builder.reports.disposal import What
from course_builder.reports.models import DisposalRule
from course_builder.web.clock import now, today
from course_builder.web.disclosure_words import what_name
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("disposal", __name__, url_prefix="/disposal")


class RuleForm(Form):
    what = StringField()
    months = IntegerField()
    decision = StringField()
    decided = StringField()


class WholeRegion:
    """A rule is about the whole region, so it takes somebody who coordinates all of it."""

    def __init__(self, session: Session) -> None:
        self.unit_path = top_path(session)


@pages.context_processor
def words() -> dict[str, object]:
    return {"what_name": what_name}


@pages.get("/")
@allow(Action.DISCLOSE)
def page() -> str:
    return _page(RuleForm())


@pages.post("/")
@allow(Action.DISCLOSE)
def decide() -> Response | tuple[str, int]:
    form = RuleForm(request.form)
    check(Action.DISCLOSE, WholeRegion(reading()))
    what, decided = form.what.data or "", _day(form.decided.data or "")
    if what not in set(What) or decided is None or not form.months.data:
        return _page(form, gettext("Fyll i alla rutor. Dagen skrivs som 2026-11-21.")), 422
    try:
        with writing() as session:
            disposal.decide(
                session,
                What(what),
                form.months.data,
                form.decision.data or "",
                decided,
                actor().person_id,
                now(),
            )
    except Refused as no:
        return _page(form, no.words(language())), 422
    return redirect(url_for("disposal.page"))


@pages.post("/<int:rule_id>/end")
@allow(Action.DISCLOSE)
def end(rule_id: int) -> Response:
    with writing() as session:
        disposal.end(session, _rule(session, rule_id), now())
    return redirect(url_for("disposal.page"))


@pages.get("/<int:rule_id>")
@allow(Action.DISCLOSE)
def look(rule_id: int) -> str:
    """The dry run: what would go, and nothing goes."""
    return _look_page(rule_id)


@pages.post("/<int:rule_id>/dispose")
@allow(Action.DISCLOSE)
def dispose(rule_id: int) -> Response | tuple[str, int]:
    looked_at = request.form.get("looked_at", "")
    try:
        with writing() as session:
            disposal.dispose(session, _rule(session, rule_id), looked_at, actor().person_id, now(), today())
    except Refused as no:
        return _look_page(rule_id, no.words(language())), 422
    return redirect(url_for("disposal.page"))


def _rule(session: Session, rule_id: int) -> DisposalRule:
    found = session.get(DisposalRule, rule_id)
    if found is None:
        abort(404)
    check(Action.DISCLOSE, WholeRegion(session))
    return found


def _page(form: RuleForm, problem: str = "") -> str:
    check(Action.DISCLOSE, WholeRegion(reading()))
    return render_template(
        "disclosure/disposal.html", rules=disposal.rules(reading()), lines=disposal.lines(reading()), form=form, whats=list(What),
        problem=problem,
    )  # fmt: skip


def _look_page(rule_id: int, problem: str = "") -> str:
    rule = _rule(reading(), rule_id)
    return render_template(
        "disclosure/dry_run.html",
        rule=rule,
        found=disposal.dry_run(reading(), rule, today()),
        problem=problem,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
