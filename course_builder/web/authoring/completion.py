"""What the editor offers while somebody writes: names that are there, so that none need be remembered."""

from collections.abc import Iterable

from flask import Blueprint, Response, jsonify

from course_builder.library.drafts import names
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, answers_in_json, found
from course_builder.web.authoring.preview import around
from course_builder.web.clock import today
from course_builder.web.guard import allow

pages = Blueprint("author_completion", __name__)
answers_in_json(pages)


@pages.get(f"{DRAFT}/names")
@allow(Action.WRITE)
def known(kind: str, name: str) -> Response:
    here = around(found(kind, name))
    films, quizzes = names.set_names(here)
    return jsonify(
        law=_told(names.law_names(here.common, today())),
        crc=_told(names.article_names(here.common)),
        region=_told(names.region_names(here.common.region)),
        media=_told(names.media_names(here)),
        lessons=_told(names.lesson_names(here)),
        film=_told(films),
        quiz=_told(quizzes),
    )


def _told(found: Iterable[names.Name]) -> list[list[str]]:
    return [[one.name, one.says, one.more] for one in found]
