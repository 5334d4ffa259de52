"""Lists and keys within [ ] and { }: their items separated by commas."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from course_builder.content.editing.errors import Unreadable
from course_builder.content.editing.house import key_text
from course_builder.content.editing.nodes import Child, Document, Node
from course_builder.content.editing.scalars import in_flow, number_or_word


def one(value: Any) -> str:
    """A single value; Unreadable for what belongs on lines of its own."""
    if value is None:
        return ""
    if isinstance(value, str):
        return in_flow(value)
    if isinstance(value, bool | int | float):
        return number_or_word(value)
    raise Unreadable


def pair(key: str, value: Any) -> str:
    return f"{key_text(key)}: {one(value)}".rstrip()


def put(document: Document, child: Child, value: Any) -> str:
    text, node = document.text, child.node
    blank = " " if node.start == node.end == child.after else ""
    return text[: node.start] + blank + one(value) + text[node.end :]


def ordered(document: Document, node: Node, order: Sequence[int]) -> str:
    """The text with the items in another order, their commas and line breaks where they were."""
    text = document.text
    spans = [(child.start, child.node.end) for child in node.children]
    gaps = [text[a:b] for (_, a), (b, _) in pairwise(spans)] + [""]
    made = "".join(text[slice(*spans[number])] + gap for number, gap in zip(order, gaps, strict=True))
    return text[: spans[0][0]] + made + text[spans[-1][1] :]


def without(document: Document, node: Node, number: int) -> str:
    text, children = document.text, node.children
    start, end = children[number].start, children[number].node.end
    if number + 1 < len(children):
        end = children[number + 1].start
    elif number and "#" not in text[children[number - 1].node.end : start]:
        start = children[number - 1].node.end
    return text[:start] + text[end:]


def given(document: Document, node: Node, number: int, item: str) -> str:
    text, children = document.text, node.children
    if number < len(children):
        at = children[number].start
        return f"{text[:at]}{item}, {text[at:]}"
    at = children[-1].node.end
    return f"{text[:at]}, {item}{text[at:]}"
