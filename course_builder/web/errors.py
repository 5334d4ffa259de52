"""What went wrong, in words, with a way on."""

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound


def add_to(app: Flask) -> None:
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(HTTPException, _refused)


def _not_found(error: HTTPException) -> tuple[str, int]:
    return render_template("not_found.html"), 404


def _refused(error: HTTPException) -> tuple[str, int]:
    code = error.code or InternalServerError.code
    return render_template("refused.html", code=code), code
