"""A question's answers as a list that a person can look over: what is right, and what else is offered."""

from collections.abc import Iterator, Mapping
from typing import Any

from course_builder.content.plain import plain
from course_builder.content.questions.gaps import BLANK


def asked(value: Mapping[str, Any]) -> str:
    """The question itself; of a text with gaps the text, unless something is asked too."""
    return plain(BLANK.sub("…", str(value.get("ask") or value.get("text") or "")))


def answers(value: Mapping[str, Any]) -> tuple[tuple[bool, str], ...]:
    """Of a question as a quiz has it, with or without ids. Nothing for what has no right answer."""
    return tuple((right, text) for right, text in _answers(value) if text)


def _answers(value: Mapping[str, Any]) -> Iterator[tuple[bool, str]]:
    for option in _mappings(value.get("options")):
        yield "right" in option, _said(option.get("right") or option.get("wrong"))
    for pair in _mappings(value.get("pairs")):
        yield True, f"{_said(pair.get('left'))} – {_said(pair.get('right'))}"
    for item in _mappings(value.get("items")):
        yield True, _said(item.get("text"))
    for gap in _mappings(value.get("gaps")):
        yield True, _said(gap.get("accept"))
    yield True, _said(value.get("accept"))
    if value.get("kind") in ("truth", "number"):
        yield True, _said(value.get("right"))


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else plain(str(value))


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
