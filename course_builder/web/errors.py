"""What went wrong, in words, with a way on."""

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound, SecurityError


def add_to(app: Flask) -> None:
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(SecurityError, _foreign_host)


def _not_found(error: HTTPException) -> tuple[str, int]:
    return render_template("not_found.html"), 404


def _refused(error: HTTPException) -> tuple[str, int]:
    code = error.code or InternalServerError.code
    return render_template("refused.html", code=code), code


def _foreign_host(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """No page: an address under a foreign name has no routes to link to."""
    return "Fel adress. / Wrong address.", 400, {"Content-Type": "text/plain; charset=utf-8"}
