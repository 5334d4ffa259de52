"""A change must come from our own page: the browser says so, and the page carries a token."""

from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, request, session

from course_builder.settings import Settings
from course_builder.web.guard import is_unnamed

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD, HEADER = "csrf_token", "X-CSRF-Token"


def add_to(app: Flask, settings: Settings) -> None:
    address = urlsplit(settings.url)
    app.config["OWN_ORIGIN"] = f"{address.scheme}://{address.netloc}" if settings.url else ""
    app.before_request(_refuse)
    app.jinja_env.globals["csrf_token"] = token


def token() -> str:
    """The token of this session; a visitor who is not signed in has one in her signed cookie."""
    known = g.get("signed_in")
    if known is not None:
        return str(known.csrf)
    if "form" not in session:
        session["form"] = token_urlsafe(32)
    return str(session["form"])


def _refuse() -> None:
    if request.method in SAFE or request.endpoint is None:
        return
    if not _from_us() or not (is_unnamed() or _has_token()):
        abort(403)


def _from_us() -> bool:
    """`Sec-Fetch-Site` is the browser's own word; an old browser sends only Origin."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said in ("same-origin", "none")
    ours = current_app.config["OWN_ORIGIN"] or request.host_url.rstrip("/")
    return request.headers.get("Origin") == ours


def _has_token() -> bool:
    known = g.get("signed_in")
    wanted = known.csrf if known is not None else session.get("form", "")
    given = request.headers.get(HEADER) or request.form.get(FIELD, "")
    return bool(wanted) and compare_digest(given.encode(), str(wanted).encode())
