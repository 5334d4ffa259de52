"""What scripts send, as JSON, and how they are told that it did not go."""

from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, ValidationError
from werkzeug.exceptions import HTTPException

from course_builder.people.refused import Refused
from course_builder.web.language import gettext, language

UNREADABLE = 422


class Sent(BaseModel):
    """What else a page sends is not looked at."""

    model_config = ConfigDict(strict=True, extra="ignore")


Model = TypeVar("Model", bound=Sent)


def sent(model: type[Model]) -> Model:
    """422 when it is not what the page sends."""
    try:
        return model.model_validate(request.get_json(silent=True))
    except ValidationError:
        abort(UNREADABLE)


def answers_in_json(pages: Blueprint) -> None:
    """For a blueprint that only the scripts of an hour ask: what went wrong is told as they read it."""
    pages.register_error_handler(HTTPException, _failed)
    pages.register_error_handler(Refused, _refused)
    for code in (401, 403, 404, 413, UNREADABLE):  # the application has pages of its own for some of them
        pages.register_error_handler(code, _failed)


def _refused(refused: Refused) -> tuple[Response, int]:
    return jsonify(error=refused.words(language())), UNREADABLE


def _failed(error: HTTPException) -> tuple[Response, int]:
    said: dict[int | None, Callable[[], str]] = {
        401: lambda: gettext("Du är inte inloggad längre. Logga in igen, så sparas det du har gjort."),
        403: lambda: gettext("Sidan hade varit öppen för länge. Ladda om den, så sparas det du har gjort."),
        404: lambda: gettext("Timmen finns inte längre, eller så har du inte tillgång till den."),
        413: lambda: gettext("Texten är för lång. Dela upp den och spara igen."),
        UNREADABLE: lambda: gettext("Servern förstod inte vad sidan skickade. Ladda om sidan."),
    }
    words = said.get(error.code, lambda: gettext("Det gick inte att spara nu. Vi försöker igen."))
    return jsonify(error=words()), error.code or 500
