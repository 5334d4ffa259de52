"""Headers on every answer. A page may name a stricter or wider content policy of its own, never none."""

from collections.abc import Mapping

from flask import Flask, Response, current_app, g

from course_builder.web.guard import is_unnamed

OWN_PAGES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
}
IN_THE_PORTAL: Mapping[str, str] = {
    **OWN_PAGES,
    "connect-src": "'none'",
    "frame-src": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}
"""A package's own files: they may be framed by our portal view, and reach nothing but themselves."""
ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


def add_to(app: Flask) -> None:
    app.after_request(_harden)


def policy(chosen: Mapping[str, str]) -> None:
    """The content policy of this answer."""
    g.content_policy = chosen


def _harden(response: Response) -> Response:
    _keep_out_of_caches(response)
    chosen = g.get("content_policy", OWN_PAGES)
    said = _OWN_WORDS if chosen is OWN_PAGES else _words(chosen)
    response.headers.extend([("Content-Security-Policy", said), *ALWAYS])
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def _words(chosen: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in chosen.items())


_OWN_WORDS = _words(OWN_PAGES)


def _keep_out_of_caches(response: Response) -> None:
    """What was made for somebody, or for a room, is not there for the next person who presses Back."""
    if (g.get("signed_in") is not None or is_unnamed()) and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
