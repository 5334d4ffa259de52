"""What a `course.yaml` names, in order, without reading what it names: quick however long the course is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from course_builder.content.yamltext import NodeMap, parse

LeafKind = Literal["lesson", "film", "quiz", "item"]
HOUR = "hour"
"""What an APT hour's agenda is called where a module is named."""


@dataclass(frozen=True)
class Leaf:
    """A lesson by its path, a shared set by its id, or an item of the hour by its id.

    `item` is the id of the agenda's item, empty in a module; `#3` where none is written. `title` is known only of those.
    """

    kind: LeafKind
    name: str
    item: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """How pages and requests name it: unique in its course."""
        return f"item:{self.item}" if self.item else f"{self.kind}:{self.name}"

    @property
    def is_set(self) -> bool:
        return self.kind in ("film", "quiz")


@dataclass(frozen=True)
class Branch:
    """A module, or the whole agenda of an hour. `id` is `#2` where none is written."""

    id: str
    title: str
    leaves: tuple[Leaf, ...]
    index: int


@dataclass(frozen=True)
class Outline:
    id: str
    title: str
    is_meeting: bool
    branches: tuple[Branch, ...]

    def leaves(self) -> Iterator[Leaf]:
        for branch in self.branches:
            yield from branch.leaves

    def branch(self, identifier: str) -> Branch | None:
        return next((one for one in self.branches if one.id == identifier), None)

    def find(self, key: str) -> tuple[Branch, int] | None:
        """The module that holds a leaf, and its place there."""
        for branch in self.branches:
            for place, leaf in enumerate(branch.leaves):
                if leaf.key == key:
                    return branch, place
        return None


def outline(text: str) -> Outline | None:
    """None when the text cannot be read as a course at all; what is odd in it is left out."""
    root = parse(text, "course.yaml").value
    if not isinstance(root, NodeMap):
        return None
    is_meeting = root.get("kind") == "meeting"
    branches = _hour(root) if is_meeting else _modules(root)
    return Outline(_text(root, "id"), _text(root, "title"), is_meeting, tuple(branches))


def _modules(root: NodeMap) -> Iterator[Branch]:
    for index, entry in enumerate(_list(root, "modules")):
        if isinstance(entry, NodeMap):
            leaves = tuple(_leaf(one, place) for place, one in enumerate(_list(entry, "lessons")))
            yield Branch(_text(entry, "id") or f"#{index}", _text(entry, "title"), leaves, index)


def _leaf(entry: Any, place: int) -> Leaf:
    """What is neither keeps its place, so that places in the outline are places in the text."""
    if isinstance(entry, str):
        return Leaf("lesson", entry)
    known = _set_of(entry, "") if isinstance(entry, NodeMap) else None
    return known or Leaf("item", "", f"#{place}")


def _hour(root: NodeMap) -> Iterator[Branch]:
    items = (_item(entry, place) for place, entry in enumerate(_list(root, "agenda")))
    yield Branch(HOUR, _text(root, "title"), tuple(items), 0)


def _item(entry: Any, place: int) -> Leaf:
    if not isinstance(entry, NodeMap):
        return Leaf("item", "", f"#{place}")
    identifier, title = _text(entry, "id") or f"#{place}", _text(entry, "title")
    named = _set_of(entry, identifier)
    if named is not None:
        return Leaf(named.kind, named.name, identifier, title)
    path = _text(entry, "text")
    return Leaf("lesson" if path else "item", path, identifier, title)


def _set_of(entry: NodeMap, item: str) -> Leaf | None:
    film, quiz = _text(entry, "film"), _text(entry, "quiz")
    if film:
        return Leaf("film", film, item)
    return Leaf("quiz", quiz, item) if quiz else None


def _text(node: NodeMap, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _list(node: NodeMap, key: str) -> list[Any]:
    value = node.get(key)
    return value if isinstance(value, list) else []
