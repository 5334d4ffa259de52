"""Changes of single values, made on the newest text where what the writer saw still stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from course_builder.content.editing import lesson, yaml
from course_builder.content.forms.order import key_order

Op = Literal["put", "remove", "insert", "move"]
UNSAID = object()
"""Of an edit that does not say what stood there."""


@dataclass(frozen=True)
class Edit:
    """`at` is the way to the value; for `insert` and `move` to the list. `index` is where to; `item` what moves."""

    op: Op
    at: tuple[str | int, ...]
    value: Any = None
    was: Any = UNSAID
    index: int = 0
    item: int | str = 0


@dataclass(frozen=True)
class Missed:
    """An edit that was left out: something else stands there now."""

    edit: Edit
    there: Any


@dataclass(frozen=True)
class Edited:
    text: str
    missed: tuple[Missed, ...]


def edited(text: str, block: str | int | None, edits: Sequence[Edit], path: str = "") -> Edited:
    """The file with the edits made, each other line as it was. `block` is a fenced block of a lesson.

    `path` says which keys the file knows, and so where a new one belongs.
    """
    if block is None:
        return _on(text, edits, path, None)
    inner = lesson.block_text(text, block)
    made = _on(inner, edits, path, lesson.block(text, block).kind)
    return Edited(lesson.with_block_text(text, block, made.text), made.missed)


def _on(text: str, edits: Sequence[Edit], path: str, fence: str | None) -> Edited:
    missed = []
    for edit in edits:
        there = _there(text, edit)
        if edit.was is not UNSAID and there not in (edit.was, edit.value):
            missed.append(Missed(edit, there))
        elif not (edit.op == "put" and there == edit.value):
            text = _made(text, edit, key_order(path, fence, text, edit.at))
    return Edited(text, tuple(missed))


def _there(text: str, edit: Edit) -> Any:
    try:
        return yaml.get(text, edit.at)
    except yaml.NoSuchPlace:
        return None


def _made(text: str, edit: Edit, order: Sequence[str]) -> str:
    if edit.op == "put":
        return yaml.put(text, edit.at, edit.value, order)
    if edit.op == "remove":
        return yaml.remove(text, edit.at)
    if edit.op == "insert":
        return yaml.insert(text, edit.at, edit.index, edit.value)
    return yaml.move(text, edit.at, edit.item, edit.index)
