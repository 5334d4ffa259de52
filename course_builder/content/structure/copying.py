"""Copies of what a course holds: new names, and ids of their own, so that answers to the one are never the other's."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from course_builder.content.blocks import FENCED
from course_builder.content.editing import lesson, yaml
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.ids import fresh_ids, ids_of
from course_builder.content.structure.changing import leaves_at
from course_builder.content.structure.outline import Outline
from course_builder.content.structure.titles import HEADING

Draw = Callable[[str], str]
NAMES = r"(?m)^(?P<key>[ -]*(?:id|then): *)%s(?=[ \t]*(?:#.*)?\r?$)"
"""Where an id stands, and where a branch names another by its id."""


def copied_set(text: str, name: str, title: str, draw: Draw) -> str:
    """A quiz or film discussion under another name."""
    fresh = _fresh(text, set(), draw)
    return yaml.put(yaml.put(fresh, ("id",), name), ("title",), title)


def copied_lesson(text: str, name: str, title: str, draw: Draw) -> str:
    """A lesson under another name; its blocks get ids of their own."""
    used: set[str] = set()
    for block in lesson.blocks(text):
        if block.kind in FENCED and block.id is not None:
            text = lesson.edit_block(text, block.index, lambda inner: _fresh(inner, used, draw))
    return retitled(lesson.set_head(text, {"id": name}), f"{name}.md", title)


def copied_module(root: str, index: int, name: str, title: str, values: Sequence[Any]) -> Mapping[str, Any]:
    """The facts of a module with other parts in it."""
    value = yaml.get(root, ("modules", index))
    return {**value, "id": name, "title": title, "lessons": list(values)}


def copied_item(root: str, known: Outline, key: str, title: str, name: str) -> Mapping[str, Any]:
    """An item of the hour, which names the copy of what it named."""
    held = known.find(key)
    if held is None:
        raise NoSuchPlace(key)
    branch, place = held
    value = {**yaml.get(root, (*leaves_at(known, branch), place)), "title": title}
    value.pop("id", None)
    named = {word: name for word in ("text", "film", "quiz") if word in value}
    return {**value, **named}


def retitled(text: str, path: str, title: str) -> str:
    """The text with another title: in its head where that says one, and in its first heading."""
    if not path.endswith(".md"):
        return yaml.put(text, ("title",), title)
    if re.search(r"(?m)^title:", text[: _body_at(text)]):
        text = lesson.set_head(text, {"title": title})
    start = _body_at(text)
    heading = HEADING.search(text, start)
    if heading is None:
        return lesson.set_head(text, {"title": title})
    return f"{text[: heading.start()]}# {title}{text[heading.end() :]}"


def _body_at(text: str) -> int:
    found = re.match(r"\A---[ \t]*\r?\n(?:.*?\r?\n)?---[ \t]*(?:\r?\n|\Z)", text, re.DOTALL)
    return found.end() if found else 0


def _fresh(inner: str, used: set[str], draw: Draw) -> str:
    """Every id replaced where it stands, comments and all; written anew when that is not what comes out."""
    value = yaml.get(inner, ())
    used |= set(ids_of(value))
    made = fresh_ids(value, used, draw)
    text = inner
    for old, new in zip(ids_of(value), ids_of(made), strict=True):
        text = re.sub(NAMES % re.escape(old), rf"\g<key>{new}", text)
    return text if yaml.get(text, ()) == made else yaml.put(inner, (), made)
