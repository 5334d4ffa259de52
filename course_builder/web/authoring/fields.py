"""Forms in place: what is written as keys and lists is shown as fields, each with its problems beside it.

A form is a fragment for the editor's middle. Its script sends single edits (`POST .../edit`); nothing is saved here.
"""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.ids import fresh_ids, ids_of
from course_builder.content.editing.plain import Step, as_read, found
from course_builder.content.forms.choices import QUESTION
from course_builder.content.forms.filled import Item, filled
from course_builder.content.forms.form import Field, Form
from course_builder.content.forms.fresh import fresh_item
from course_builder.content.forms.fresh_length import fresh_length, fresh_varied
from course_builder.content.forms.opened import Opened, block_of, opened, steps
from course_builder.content.forms.roots import form_at
from course_builder.content.forms.words import Words
from course_builder.content.problems import Place, Problem
from course_builder.content.yamltext import NodeMap
from course_builder.library.drafts.file_problems import file_problems
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import text
from course_builder.people.may import Action
from course_builder.web.authoring import own_forms
from course_builder.web.authoring.agenda_form import length_around
from course_builder.web.authoring.behind import behind
from course_builder.web.authoring.field_names import names_for
from course_builder.web.authoring.field_problems import spoken
from course_builder.web.authoring.field_words import field_words
from course_builder.web.authoring.found import DRAFT
from course_builder.web.authoring.found import found as draft_of
from course_builder.web.clock import today
from course_builder.web.guard import allow
from course_builder.web.language import language
from course_builder.web.records import reading

pages = Blueprint("author_fields", __name__)

YES, NO = ("true", "ja", "yes", "sant"), ("false", "nej", "no", "falskt")


@pages.get(f"{DRAFT}/form")
@allow(Action.WRITE)
def form(kind: str, name: str) -> str:
    """`path` is the file, `at` the way to a place of it (`questions/#id`), `block` a fenced block of a lesson."""
    draft = draft_of(kind, name)
    place = _opened(draft)
    shape = own_forms.dressed(_shape(place), place.root)
    problems = [one for one in _problems(draft, place) if place.first <= one.place.line <= place.last]
    shown = filled(shape, place.value, problems)
    return render_template(
        own_forms.template(shown), shown=shown, opened=place, **_around(draft, place),
        **own_forms.more(draft, place.path, shown),
    )  # fmt: skip


@pages.get(f"{DRAFT}/form/new")
@allow(Action.WRITE)
def new(kind: str, name: str) -> Response:
    """A new item of the list at `at`, or a copy of the one at `copy`: what to insert, and its fields."""
    draft = draft_of(kind, name)
    place = _opened(draft)
    *way, last = place.at or (abort(404),)
    shape = form_at(place.path, place.fence, place.root, way)
    field = shape.field(str(last)) if shape else None
    if field is None or field.kind != "list":
        abort(404)
    value = _item(place, field)
    item = _shown_item(field, value)
    html = render_template("authoring/fields/item.html", of=field, item=item, at=place.at, single=shape and shape.kind == "choice", opened=place, **_around(draft, place))  # fmt: skip
    return Response(
        json.dumps({"value": value, "html": html}), mimetype="application/json"
    )  # keys stay in order


def _opened(draft: Draft) -> Opened:
    path = request.args.get("path", "")
    words = text(reading(), draft, path)
    if words is None:
        abort(404)
    try:
        return opened(path, words, block_of(request.args.get("block")), steps(request.args.get("at", "")))
    except NoSuchPlace:
        abort(404)


def _shape(opened: Opened) -> Form:
    shape = form_at(opened.path, opened.fence, opened.root, opened.at)
    if shape is None:
        abort(404)
    return shape


def _problems(draft: Draft, opened: Opened) -> Sequence[Problem]:
    return file_problems(reading(), behind(), draft, opened.path, today())


def _item(opened: Opened, field: Field) -> Any:
    used = set(ids_of(opened.root))
    copy, kind = request.args.get("copy"), request.args.get("kind", "")
    if copy is None:
        return _fresh(opened, field, kind, used)
    try:
        copied = as_read(found(opened.value, steps(copy)))
    except NoSuchPlace:
        abort(404)
    return fresh_ids(copied, used, secrets.choice)


def _fresh(opened: Opened, field: Field, kind: str, used: set[str]) -> Any:
    """Another length of an hour begins as its agenda."""
    names = [one.name for one in field.inner]
    if names == ["Variant"]:
        return fresh_length(opened.root)
    if names == ["VariantItem"]:
        return fresh_varied(opened.root, kind, used, secrets.choice)
    return fresh_item(field, kind, used, secrets.choice)


def _shown_item(field: Field, value: Any) -> Item:
    shape = Form("", (own_forms.asked(field),))
    whole = filled(shape, _placed(as_read({field.name: [value]})))
    number = request.args.get("number", type=int, default=0)
    item = whole.boxes[0].items[0]
    item.number = number
    item.step = item.step if isinstance(item.step, str) else number
    return item


def _placed(value: Any) -> Any:
    """As if it had been read; where it stands does not matter yet."""
    if isinstance(value, dict):
        made = NodeMap({key: _placed(inner) for key, inner in value.items()})
        made.place = Place("")
        made.keys_at = made.values_at = dict.fromkeys(made, made.place)
        return made
    return [_placed(inner) for inner in value] if isinstance(value, list) else value


def _around(draft: Draft, opened: Opened) -> Mapping[str, Any]:
    """What every template of a form needs."""
    tongue = language()
    told: Callable[[Words], str] = lambda words: words.told(tongue)  # noqa: E731
    return {
        "told": told,
        "tongue": tongue,
        "names": names_for(draft, opened.root),
        "words": field_words(),
        "kinds": QUESTION,
        "spoken": spoken,
        "ident": ident,
        **length_around(opened.root),
        "yes": YES,
        "no": NO,
    }


def ident(at: Sequence[Step], *more: Step) -> str:
    """An id of HTML for a place."""
    return "-".join(["f", *(str(step).removeprefix("#") for step in (*at, *more))])
