"""How long a completion holds: only where the region has decided it, with the decision's reference."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Optional

from course_builder.learning import renewal
from course_builder.library.catalogue import offered
from course_builder.library.titles import titles
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.reports.asked import region
from course_builder.reports.renewal_rules import decided
from course_builder.web.guard import allow, check
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("renewal_rules", __name__)

Answer = str | tuple[str, int] | Response


class RuleForm(Form):
    course_id = StringField()
    kind = RadioField(choices=[SelectChoice("months", ""), SelectChoice("day", "")], default="months")
    months = IntegerField(validators=[Optional()])
    month = IntegerField(validators=[Optional()])
    day = IntegerField(validators=[Optional()])
    window_days = IntegerField(default=60, validators=[Optional()])
    refresher = StringField()
    decision = StringField()


@pages.get("/requirements/renewal")
@allow(Action.REQUIRE)
def page() -> str:
    check(Action.REQUIRE, region(reading()))
    return _page(RuleForm())


@pages.post("/requirements/renewal")
@allow(Action.REQUIRE)
def decide() -> Answer:
    check(Action.REQUIRE, region(reading()))
    form, there = RuleForm(request.form), offered(reading())
    course_id = form.course_id.data or ""
    if not form.validate() or course_id not in there:
        return _page(form, gettext("Välj en kurs, och skriv månader och dagar med siffror.")), 422
    by_day = form.kind.data == "day"
    try:
        with writing() as session:
            renewal.decide(
                session, course_id, months=None if by_day else form.months.data,
                fixed=(form.month.data or 0, form.day.data or 0) if by_day else None, window_days=form.window_days.data or 0,
                refresher_course_id=form.refresher.data if form.refresher.data in there else None, decision=form.decision.data or "",
            )  # fmt: skip
    except Refused as refused:
        return _page(form, refused.words(language())), 422
    flash(gettext("Beslutet är registrerat."))
    return redirect(url_for("renewal_rules.page"))


@pages.post("/requirements/renewal/<course_id>/end")
@allow(Action.REQUIRE)
def end(course_id: str) -> Response:
    """What was completed holds until further notice again."""
    check(Action.REQUIRE, region(reading()))
    with writing() as session:
        renewal.undecide(session, course_id)
    flash(gettext("Genomförda kurser gäller tills vidare igen."))
    return redirect(url_for("renewal_rules.page"))


def _page(form: RuleForm, wrong: str = "") -> str:
    rules = decided(reading())
    ids = {one.course_id for one in rules} | {
        one.refresher_course_id for one in rules if one.refresher_course_id
    }
    return render_template(
        "requirements/renewal.html", form=form, wrong=wrong, rules=rules, titles=titles(reading(), ids),
        courses=list(offered(reading()).values()),
    )  # fmt: skip
