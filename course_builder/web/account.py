"""Sign in, sign out, and "inte du?"."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from course_builder.people import sign_in as sessions
from course_builder.people.may import Action
from course_builder.web.clock import now
from course_builder.web.guard import allow, public, signed_in
from course_builder.web.records import writing
from course_builder.web.sessions import forget

pages = Blueprint("account", __name__)


@pages.get("/sign-in")
@public
def sign_in() -> str:
    return render_template("account/sign_in.html")


@pages.post("/sign-out")
@allow(Action.SIGN_OUT)
def sign_out() -> Response:
    with writing() as session:
        sessions.end(session, signed_in().token_hash, now())
    response = redirect(url_for("account.sign_in"))
    forget(response)
    return response


@pages.get("/me")
@allow(Action.SIGN_OUT)
def me() -> str:
    return render_template("account/me.html")
