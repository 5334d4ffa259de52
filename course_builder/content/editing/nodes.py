"""The values of a YAML text, each with the characters it takes up."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Literal

import yaml

from course_builder.content.editing.errors import Unreadable
from course_builder.content.problems import errors
from course_builder.content.sources import CONTROLS
from course_builder.content.yamltext import parse

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
BREAKS = "\r\n"
MARK = "\ufeff"
"""A byte order mark, which some editors write first."""


@dataclass
class Node:
    """`start` and `end` are offsets in the text; a block's end is the end of the last thing in it."""

    kind: Literal["text", "map", "list"]
    start: int
    end: int
    style: str = ""
    flow: bool = False
    children: list["Child"] = field(default_factory=list)


@dataclass
class Child:
    """A key or an item. `start` is where it begins, `after` where its value may: past the colon or the dash."""

    name: str | int
    start: int
    after: int
    node: Node


@dataclass
class Document:
    """A text with what it says and where. Not to be changed: the same one is given to all who ask for the text."""

    text: str
    value: Any

    @cached_property
    def root(self) -> Node:
        return _Builder(self).root()

    @cached_property
    def starts(self) -> list[int]:
        """The offset of every line."""
        return [0, *accumulate(len(line) for line in LINE.findall(self.text) if line)]

    @cached_property
    def break_(self) -> str:
        """How a line ends here."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def offset(self, mark: Any) -> int:
        return self.starts[mark.line] + int(mark.column) if mark.line < len(self.starts) else len(self.text)

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Where the line's own characters end, before its line break."""
        ends = [end for end in (self.text.find(sign, offset) for sign in BREAKS) if end >= 0]
        return min(ends, default=len(self.text))

    def column(self, offset: int) -> int:
        return offset - self.line_start(offset)


@lru_cache(maxsize=8)
def document_of(text: str) -> Document:
    """Raises Unreadable for a text whose values cannot be told."""
    if CONTROLS.search(text):
        raise Unreadable
    try:
        parsed = parse(text, "")
    except UnicodeEncodeError as error:
        raise Unreadable from error
    if errors(parsed.problems):
        raise Unreadable
    return Document(text, parsed.value)


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.next: Callable[[], Any] = yaml.CSafeLoader(document.text).get_event

    def root(self) -> Node:
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                return self._node(event)
        return Node("text", len(self.document.text), len(self.document.text))

    def _node(self, event: Any) -> Node:
        start = self.document.offset(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return Node("text", start, self._end(event), event.style or "")
        made = Node("map" if isinstance(event, yaml.MappingStartEvent) else "list", start, start)
        made.flow = bool(event.flow_style)
        event = self._keys(made) if made.kind == "map" else self._items(made)
        last = made.children[-1].node.end if made.children else start
        made.end = self.document.offset(event.end_mark) if made.flow else max(last, _after(made))
        return made

    def _end(self, event: Any) -> int:
        if event.style in ("|", ">"):
            return self._block_end(event)
        return self.document.offset(event.end_mark)

    def _block_end(self, event: Any) -> int:
        """The end of the last line with something on it; a text that keeps its empty lines has them too."""
        document, end = self.document, self.document.offset(event.end_mark)
        start = document.offset(event.start_mark)
        inside = document.text[start:end]
        head = inside[: document.line_end(start) - start].partition("#")[0]
        if "+" in head:
            return start + len(inside.removesuffix("\n").removesuffix("\r"))
        ends_blank = str(event.value).rstrip("\n").endswith(" ")
        return start + len(inside.rstrip(BREAKS if ends_blank else f" {BREAKS}"))

    def _keys(self, made: Node) -> Any:
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            start, end = (self.document.offset(mark) for mark in (event.start_mark, event.end_mark))
            node = self._node(self.next())
            colon = self.document.text.find(":", end, node.start + 1)
            made.children.append(Child(event.value, start, colon + 1 or end, node))
        return event

    def _items(self, made: Node) -> Any:
        column = self.document.column(made.start)
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            node = self._node(event)
            before = made.children[-1].node.end if made.children else made.start
            start = node.start if made.flow else self._dash(before, node.start, column, not made.children)
            made.children.append(Child(len(made.children), start, start + (not made.flow), node))
        return event

    def _dash(self, before: int, until: int, column: int, first: bool) -> int:
        """The dash of an item: on a line of its own column after what came before."""
        if first:
            return before
        text = self.document.text
        while before < until:
            before = self._next_line(before)
            here = before + column
            if text[here : here + 1] == "-" and not text[before:here].strip():
                return here
        raise Unreadable

    def _next_line(self, offset: int) -> int:
        text, end = self.document.text, self.document.line_end(offset)
        if end >= len(text):
            raise Unreadable
        return end + (2 if text.startswith("\r\n", end) else 1)


def _after(made: Node) -> int:
    return made.children[-1].after if made.children else made.start
