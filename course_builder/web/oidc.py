"""Sign-in at the region's identity provider. Who somebody is there is issuer and subject, never a mail address."""

from datetime import timedelta
from hmac import compare_digest
from secrets import token_urlsafe

from flask import Blueprint, Flask, abort, current_app, redirect, render_template, request, session
from werkzeug.wrappers import Response

from course_builder.people import accounts, links
from course_builder.people.refused import Refused as PeopleRefused
from course_builder.settings import Settings
from course_builder.web.absolute import absolute
from course_builder.web.account import let_in
from course_builder.web.clock import now
from course_builder.web.guard import public
from course_builder.web.language import gettext, language
from course_builder.web.log import noted
from course_builder.web.oidc_provider import Provider
from course_builder.web.oidc_token import Expected, Refused, subject
from course_builder.web.records import reading, writing

pages = Blueprint("oidc", __name__)

Answer = Response | tuple[str, int]
LASTS = timedelta(minutes=10)
KEPT = "oidc"
"""In the visitor's signed cookie: what only the browser that began may come back with, once."""


def add_to(app: Flask, settings: Settings) -> None:
    if settings.oidc_issuer:
        app.extensions["oidc"] = Provider(settings)


@pages.get("/sign-in/elsewhere")
@public
def start() -> Answer:
    return _start(request.args.get("next", ""), "")


@pages.get("/sign-out/elsewhere")
@public
def leave() -> Answer:
    """From a link, never by itself: other systems at work may stand on the same sign-in."""
    try:
        address = _provider().leaving(absolute("account.sign_in"), now())
    except Refused as refused:
        return _stopped(refused.reason)
    if address is None:
        abort(404)
    return redirect(address)


@pages.get("/link/invite/<token>/elsewhere")
@public
def connect(token: str) -> Answer:
    """Uses nothing up: the invitation is used when she comes back signed in."""
    opened = links.look(reading(), token, now())
    if opened is None or opened.purpose != links.INVITE:
        return render_template("account/link_gone.html", purpose=links.INVITE), 410
    return _start("", token)


@pages.get("/sign-in/elsewhere/back")
@public
def back() -> Answer:
    kept = session.pop(KEPT, None)
    try:
        who = _who(kept)
    except Refused as refused:
        return _stopped(refused.reason)
    issuer = _provider().issuer
    if kept["invite"]:
        return _connect(kept["invite"], issuer, who)
    account = accounts.of_identity(reading(), issuer, who)
    if account is None:
        noted("oidc_unknown")
        return _sorry(
            gettext(
                "Ditt konto där är inte kopplat till något konto här. Be din samordnare om en inbjudan och öppna länken i brevet."
            )
        ), 403
    return let_in(account.id, kept["next"], elsewhere=True)


def _start(wanted: str, invite: str) -> Answer:
    kept = {name: token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    try:
        address = _provider().start(
            absolute("oidc.back"), kept["state"], kept["nonce"], kept["verifier"], now()
        )
    except Refused as refused:
        return _stopped(refused.reason)
    session[KEPT] = {**kept, "next": wanted, "invite": invite, "at": now().timestamp()}
    return redirect(address)


def _who(kept: dict[str, str] | None) -> str:
    """The subject at the issuer. Raises Refused."""
    _check_return(kept)
    if kept is None:
        raise Refused("no_cookie")
    provider = _provider()
    known = provider.known(now())
    _check_issuer(known.metadata.get("authorization_response_iss_parameter_supported") is True)
    id_token, access_token = provider.exchange(
        request.args.get("code", ""), absolute("oidc.back"), kept["verifier"], now()
    )
    expected = Expected(provider.issuer, provider.client_id, kept["nonce"])
    try:
        return subject(id_token, access_token, known.keys, expected, now())
    except Refused as refused:
        if refused.reason != "kid":
            raise
        return subject(id_token, access_token, provider.fresh_keys(now()), expected, now())


def _check_return(kept: dict[str, str] | None) -> None:
    if kept is None:
        raise Refused("no_cookie")
    if not compare_digest(request.args.get("state", "").encode(), kept["state"].encode()):
        raise Refused("state")
    if now().timestamp() - float(kept["at"]) > LASTS.total_seconds():
        raise Refused("late")
    if "error" in request.args or not request.args.get("code"):
        raise Refused("no_code")


def _check_issuer(required: bool) -> None:
    """Which provider answers (RFC 9207); one that says it names itself must do so."""
    said = request.args.get("iss")
    if (said is None and required) or said not in (None, _provider().issuer):
        raise Refused("response_iss")


def _connect(token: str, issuer: str, who: str) -> Answer:
    """The invitation and the identity in one transaction: both, or neither."""
    try:
        with writing() as records:
            account_id = links.redeem(records, token, now())
            if account_id is not None:
                accounts.connect(records, account_id, issuer, who)
    except PeopleRefused as refused:
        return _sorry(refused.words(language())), 409
    if account_id is None:
        return render_template("account/link_gone.html", purpose=links.INVITE), 410
    noted("oidc_connected", account=account_id)
    return let_in(account_id, None, elsewhere=True)


def _stopped(reason: str) -> Answer:
    noted("oidc_refused", reason=reason)
    return _sorry(
        gettext(
            "Inloggningen kom inte ända fram. Försök en gång till. Händer det igen, logga in med lösenord eller be din samordnare om hjälp."
        )
    ), 400


def _sorry(words: str) -> str:
    return render_template("account/elsewhere_stopped.html", words=words)


def _provider() -> Provider:
    found = current_app.extensions.get("oidc")
    if not isinstance(found, Provider):
        abort(404)
    return found
