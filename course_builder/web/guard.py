"""Every address says who may use it. One that does not say stops the application from starting."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from course_builder.people.actors import actor_of
from course_builder.people.may import Action, Actor, may
from course_builder.people.sign_in import SignedIn
from course_builder.web.clock import today
from course_builder.web.records import reading

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC = "public"
ANYBODY = frozenset({Action.SIGN_OUT, Action.LEARN, Action.OWN, Action.PLAN_HOUR, Action.RUN_HOUR})
"""To be signed in is enough to come to the view: it asks `check` about the thing, and no appointment need be read."""


def allow(action: Action) -> Callable[[View], View]:
    """Stands closest to the view, under the route. The view itself asks `check` about the thing it is about."""

    def mark(view: View) -> View:
        view.permission = action  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """For anybody: sign-in, verification of a certificate, health."""
    view.permission = PUBLIC  # type: ignore[attr-defined]
    return view


def unnamed(view: View) -> View:
    """For phones in the room. Whoever is signed in in the same browser is neither looked up nor logged: what she answers is
    nobody's. What it does is asked for by what is sent, not by a cookie, so that there is nothing for a token to guard.
    """
    view.unnamed = True  # type: ignore[attr-defined]
    return public(view)


def is_unnamed() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "unnamed", False)


def add_to(app: Flask) -> None:
    app.before_request(_permitted)
    app.context_processor(lambda: {"signed_in": g.get("signed_in"), "may": permitted})


def complete(app: Flask) -> None:
    """To be called when every page is registered."""
    missing = sorted(name for name in app.view_functions if permission(app, name) is None)
    if missing:
        raise RuntimeError(f"these addresses declare no permission: {', '.join(missing)}")


def permission(app: Flask, endpoint: str) -> Action | str | None:
    if endpoint == "static":
        return PUBLIC
    return getattr(app.view_functions[endpoint], "permission", None)


def signed_in() -> SignedIn:
    """Who is signed in, without her appointments; only for views that are not public."""
    found = g.get("signed_in")
    if not isinstance(found, SignedIn):
        abort(401)
    return found


def actor() -> Actor:
    """Who is signed in, with her appointments; only for views that are not public."""
    found = _actor()
    if found is None:
        abort(401)
    return found


def permitted(action: Action | str, thing: object = None) -> bool:
    """Whether whoever reads the page may do it; templates ask by the action's name."""
    return may(_actor(), Action(action), thing)


def check(action: Action, thing: object) -> None:
    """A thing that she may not see is not there."""
    if not may(_actor(), action, thing):
        abort(404)


def _actor() -> Actor | None:
    """Appointments are read when somebody first asks for them."""
    if "actor" not in g:
        known: SignedIn | None = g.get("signed_in")
        g.actor = actor_of(reading(), known.account_id, today()) if known else None
    found: Actor | None = g.actor
    return found


def _permitted() -> Response | None:
    if request.endpoint is None:
        return None
    asked = permission(current_app, request.endpoint)
    if asked == PUBLIC:
        return None
    if g.get("signed_in") is None and _actor() is None:
        return _ask_to_sign_in()
    if asked in ANYBODY or (isinstance(asked, Action) and may(_actor(), asked)):
        return None
    abort(404)


def _ask_to_sign_in() -> Response:
    """A page leads to the sign-in page; a script is told."""
    if (
        request.method not in ("GET", "HEAD")
        or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    ):
        abort(401)
    return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))
