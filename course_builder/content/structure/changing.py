"""Changes of the order of a course: the text of `course.yaml` in, the text with nothing else changed out.

A module is named by its id, a leaf by its key (`outline.Leaf.key`), so a change asked for on an older page is made
on the newest text. What is no longer there raises Gone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from course_builder.content.editing import yaml
from course_builder.content.structure.lengths import without_same
from course_builder.content.structure.outline import Branch, Leaf, Outline, outline

Value = str | Mapping[str, Any]


class Gone(LookupError):
    """The module or leaf is not in the course any longer, or the course cannot be read."""


def add_module(text: str, module: Mapping[str, Any], after: str | None) -> str:
    """Last, or after another."""
    known = read(text)
    index = len(known.branches) if after is None else _branch(known, after).index + 1
    if not known.branches:
        return yaml.put(text, ("modules",), [module])
    return yaml.insert(text, ("modules",), index, module)


def add_leaf(text: str, value: Value, module: str, after: str | None) -> str:
    """Last in the module, or after a leaf of it."""
    known = read(text)
    branch = _branch(known, module)
    index = len(branch.leaves)
    if after is not None:
        held, place = _leaf(known, after)
        index = place + 1 if held.id == branch.id else index
    if not branch.leaves:
        return yaml.put(text, leaves_at(known, branch), [value])
    return yaml.insert(text, leaves_at(known, branch), index, value)


def remove_module(text: str, module: str) -> str:
    return yaml.remove(text, ("modules", _branch(read(text), module).index))


def remove_leaf(text: str, key: str) -> str:
    """An item of the hour goes from its other lengths too."""
    known = read(text)
    branch, place = _leaf(known, key)
    without = yaml.remove(text, (*leaves_at(known, branch), place))
    return without_same(without, branch.leaves[place].item) if known.is_meeting else without


def move_module(text: str, module: str, to: int) -> str:
    """`to` is its place among the modules once it has moved."""
    known = read(text)
    branch = _branch(known, module)
    last = len(known.branches) - 1
    return yaml.move(text, ("modules",), branch.index, max(0, min(to, last)))


def move_leaf(text: str, key: str, module: str, to: int) -> str:
    """Within its module, or into another."""
    known = read(text)
    branch, place = _leaf(known, key)
    target = _branch(known, module)
    if branch.id == target.id:
        last = len(branch.leaves) - 1
        return yaml.move(text, leaves_at(known, branch), place, max(0, min(to, last)))
    value = yaml.get(text, (*leaves_at(known, branch), place))
    moved = yaml.remove(text, (*leaves_at(known, branch), place))
    known = read(moved)
    target = _branch(known, module)
    if not target.leaves:
        return yaml.put(moved, leaves_at(known, target), [value])
    return yaml.insert(moved, leaves_at(known, target), max(0, min(to, len(target.leaves))), value)


def step_module(text: str, module: str, step: int) -> str:
    known = read(text)
    return move_module(text, module, _branch(known, module).index + step)


def step_leaf(text: str, key: str, step: int) -> str:
    """Up or down; past the end of a module it goes on into the next."""
    known = read(text)
    branch, place = _leaf(known, key)
    to = place + step
    if 0 <= to < len(branch.leaves):
        return move_leaf(text, key, branch.id, to)
    neighbour = branch.index + (1 if step > 0 else -1)
    if not 0 <= neighbour < len(known.branches):
        return text
    other = known.branches[neighbour]
    return move_leaf(text, key, other.id, 0 if step > 0 else len(other.leaves))


def rename_module(text: str, module: str, title: str) -> str:
    return yaml.put(text, ("modules", _branch(read(text), module).index, "title"), title)


def rename_item(text: str, key: str, title: str) -> str:
    """An item of the hour has a title of its own."""
    known = read(text)
    branch, place = _leaf(known, key)
    return yaml.put(text, (*leaves_at(known, branch), place, "title"), title)


def read(text: str) -> Outline:
    """Gone when it cannot be read."""
    known = outline(text)
    if known is None:
        raise Gone
    return known


def leaf(text: str, key: str) -> Leaf:
    branch, place = _leaf(read(text), key)
    return branch.leaves[place]


def leaves_at(known: Outline, branch: Branch) -> Sequence[str | int]:
    """The way to the list that holds the leaves of a module."""
    return ("agenda",) if known.is_meeting else ("modules", branch.index, "lessons")


def _branch(known: Outline, identifier: str) -> Branch:
    found = known.branch(identifier)
    if found is None:
        raise Gone(identifier)
    return found


def _leaf(known: Outline, key: str) -> tuple[Branch, int]:
    found = known.find(key)
    if found is None:
        raise Gone(key)
    return found
