"""Sign in, sign out, and what belongs to one's own account."""

from collections.abc import Callable

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from course_builder.people import accounts, appointments, passwords, throttle
from course_builder.people import sign_in as sessions
from course_builder.people.checked import LONGEST_EMAIL
from course_builder.people.may import Action
from course_builder.people.models import Role
from course_builder.settings import Settings
from course_builder.web import way_back
from course_builder.web.clock import now, today
from course_builder.web.errors import too_many
from course_builder.web.guard import allow, public, signed_in
from course_builder.web.language import gettext
from course_builder.web.log import noted
from course_builder.web.oidc_provider import Provider
from course_builder.web.oidc_token import Refused
from course_builder.web.records import reading, writing
from course_builder.web.role_names import role_name
from course_builder.web.sessions import forget, keep

pages = Blueprint("account", __name__)

ELSEWHERE, STILL_THERE = "elsewhere", "still-there"
"""In the visitor's signed cookie: she came from the identity provider; she has left here and not there."""

Answer = str | tuple[str, int]


class SignInForm(Form):
    email = StringField(validators=[InputRequired(), Length(max=LONGEST_EMAIL)])
    password = PasswordField(validators=[InputRequired(), Length(max=passwords.LONGEST)])


@pages.get("/sign-in")
@public
def sign_in() -> str | Response:
    if g.get("signed_in") is not None:
        return redirect(way_back.safe(request.args.get("next")))
    return _page(SignInForm())


@pages.post("/sign-in")
@public
def enter() -> Answer | Response:
    """The same answer after the same work, whether the account is there or not."""
    form = SignInForm(request.form)
    if not form.validate():
        return _page(form, wrong=True), 422
    email, address = str(form.email.data), request.remote_addr or ""
    wait = throttle.wait_seconds(reading(), email, address, now())
    if wait:
        noted("sign_in_throttled")
        raise too_many(wait)
    account, password = accounts.of_email(reading(), email), str(form.password.data)
    if not passwords.verify(account.password_hash if account else None, password) or account is None:
        with writing() as records:
            throttle.failed(records, email, address, now())
        noted("sign_in_failed")
        return _page(form, wrong=True), 422
    account_id = account.id
    anew = passwords.hash(password) if passwords.outdated(account.password_hash or "") else None

    def also(records: Session) -> None:
        throttle.cleared(records, email, address)
        if anew is not None:
            accounts.rehashed(records, account_id, anew)

    return let_in(account_id, request.form.get("next"), also)


@pages.post("/sign-in/demo")
@public
def enter_demo() -> Response:
    """One press for an account that a demo script made; no other opens so."""
    account_id = request.form.get("account", type=int)
    if account_id is None or not _for_trying() or not accounts.is_demo(reading(), account_id):
        abort(404)
    return let_in(account_id, request.form.get("next"))


def let_in(
    account_id: int,
    wanted: str | None,
    also: Callable[[Session], None] = lambda records: None,
    elsewhere: bool = False,
) -> Response:
    """A new session whatever the browser had before; `also` is done in the same transaction. `elsewhere`: she signed in
    at the identity provider, and is still signed in there when she leaves.
    """
    before = g.get("signed_in")
    with writing() as records:
        if before is not None:
            sessions.end(records, before.token_hash, now())
        also(records)
        token = sessions.start(records, account_id, now())
    noted("signed_in", account=account_id)
    session.clear()
    if elsewhere:
        session[ELSEWHERE] = True
    response = redirect(way_back.safe(wanted))
    keep(response, token)
    return response


@pages.post("/sign-out")
@allow(Action.SIGN_OUT)
def sign_out() -> Response:
    with writing() as records:
        sessions.end(records, signed_in().token_hash, now())
    return _out(gettext("Du är utloggad."))


@pages.post("/sign-out/everywhere")
@allow(Action.SIGN_OUT)
def sign_out_everywhere() -> Response:
    with writing() as records:
        sessions.end_all(records, signed_in().account_id, now())
    return _out(gettext("Du är utloggad överallt."))


@pages.get("/me")
@allow(Action.SIGN_OUT)
def me() -> str:
    held = appointments.of_person(reading(), signed_in().person_id)
    return render_template(
        "account/me.html",
        held=[
            (role_name(Role(one.role)), unit.name, one)
            for one, unit in held
            if one.ends is None or one.ends > today()
        ],
    )


@pages.post("/me/language")
@allow(Action.SIGN_OUT)
def speak() -> Response:
    wanted = request.form.get("language")
    if wanted not in ("sv", "en"):
        abort(400)
    with writing() as records:
        accounts.speak(records, signed_in().person_id, wanted)
    return redirect(url_for("account.me", lang=wanted))


def _for_trying() -> bool:
    """Never under an address that others can reach, whatever the database holds."""
    settings: Settings = current_app.extensions["settings"]
    return settings.host in ("", "localhost", "127.0.0.1", "::1")


def _out(words: str) -> Response:
    elsewhere = session.get(ELSEWHERE, False)
    session.clear()
    if elsewhere:
        session[STILL_THERE] = True
    flash(words)
    response = redirect(url_for("account.sign_in"))
    forget(response)
    return response


def _can_be_left() -> bool:
    """Whether the identity provider says where to sign out of it."""
    provider = current_app.extensions.get("oidc")
    try:
        return isinstance(provider, Provider) and provider.leaving("", now()) is not None
    except Refused:
        return False


def _page(form: SignInForm, wrong: bool = False) -> str:
    settings: Settings = current_app.extensions["settings"]
    known = [
        (account_id, name, role_name(Role(role)), unit)
        for account_id, name, role, unit in (accounts.demo(reading()) if _for_trying() else [])
    ]
    return render_template(
        "account/sign_in.html",
        form=form,
        still_there=session.pop(STILL_THERE, False) and _can_be_left(),
        wrong=wrong,
        wanted=request.values.get("next", ""),
        demo=known,
        elsewhere=settings.oidc_issuer and (settings.oidc_name or gettext("regionens inloggning")),
    )
