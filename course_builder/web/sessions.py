"""Who sends the request: the browser holds a random token, the database the session it opens."""

from datetime import timedelta
from typing import Any

from flask import Flask, current_app, g, request
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer
from werkzeug.wrappers import Response

from course_builder.people import sign_in
from course_builder.settings import Settings
from course_builder.web.clock import now
from course_builder.web.guard import is_unnamed
from course_builder.web.records import glance, writing

NOTED_EVERY = timedelta(minutes=5)


class WayInCookie(SecureCookieSessionInterface):
    """Signs with what was made the first time: Flask makes its signer anew for every request, also those without a cookie."""

    def __init__(self) -> None:
        self._made: dict[object, URLSafeTimedSerializer | None] = {}

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if app.secret_key not in self._made:
            self._made = {app.secret_key: super().get_signing_serializer(app)}
        return self._made[app.secret_key]


def add_to(app: Flask, settings: Settings) -> None:
    app.session_interface = WayInCookie()
    secure = settings.url.startswith("https:")
    prefix = "__Host-" if secure else ""
    app.config["SIGN_IN_COOKIE"] = f"{prefix}cb"
    app.config.update(
        SESSION_COOKIE_NAME=f"{prefix}cb-way",  # what a visitor needs on the way in: form token, OIDC, messages
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
    )
    app.before_request(_identify)


def _identify() -> None:
    """One small question a request; the time she was last seen is noted now and then."""
    token = request.cookies.get(current_app.config["SIGN_IN_COOKIE"])
    if not token or request.endpoint == "static" or is_unnamed():
        return
    with glance() as at:
        found = sign_in.find(at, token, now())
    if found is None:
        return
    g.signed_in = found
    if now() - found.seen > NOTED_EVERY:
        with writing() as session:
            sign_in.seen(session, found.token_hash, now())


def keep(response: Response, token: str) -> None:
    """The token, in a cookie that scripts cannot read and other sites cannot send."""
    response.set_cookie(current_app.config["SIGN_IN_COOKIE"], token, **_flags())


def forget(response: Response) -> None:
    response.delete_cookie(current_app.config["SIGN_IN_COOKIE"], **_flags())


def _flags() -> dict[str, Any]:
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    return {"secure": secure, "httponly": True, "samesite": "Lax", "path": "/"}
