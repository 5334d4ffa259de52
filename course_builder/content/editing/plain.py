"""The same changes on plain values: what a text must say when it has been changed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.scalars import LONE, number_or_word

NUMBER = re.compile("[0-9]{1,6}")
Step = str | int
Path = Sequence[Step]


def as_read(value: Any) -> Any:
    """The value as the reader gives it: every scalar a text."""
    if isinstance(value, Mapping):
        return {str(key): as_read(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(inner) for inner in value]
    if value is None:
        return None
    return LONE.sub("\ufffd", value) if isinstance(value, str) else number_or_word(value)


def found(value: Any, at: Path) -> Any:
    for step in at:
        value = value[resolved(value, step)]
    return value


def way(value: Any, at: Path) -> list[Step]:
    """As much of the path as is there, every step a key or an index; what a missing step begins is left out."""
    known: list[Step] = []
    for step in at:
        if not _is_there(value, step):
            break
        known.append(resolved(value, step))
        value = value[known[-1]]
    return known


def _is_there(value: Any, step: Step) -> bool:
    if isinstance(value, dict):
        return str(step) in value
    if isinstance(value, list):
        resolved(value, step)
        return True
    return False


def resolved(value: Any, step: Step) -> Any:
    """The key or index that a step means here: a key, a number, or `#id`."""
    if isinstance(value, dict) and str(step) in value:
        return str(step)
    if isinstance(value, list):
        index = _index(value, step)
        if index is not None and 0 <= index < len(value):
            return index
    raise NoSuchPlace(step)


def _index(items: list[Any], step: Step) -> int | None:
    if isinstance(step, int):
        return step
    if step.startswith("#"):
        named = (n for n, item in enumerate(items) if isinstance(item, dict) and item.get("id") == step[1:])
        return next(named, None)
    return int(step) if NUMBER.fullmatch(step) else None


def moved_order(count: int, index: int, to: int) -> list[int]:
    """The old numbers in their new order."""
    order = [number for number in range(count) if number != index]
    order.insert(max(0, min(to, count - 1)), index)
    return order
