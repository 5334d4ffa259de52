"""Lists and keys as YAML in the style of our own files: one key a line, each level two blanks in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from course_builder.content.editing.scalars import number_or_word, written

STEP = 2
WORD = re.compile(r"[A-Za-z0-9_åäöÅÄÖ][A-Za-z0-9_.åäöÅÄÖ-]*")


def value_lines(value: Any, indent: int, column: int, style: str | None = None) -> list[str]:
    """What stands after a colon or a dash that itself stands at `indent`.

    The first line has its blank in front, and is empty where the value begins on the next line.
    """
    if isinstance(value, Mapping | list | tuple):
        if not value:
            return [" {}" if isinstance(value, Mapping) else " []"]
        return ["", *block_lines(value, indent + STEP)]
    if value is None:
        return [""]
    if isinstance(value, str):
        first, *rest = written(value, indent + STEP, column, style)
        return [f" {first}", *rest]
    return [f" {number_or_word(value)}"]


def block_lines(value: Mapping[str, Any] | Sequence[Any], indent: int) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, inner in value.items() for line in key_lines(key, inner, indent)]
    return [line for inner in value for line in item_lines(inner, indent)]


def key_lines(key: str, value: Any, indent: int) -> list[str]:
    head = f"{' ' * indent}{key_text(key)}:"
    first, *rest = value_lines(value, indent, len(head) + 1)
    return [head + first, *rest]


def item_lines(value: Any, indent: int) -> list[str]:
    """The first key of an item stands beside its dash."""
    first, *rest = value_lines(value, indent, indent + STEP)
    if not first and rest:
        first, *rest = rest
        first = f" {first[indent + STEP :]}"
    return [f"{' ' * indent}-{first}", *rest]


def key_text(key: str) -> str:
    return key if WORD.fullmatch(key) else "".join(_quoted(key))


def _quoted(key: str) -> Iterator[str]:
    yield '"'
    yield key.replace("\\", "\\\\").replace('"', '\\"')
    yield '"'
