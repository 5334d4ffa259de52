"""What a new item of a list begins as: as little as a form needs to show its fields."""

from collections.abc import Callable, Mapping
from typing import Any

from course_builder.content.fix import new_id
from course_builder.content.forms.form import Field, Form, form_for

Draw = Callable[[str], str]
FEWEST: Mapping[str, int] = {"options": 2, "pairs": 2, "items": 2}
"""So many a new question begins with."""


def fresh_item(field: Field, kind: str, used: set[str], draw: Draw) -> Any:
    """A new item of a list: an empty text, or a mapping with its id and what must be there."""
    form = form_for(field.inner, {"kind": kind}) if field.inner else None
    return None if form is None else fresh(form, used, draw)


def fresh(form: Form, used: set[str], draw: Draw) -> dict[str, Any]:
    """An option begins as one that is not right."""
    if form.name == "Option":
        return {"id": new_id(used, draw), "wrong": None}
    asked = [field for field in form.fields if field.required or field.name == "id"]
    made = {field.name: _begun(field, used, draw) for field in asked}
    return made | {"kind": form.kind} if form.kind else made


def _begun(field: Field, used: set[str], draw: Draw) -> Any:
    if field.name == "id":
        return new_id(used, draw)
    if field.kind != "list":
        return None
    items = [fresh_item(field, "", used, draw) for _ in range(FEWEST.get(field.name, 1))]
    if field.name == "options":
        items[0] = {"id": items[0]["id"], "right": None}
    return items
