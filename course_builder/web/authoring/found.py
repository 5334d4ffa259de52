"""The draft that an address names, and what a page sends about it."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, jsonify
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import draft
from course_builder.people.may import Action
from course_builder.web.guard import check
from course_builder.web.language import gettext
from course_builder.web.records import reading
from course_builder.web.wire import UNREADABLE, Sent, sent

__all__ = ["DRAFT", "UNREADABLE", "Sent", "again", "answers_in_json", "anywhere", "found", "sent"]

DRAFT = "/write/<any(course,set,register):kind>/<name>"
"""What the address of everything about one draft begins with."""


def found(kind: str, name: str) -> Draft:
    """A draft that is worked on; 404 for one of other trainers, and for one that is put away."""
    known = anywhere(kind, name)
    if known.trashed_on is not None or known.archived_on is not None:
        abort(404)
    return known


def anywhere(kind: str, name: str) -> Draft:
    """Also from the archive or the bin."""
    known = draft(reading(), kind, name)
    if known is None:
        abort(404)
    check(Action.WRITE, known)
    return known


def again(session: Session, known: Draft) -> Draft:
    """The same draft in a transaction that writes."""
    return session.get_one(Draft, known.id)


def answers_in_json(pages: Blueprint) -> None:
    """For a blueprint that only scripts ask: what went wrong is told as they read it."""
    pages.register_error_handler(HTTPException, _failed)
    for code in (401, 403, 404, 413, UNREADABLE):  # the application has pages of its own for some of them
        pages.register_error_handler(code, _failed)


def _failed(error: HTTPException) -> tuple[Response, int]:
    said: dict[int | None, Callable[[], str]] = {
        401: lambda: gettext("Du är inte inloggad längre. Logga in igen, så sparas det du har skrivit."),
        403: lambda: gettext("Sidan hade varit öppen för länge. Ladda om den, så sparas det du har skrivit."),
        404: lambda: gettext("Utkastet finns inte längre, eller så har du inte tillgång till det."),
        413: lambda: gettext("Texten är för lång. Dela upp den och spara igen."),
        UNREADABLE: lambda: gettext("Servern förstod inte vad sidan skickade. Ladda om sidan."),
    }
    words = said.get(error.code, lambda: gettext("Det gick inte att spara nu. Vi försöker igen."))
    return jsonify(error=words()), error.code or 500
