"""The pages of links that were mailed. Opening one uses nothing up, as mail scanners do that; the button does."""

from flask import Blueprint, current_app, render_template, request
from werkzeug.wrappers import Response
from wtforms import Form, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from course_builder.people import links, passwords, throttle
from course_builder.people.checked import LONGEST_EMAIL
from course_builder.people.models import Person
from course_builder.people.refused import Refused
from course_builder.settings import Settings
from course_builder.web import letters
from course_builder.web.account import let_in
from course_builder.web.clock import now
from course_builder.web.errors import too_many
from course_builder.web.guard import public
from course_builder.web.language import gettext, language
from course_builder.web.log import noted
from course_builder.web.records import reading, writing

pages = Blueprint("account_links", __name__)

Answer = str | tuple[str, int] | Response


class ForgotForm(Form):
    email = StringField(validators=[InputRequired(), Length(max=LONGEST_EMAIL)])


class PasswordForm(Form):
    password = PasswordField(validators=[InputRequired()])
    again = PasswordField(validators=[EqualTo("password")])


@pages.get("/forgot")
@public
def forgot() -> str:
    return render_template("account/forgot.html", asked=False)


@pages.post("/forgot")
@public
def ask() -> Answer:
    """The same answer and nearly the same work for every address."""
    form = ForgotForm(request.form)
    if not form.validate():
        return render_template("account/forgot.html", asked=False), 422
    counted = f"reset {request.remote_addr}"  # apart from sign-ins: each asking may send a letter
    wait = throttle.wait_seconds(reading(), counted, counted, now())
    if wait:
        raise too_many(wait)
    with writing() as records:
        throttle.failed(records, counted, counted, now())
        letters.reset(records, str(form.email.data), now())
    noted("reset_asked")
    return render_template("account/forgot.html", asked=True)


@pages.get("/link/<any(invite, reset):purpose>/<token>")
@public
def page(purpose: str, token: str) -> Answer:
    opened = links.look(reading(), token, now())
    if opened is None or opened.purpose != purpose:
        return render_template("account/link_gone.html", purpose=purpose), 410
    return _page(opened, token)


@pages.post("/link/<any(invite, reset):purpose>/<token>")
@public
def choose(purpose: str, token: str) -> Answer:
    opened = links.look(reading(), token, now())
    if opened is None or opened.purpose != purpose:
        return render_template("account/link_gone.html", purpose=purpose), 410
    form = PasswordForm(request.form)
    if not form.validate():
        return _page(opened, token, gettext("Lösenorden är inte lika. Skriv samma lösenord två gånger.")), 422
    try:
        passwords.check(str(form.password.data), opened.name, opened.email)
    except Refused as refused:
        return _page(opened, token, refused.words(language())), 422
    return _redeem(opened, token, passwords.hash(str(form.password.data)))


def _redeem(opened: links.Opened, token: str, password_hash: str) -> Answer:
    with writing() as records:
        account_id = links.redeem(records, token, now(), password_hash)
        if account_id is not None and opened.purpose == links.RESET:
            letters.password_changed(records, records.get_one(Person, opened.person_id), now())
    if account_id is None:
        return render_template("account/link_gone.html", purpose=opened.purpose), 410
    noted(f"{opened.purpose}_used", account=account_id)
    return let_in(account_id, None)


def _page(opened: links.Opened, token: str, wrong: str = "") -> str:
    settings: Settings = current_app.extensions["settings"]
    elsewhere = opened.purpose == links.INVITE and settings.oidc_issuer
    return render_template(
        "account/link.html",
        opened=opened,
        token=token,
        wrong=wrong,
        shortest=passwords.SHORTEST,
        elsewhere=elsewhere and (settings.oidc_name or gettext("regionens inloggning")),
    )
