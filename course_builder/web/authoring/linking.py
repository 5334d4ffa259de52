"""A film discussion or quiz that is there already, put into a course: linked, or as a copy of the course's own."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request
from werkzeug.wrappers import Response
from wtforms import Form, HiddenField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired

from course_builder.content.structure.changing import Gone
from course_builder.library.drafts import structure
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.offered import Offered, offered
from course_builder.people.may import Action
from course_builder.web.authoring.found import again, found
from course_builder.web.authoring.outlined import address
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_linking", __name__)

LINKED, OWN = "linked", "own"


class UseForm(Form):
    what = RadioField(validators=[InputRequired()])
    how = RadioField(choices=[SelectChoice(LINKED, LINKED), SelectChoice(OWN, OWN)], default=LINKED)
    after = HiddenField()


@pages.get("/write/course/<name>/use")
@allow(Action.WRITE)
def page(name: str) -> str:
    return _page(name, UseForm(after=request.args.get("after", "")))


@pages.post("/write/course/<name>/use")
@allow(Action.WRITE)
def use(name: str) -> Response | tuple[str, int]:
    draft, known = found(Kind.COURSE, name), {one.key: one for one in _offered(name)}
    form = UseForm(request.form)
    form.what.choices = [SelectChoice(key, key) for key in known]
    if not form.validate():
        return _page(name, form, gettext("Välj vad som ska tas med.")), 422
    chosen = known[str(form.what.data)]
    try:
        with writing() as session:
            bench = Bench(session, again(session, draft), actor().person_id, now())
            _put(bench, chosen, str(form.how.data), str(form.after.data or ""))
    except Gone:
        abort(404)
    flash(gettext("”%(title)s” är med i kursen.") % {"title": chosen.title})
    return redirect(address(draft))


def _put(bench: Bench, chosen: Offered, how: str, after: str) -> None:
    """What stands in another course's own folder can only be copied."""
    if how == LINKED and chosen.can_be_linked:
        structure.use(bench, chosen.kind, chosen.name, chosen.title, after)
    else:
        structure.own_copy(
            bench, chosen.kind, chosen.text(bench.session), chosen.title, chosen.media(bench.session), after
        )


def _offered(name: str) -> list[Offered]:
    return [one for one in offered(reading(), name) if permitted(Action.WRITE, one.draft)]


def _page(name: str, form: UseForm, problem: str = "") -> str:
    draft, known = found(Kind.COURSE, name), _offered(name)
    form.what.choices = [SelectChoice(one.key, one.title) for one in known]
    given: dict[str, Any] = {"draft": draft, "offered": known, "form": form, "problem": problem}
    return render_template("authoring/use.html", **given)
