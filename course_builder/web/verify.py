"""The page a certificate's QR code leads to: valid or withdrawn, course and date. The name needs the paper's code."""

import re

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, StringField

from course_builder.learning.certificates import Shown, find, name_on
from course_builder.library.titles import title
from course_builder.people import throttle
from course_builder.web.clock import now
from course_builder.web.errors import too_many
from course_builder.web.guard import public
from course_builder.web.records import reading, writing

pages = Blueprint("verify", __name__)

LONGEST = 80
ROBOTS = "noindex, nofollow, noarchive"


class NumberForm(Form):
    number = StringField()


class CodeForm(Form):
    code = StringField()


@pages.get("/verify")
@public
def ask() -> Response:
    """For who has the paper and no camera: the number printed on it."""
    number = re.sub(r"\s", "", NumberForm(request.args).number.data or "")[:LONGEST].lower()
    if number:
        return redirect(url_for("verify.page", certificate_id=number))
    return _answer("verify/ask.html", 200)


@pages.get("/verify/<certificate_id>")
@public
def page(certificate_id: str) -> Response:
    _wait(certificate_id)
    found = find(reading(), certificate_id)
    if found is None:
        return _answer("verify/unknown.html", 404)
    return _certificate(found, None, asked=False)


@pages.post("/verify/<certificate_id>")
@public
def name(certificate_id: str) -> Response:
    """A wrong code counts against the certificate and the address; after some of them both must wait."""
    _wait(certificate_id)
    found = find(reading(), certificate_id)
    code = (CodeForm(request.form).code.data or "")[:LONGEST]
    named = name_on(reading(), certificate_id, code) if found else None
    if named is None:
        with writing() as session:
            throttle.failed(session, _what(certificate_id), request.remote_addr or "", now())
    if found is None:
        return _answer("verify/unknown.html", 404)
    return _certificate(found, named, asked=True)


def _wait(certificate_id: str) -> None:
    seconds = throttle.wait_seconds(reading(), _what(certificate_id), request.remote_addr or "", now())
    if seconds:
        raise too_many(seconds)


def _what(certificate_id: str) -> str:
    return f"verify:{certificate_id[:LONGEST]}"


def _certificate(found: Shown, named: str | None, asked: bool) -> Response:
    course = title(reading(), found.course_id, found.release_id)
    return _answer("verify/certificate.html", 200, found=found, course=course, named=named, asked=asked)


def _answer(template: str, status: int, **values: object) -> Response:
    response = make_response(render_template(template, **values), status)
    response.headers["X-Robots-Tag"] = ROBOTS
    response.headers["Cache-Control"] = "no-store"
    return response
