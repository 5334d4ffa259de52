"""The forms with a page part of their own: a film discussion, the agenda of an hour, a story with choices."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from course_builder.content.forms.filled import Filled
from course_builder.content.forms.form import Field, Form
from course_builder.library.drafts.models import Draft
from course_builder.web.authoring.agenda_form import hour_around
from course_builder.web.authoring.film_form import film_around
from course_builder.web.authoring.story_form import story_around

PLAIN = "authoring/fields/form.html"
OWN: Mapping[str, str] = {
    "FilmDiscussion": "authoring/film_form.html",
    "Case": "authoring/story_form.html",
    "AgendaItem": "authoring/item_form.html",
}
HOUR = "authoring/agenda_form.html"


def dressed(shape: Form, value: Mapping[str, Any]) -> Form:
    """The agenda of an hour is asked for with the course's other facts, where the outline has the rest."""
    if not _is_hour(shape, value):
        return shape
    return dataclasses.replace(
        shape, fields=tuple(asked(one) if one.name == "agenda" else one for one in shape.fields)
    )


def asked(field: Field) -> Field:
    """The same field, shown whatever it stands in."""
    return dataclasses.replace(field, said=dataclasses.replace(field.said, hidden=False, only=""))


def template(shown: Filled) -> str:
    if _is_hour(shown.form, shown.value):
        return HOUR
    return OWN.get(shown.form.name, PLAIN)


def more(draft: Draft, path: str, shown: Filled) -> Mapping[str, Any]:
    """What such a template needs beside the form."""
    if _is_hour(shown.form, shown.value):
        return hour_around(shown)
    if shown.form.name == "FilmDiscussion":
        return film_around(draft, path, shown.value)
    return story_around(shown.value) if shown.form.name == "Case" else {}


def _is_hour(shape: Form, value: Mapping[str, Any]) -> bool:
    return shape.name == "CourseFile" and value.get("kind") == "meeting"
