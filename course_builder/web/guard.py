"""Every address says who may use it. One that does not say stops the application from starting."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from course_builder.people.may import Action, Actor, may

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC = "public"


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


def add_to(app: Flask) -> None:
    app.before_request(_permitted)


def complete(app: Flask) -> None:
    """To be called when every page is registered."""
    missing = sorted(name for name, view in app.view_functions.items() if permission(app, name) is None)
    if missing:
        raise RuntimeError(f"these addresses declare no permission: {', '.join(missing)}")


def permission(app: Flask, endpoint: str) -> Action | str | None:
    if endpoint == "static":
        return PUBLIC
    return getattr(app.view_functions[endpoint], "permission", None)


def actor() -> Actor:
    """Who is signed in; only for views that are not public."""
    found = g.get("actor")
    if not isinstance(found, Actor):
        abort(401)
    return found


def check(action: Action, thing: object) -> None:
    """A thing that she may not see is not there."""
    if not may(g.get("actor"), action, thing):
        abort(404)


def _permitted() -> Response | None:
    if request.endpoint is None:
        return None
    asked = permission(current_app, request.endpoint)
    if asked == PUBLIC:
        return None
    if g.get("actor") is None:
        if request.method != "GET":
            abort(401)
        return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))
    if not isinstance(asked, Action) or not may(g.actor, asked):
        abort(404)
    return None
