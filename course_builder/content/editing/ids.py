"""Ids for what has none yet, and new ones for copies."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from course_builder.content.blocks import FENCED
from course_builder.content.blocks.fence import shaped
from course_builder.content.editing.nodes import MARK
from course_builder.content.fix import completed, new_id
from course_builder.content.ids import IdFinder
from course_builder.content.models.course import CourseFile
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import LessonHead
from course_builder.content.models.quiz import Quiz
from course_builder.content.pieces import Piece, pieces
from course_builder.content.problems import Place, errors
from course_builder.content.yamltext import NodeMap, parse

Draw = Callable[[str], str]
"""Picks one letter: `secrets.choice`, or something repeatable in a test."""
FILE = "text"
REFERS = "then"
"""The key that names another thing of the same block by its id."""
ROOTS: Mapping[str, type[BaseModel]] = {"quiz": Quiz, "film-discussion": FilmDiscussion}


def with_ids(text: str, path: str, draw: Draw, taken: Collection[str] = ()) -> str:
    """The text of a course.yaml, shared set or lesson with an id written wherever one is missing.

    `taken` are ids of the whole course that no new one may be. What cannot be read is left alone.
    """
    mark = MARK if text.startswith(MARK) else ""
    body = text.removeprefix(MARK)
    finder = IdFinder()
    found = _lesson(body, finder) if path.endswith(".md") else _whole(body, path, finder)
    used = {*taken, *(identifier for value in found for identifier in ids_of(value))}
    if not finder.gaps:
        return text
    return mark + completed({FILE: body}, finder.gaps, used, draw)[FILE]


def fresh_ids(value: Any, used: set[str], draw: Draw) -> Any:
    """A copy with an id of its own wherever it has one; what names another part of the copy names its new id."""
    new = {old: new_id(used, draw) for old in ids_of(value)}
    return _renamed(value, new)


def ids_of(value: Any) -> Iterator[str]:
    """Every id within a value."""
    if isinstance(value, Mapping):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from ids_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from ids_of(inner)


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _name(key, inner, new) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(inner, new) for inner in value]
    return value


def _name(key: str, value: Any, new: Mapping[str, str]) -> Any:
    if key in ("id", REFERS) and isinstance(value, str):
        return new.get(value, value)
    return _renamed(value, new)


def _whole(text: str, path: str, finder: IdFinder) -> list[Any]:
    parsed = parse(text, FILE)
    if errors(parsed.problems) or not isinstance(parsed.value, NodeMap):
        return []
    model = ROOTS.get(str(parsed.value.get("kind")))
    if path.rpartition("/")[2] == "course.yaml":
        model = CourseFile
    if model is not None:
        finder.complete(parsed.value, model)
    return [parsed.value]


def _lesson(text: str, finder: IdFinder) -> list[Any]:
    found = pieces(text)
    front = found[0] if found and found[0].kind == "front" else None
    values = [_head(front, finder)] if front is None or front.closed else []
    return [
        *values,
        *(_block(piece, finder) for piece in found if piece.kind == "block" and piece.name in FENCED),
    ]


def _head(front: Piece | None, finder: IdFinder) -> Any:
    parsed = parse(front.text if front else "", FILE, 2)
    value = parsed.value
    if value is None and not parsed.problems:
        value = NodeMap()
        value.place, value.keys_at, value.values_at = Place(FILE, 2 if front else 1), {}, {}
    if isinstance(value, NodeMap) and not errors(parsed.problems):
        finder.complete(value, LessonHead, bare=front is None)
    return value


def _block(piece: Piece, finder: IdFinder) -> Any:
    parsed = parse(piece.text, FILE, piece.line)
    if isinstance(parsed.value, NodeMap) and not errors(parsed.problems):
        finder.complete(shaped(piece.name, parsed.value), FENCED[piece.name])
    return parsed.value
