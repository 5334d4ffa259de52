"""Changes of a YAML text that leave every line they need not touch as it was, comments included.

A path is a sequence of keys, list indexes and `#id` (the item of a list with that id). Every function raises
NoSuchPlace for a path that leads nowhere and Unreadable for a text that is not the course source's YAML.
"""

from collections.abc import Sequence
from typing import Any

from course_builder.content.editing import flow
from course_builder.content.editing.changing import Change, Way, changed, child_at, node_at, rewrite
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.house import item_lines, key_lines
from course_builder.content.editing.nodes import MARK, Document, Node, document_of
from course_builder.content.editing.plain import Path, Step, as_read, found, moved_order, resolved, way
from course_builder.content.editing.slots import slots

__all__ = ["NoSuchPlace", "get", "insert", "move", "put", "remove"]


def get(text: str, at: Path) -> Any:
    """The value at a path, every scalar as text."""
    return as_read(found(document_of(text.removeprefix(MARK)).value, at))


def put(text: str, at: Path, value: Any, order: Sequence[str] = ()) -> str:
    """Set a value; missing keys on the way are made. `order` says between which keys a new one belongs."""
    old = get(text, ())
    known = way(old, at)
    if len(known) < len(at):
        for step in reversed(at[len(known) + 1 :]):
            value = {_key(step): value}
        return _add(text, known, _key(at[len(known)]), value, order)
    was = found(old, known)
    if isinstance(was, dict) and isinstance(value, dict) and was and value:
        return _merge(text, known, was, value)
    if isinstance(was, list) and isinstance(value, list | tuple) and was and value:
        return _align(text, known, was, list(value))
    if as_read(value) == was:
        return text
    return changed(text, Change(known, lambda document: rewrite(document, known, value), lambda _: value))


def remove(text: str, at: Path) -> str:
    """Take away a key or an item; the last one leaves `{}` or `[]`."""
    path = _path(text, at)
    parent, step = path[:-1], path[-1]

    def said(value: Any) -> Any:
        del value[step]
        return value

    return changed(text, Change(parent, lambda document: _remove(document, parent, step), said))


def insert(text: str, at_list: Path, index: int, value: Any) -> str:
    """A new item before the one at `index`, or last; a list that is not there is made."""
    here = _list_or_none(text, at_list)
    if not here:
        return put(text, at_list, [value])
    path, number = _path(text, at_list), max(0, min(index, len(here)))

    def said(items: Any) -> Any:
        return [*items[:number], value, *items[number:]]

    return changed(text, Change(path, lambda document: _insert(document, path, number, value), said))


def move(text: str, at_list: Path, item: int | str, to_index: int) -> str:
    """Give an item the place `to_index` among the others."""
    path = _path(text, at_list)
    items = get(text, path)
    index = resolved(items, item)
    order = moved_order(len(items), index, to_index)
    if order == list(range(len(items))):
        return text

    def said(value: Any) -> Any:
        return [value[number] for number in order]

    return changed(text, Change(path, lambda document: _order(document, path, order), said))


def _path(text: str, at: Path) -> Way:
    known = way(get(text, ()), at)
    if len(known) < len(at):
        raise NoSuchPlace(at[len(known)])
    return known


def _key(step: Step) -> str:
    if isinstance(step, int) or step.startswith("#"):
        raise NoSuchPlace(step)
    return step


def _list_or_none(text: str, at: Path) -> list[Any] | None:
    value = get(text, ())
    known = way(value, at)
    here = found(value, known) if len(known) == len(at) else None
    if here is not None and not isinstance(here, list):
        raise NoSuchPlace(*at[-1:])
    return here


def _merge(text: str, path: Way, was: dict[str, Any], value: dict[str, Any]) -> str:
    for key, inner in value.items():
        text = put(text, [*path, key], inner, tuple(value))
    for key in was:
        if key not in value:
            text = remove(text, [*path, key])
    return text


def _align(text: str, path: Way, was: list[Any], value: list[Any]) -> str:
    """Items that are the same at either end stay; the others take over the places between."""
    want = as_read(value)
    shorter = min(len(was), len(want))
    head = next((n for n in range(shorter) if was[n] != want[n]), shorter)
    tail = next((n for n in range(shorter - head) if was[-1 - n] != want[-1 - n]), shorter - head)
    both = shorter - head - tail
    for number in range(head, head + both):
        text = put(text, [*path, number], value[number])
    for number in range(head + both, len(value) - tail):
        text = insert(text, path, number, value[number])
    for _ in range(len(was) - len(value)):
        text = remove(text, [*path, head + both])
    return text


def _add(text: str, parent: Way, key: str, value: Any, order: Sequence[str]) -> str:
    here = found(get(text, ()), parent)
    if here is not None and not isinstance(here, dict):
        raise NoSuchPlace(key)

    def splice(document: Document) -> str:
        if not here:
            return rewrite(document, parent, {key: value})
        return _new_key(document, parent, key, value, order)

    return changed(text, Change(parent, splice, lambda _: {**(here or {}), key: value}))


def _new_key(document: Document, parent: Way, key: str, value: Any, order: Sequence[str]) -> str:
    node = node_at(document, parent)
    names = [str(child.name) for child in node.children]
    number = _number(names, key, order)
    if node.flow:
        return flow.given(document, node, number, flow.pair(key, value))
    room = slots(document, node)
    return room.given(number, _piece(document, key_lines(key, value, room.column), room.column))


def _number(names: Sequence[str], key: str, order: Sequence[str]) -> int:
    """After the last of the keys that come before it, or at the end."""
    if key not in order:
        return len(names)
    before = set(order[: list(order).index(key)])
    return max((number + 1 for number, name in enumerate(names) if name in before), default=0)


def _piece(document: Document, lines: Sequence[str], column: int) -> str:
    return document.break_.join(lines)[column:]


def _insert(document: Document, path: Way, number: int, value: Any) -> str:
    node = node_at(document, path)
    if node.flow:
        return flow.given(document, node, number, flow.one(value))
    room = slots(document, node)
    return room.given(number, _piece(document, item_lines(value, room.column), room.column))


def _remove(document: Document, parent: Way, step: Step) -> str:
    node = node_at(document, parent)
    number = next(n for n, child in enumerate(node.children) if child.name == step)
    if len(node.children) == 1:
        return _emptied(document, parent, node)
    return flow.without(document, node, number) if node.flow else slots(document, node).without(number)


def _emptied(document: Document, path: Way, node: Node) -> str:
    """The only item away; comments that stand by themselves before it stay."""
    if node.flow or not path:
        return rewrite(document, path, {} if node.kind == "map" else [])
    text, room, after = document.text, slots(document, node), child_at(document, path)[1].after
    sign = "{}" if node.kind == "map" else "[]"
    return f"{text[:after]} {sign}{text[after : room.start].rstrip()}{text[room.end :]}"


def _order(document: Document, path: Way, order: Sequence[int]) -> str:
    node = node_at(document, path)
    return flow.ordered(document, node, order) if node.flow else slots(document, node).ordered(order)
