"""From the words of a fence to the shape of its block's model."""

from collections.abc import Mapping
from typing import Any

from course_builder.content.yamltext import NodeMap

FILM_BLOCK_KEYS = ("use", "id")


def shaped(kind: str, value: NodeMap) -> NodeMap:
    """The fence's mapping as the block's model reads it; places are kept."""
    if kind == "question":
        return _around(value, {"question": value})
    if kind == "reflect":
        return _around(value, {"question": _around(value, {**value, "kind": "reflect"})})
    if kind == "film" and "use" not in value:
        film = _around(value, {name: item for name, item in value.items() if name not in FILM_BLOCK_KEYS})
        named = {"id": value["id"]} if "id" in value else {}
        return _around(value, {**named, "film": film})
    return value


def _around(origin: NodeMap, items: Mapping[str, Any]) -> NodeMap:
    made = NodeMap(items)
    made.place, made.keys_at, made.values_at = origin.place, origin.keys_at, origin.values_at
    return made
