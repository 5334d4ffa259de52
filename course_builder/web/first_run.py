"""An empty place: the first administrator, made by whoever can read the server's terminal."""

import hmac

from flask import Blueprint, Flask, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from course_builder.people import first, throttle
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.errors import too_many
from course_builder.web.guard import public
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("first_run", __name__)
WHAT = "first-run"
"""What failed tries are counted under."""


class FirstForm(Form):
    code = StringField(validators=[InputRequired(), Length(max=40)])
    region = StringField(validators=[InputRequired(), Length(max=200)])
    name = StringField(validators=[InputRequired(), Length(max=200)])
    email = StringField(validators=[InputRequired(), Length(max=254)])
    password = PasswordField(validators=[InputRequired(), Length(max=200)])


def open_with(app: Flask, code: str | None) -> None:
    """Without a code there is no such page."""
    app.extensions["first_run_code"] = code
    if code:
        app.before_request(_lead_here)


def _lead_here() -> Response | None:
    """Who would have to sign in has nobody to be yet."""
    if request.endpoint == "account.sign_in" and request.method == "GET" and _open():
        return redirect(url_for("first_run.page"))
    return None


@pages.get("/first")
@public
def page() -> str:
    if not _open():
        abort(404)
    return _page(FirstForm())


@pages.post("/first")
@public
def begin() -> Response | tuple[str, int]:
    if not _open():
        abort(404)
    form, address = FirstForm(request.form), request.remote_addr or ""
    if wait := throttle.wait_seconds(reading(), WHAT, address, now()):
        raise too_many(wait)
    if not form.validate():
        return _page(form, gettext("Fyll i alla rutor.")), 422
    if not _right(str(form.code.data)):
        with writing() as session:
            throttle.failed(session, WHAT, address, now())
        return _page(form, gettext("Koden stämmer inte. Den står i terminalen där servern startades.")), 422
    name, email = str(form.name.data), str(form.email.data)
    try:
        hashed = first.checked_password(str(form.password.data), name, email)
        with writing() as session:
            first.begin(session, str(form.region.data), name, email, hashed, now(), today())
    except Refused as no:
        return _page(form, no.words(language())), 422
    flash(gettext("Nu är du administratör. Logga in med lösenordet du nyss valde."))
    return redirect(url_for("account.sign_in"))


def _open() -> bool:
    """Whether nobody has been here before. Once somebody has, it is never asked again."""
    if not current_app.extensions.get("first_run_code"):
        return False
    if first.nobody_yet(reading()):
        return True
    current_app.extensions["first_run_code"] = None
    return False


def _right(code: str) -> bool:
    wanted = str(current_app.extensions["first_run_code"])
    return hmac.compare_digest(_plain(wanted).encode(), _plain(code).encode())


def _plain(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _page(form: FirstForm, problem: str = "") -> str:
    return render_template("first.html", form=form, problem=problem)
