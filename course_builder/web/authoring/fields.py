"""Forms in place: what is written as keys and lists is shown as fields, each with its problems beside it.

A form is a fragment for the editor's middle. Its script sends single edits (`POST .../edit`); nothing is saved here.
"""

import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from course_builder.content.editing import lesson
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.ids import fresh_ids, ids_of
from course_builder.content.editing.plain import Step, as_read, found, resolved
from course_builder.content.forms.choices import QUESTION
from course_builder.content.forms.filled import Item, filled
from course_builder.content.forms.form import Field, Form
from course_builder.content.forms.fresh import fresh_item
from course_builder.content.forms.roots import form_at
from course_builder.content.forms.words import Words
from course_builder.content.problems import Place, Problem
from course_builder.content.yamltext import NodeMap, parse
from course_builder.library.drafts.file_problems import file_problems
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import text
from course_builder.people.may import Action
from course_builder.web.authoring import own_forms
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

NUMBER = re.compile("[0-9]{1,6}")
YES, NO = ("true", "ja", "yes", "sant"), ("false", "nej", "no", "falskt")


@dataclass(frozen=True)
class Opened:
    """A place of a text that has a form. `first` and `last` are its lines, for the problems that are its own."""

    path: str
    block: str | int | None
    fence: str | None
    root: NodeMap
    at: tuple[Step, ...]
    first: int
    last: int

    @property
    def value(self) -> Any:
        return found(self.root, self.at)


@pages.get(f"{DRAFT}/form")
@allow(Action.WRITE)
def form(kind: str, name: str) -> str:
    """`path` is the file, `at` the way to a place of it (`questions/#id`), `block` a fenced block of a lesson."""
    draft = draft_of(kind, name)
    opened = _opened(draft)
    shape = own_forms.dressed(_shape(opened), opened.root)
    problems = [one for one in _problems(draft, opened) if opened.first <= one.place.line <= opened.last]
    shown = filled(shape, opened.value, problems)
    return render_template(
        own_forms.template(shown), shown=shown, opened=opened, **_around(draft, opened),
        **own_forms.more(draft, opened.path, shown),
    )  # fmt: skip


@pages.get(f"{DRAFT}/form/new")
@allow(Action.WRITE)
def new(kind: str, name: str) -> Response:
    """A new item of the list at `at`, or a copy of the one at `copy`: what to insert, and its fields."""
    draft = draft_of(kind, name)
    opened = _opened(draft)
    *way, last = opened.at or (abort(404),)
    shape = form_at(opened.path, opened.fence, opened.root, way)
    field = shape.field(str(last)) if shape else None
    if field is None or field.kind != "list":
        abort(404)
    value = _item(opened, field)
    item = _shown_item(field, value)
    html = render_template("authoring/fields/item.html", of=field, item=item, at=opened.at, single=shape and shape.kind == "choice", opened=opened, **_around(draft, opened))  # fmt: skip
    return Response(
        json.dumps({"value": value, "html": html}), mimetype="application/json"
    )  # keys stay in order


def _opened(draft: Draft) -> Opened:
    path = request.args.get("path", "")
    words = text(reading(), draft, path)
    if words is None:
        abort(404)
    block, at = _block(request.args.get("block")), _steps(request.args.get("at", ""))
    try:
        return _in_block(path, words, block, at) if block is not None else _in_file(path, words, at)
    except NoSuchPlace:
        abort(404)


def _in_file(path: str, words: str, at: tuple[Step, ...]) -> Opened:
    words = words.removeprefix("\ufeff")
    return Opened(
        path, None, None, _root(words, path, 1), _known(words, path, 1, at), 1, words.count("\n") + 2
    )


def _in_block(path: str, words: str, block: str | int, at: tuple[Step, ...]) -> Opened:
    here = lesson.block(words, block)
    inner = lesson.block_text(words, block)
    root = _root(inner, path, here.first + 1)
    return Opened(
        path, block, here.kind, root, _known(inner, path, here.first + 1, at), here.first, here.last
    )


def _root(words: str, path: str, line: int) -> NodeMap:
    """A text that cannot be read has no form; the page then offers it as text."""
    value = parse(words, path, line).value
    if value is None:
        value = NodeMap()
        value.place, value.keys_at, value.values_at = Place(path, line), {}, {}
    if not isinstance(value, NodeMap):
        raise NoSuchPlace
    return value


def _known(words: str, path: str, line: int, at: tuple[Step, ...]) -> tuple[Step, ...]:
    """The same way; its last step may be a list that is not there yet."""
    here: Any = _root(words, path, line)
    for number, step in enumerate(at):
        if isinstance(here, NodeMap) and str(step) not in here and number == len(at) - 1:
            return at
        here = here[resolved(here, step)]
    return at


def _steps(at: str) -> tuple[Step, ...]:
    return tuple(int(step) if NUMBER.fullmatch(step) else step for step in at.split("/") if step)


def _block(given: str | None) -> str | int | None:
    """`#id`, or the number of the block."""
    if not given:
        return None
    return int(given) if NUMBER.fullmatch(given) else given


def _shape(opened: Opened) -> Form:
    shape = form_at(opened.path, opened.fence, opened.root, opened.at)
    if shape is None:
        abort(404)
    return shape


def _problems(draft: Draft, opened: Opened) -> Sequence[Problem]:
    return file_problems(reading(), behind(), draft, opened.path, today())


def _item(opened: Opened, field: Field) -> Any:
    used = set(ids_of(opened.root))
    copy = request.args.get("copy")
    if copy is None:
        return fresh_item(field, request.args.get("kind", ""), used, secrets.choice)
    try:
        copied = as_read(found(opened.value, _steps(copy)))
    except NoSuchPlace:
        abort(404)
    return fresh_ids(copied, used, secrets.choice)


def _shown_item(field: Field, value: Any) -> Item:
    shape = Form("", (own_forms.asked(field),))
    whole = filled(shape, _placed({field.name: [value]}))
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
        "yes": YES,
        "no": NO,
    }


def ident(at: Sequence[Step], *more: Step) -> str:
    """An id of HTML for a place."""
    return "-".join(["f", *(str(step).removeprefix("#") for step in (*at, *more))])
