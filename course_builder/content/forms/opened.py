"""A place of a text that is opened as a form: a whole file, a place within it, or a fenced block of a lesson."""

import re
from dataclasses import dataclass
from typing import Any

from course_builder.content.editing import lesson
from course_builder.content.editing.errors import Unreadable
from course_builder.content.editing.nodes import MARK
from course_builder.content.editing.plain import Step, found, resolved
from course_builder.content.problems import Place, errors
from course_builder.content.yamltext import NodeMap, parse

Way = tuple[Step, ...]
NUMBER = re.compile("[0-9]{1,6}")


@dataclass(frozen=True)
class Opened:
    """`first` and `last` are its lines, for the problems that are its own; `fence` is the kind of a block."""

    path: str
    block: str | int | None
    fence: str | None
    root: NodeMap
    at: Way
    first: int
    last: int

    @property
    def value(self) -> Any:
        return found(self.root, self.at)


def opened(path: str, text: str, block: str | int | None, at: Way) -> Opened:
    """NoSuchPlace for what is not there; Unreadable for a text that a form could not change."""
    text = text.removeprefix(MARK)
    if block is None:
        root, fence, first, last = _root(text, path, 1), None, 1, text.count("\n") + 2
    else:
        here = lesson.block(text, block)
        root = _root(lesson.block_text(text, block), path, here.first + 1)
        fence, first, last = here.kind, here.first, here.last
    _look(root, at)
    return Opened(path, block, fence, root, at, first, last)


def steps(way: str) -> Way:
    """`questions/#id/options` as steps."""
    return tuple(int(step) if NUMBER.fullmatch(step) else step for step in way.split("/") if step)


def block_of(given: str | None) -> str | int | None:
    """`#id`, or the number of a block; None for no block."""
    if not given:
        return None
    return int(given) if NUMBER.fullmatch(given) else given


def _root(text: str, path: str, line: int) -> NodeMap:
    parsed = parse(text, path, line)
    value = parsed.value
    if value is None and not parsed.problems:
        value = NodeMap()
        value.place, value.keys_at, value.values_at = Place(path, line), {}, {}
    if errors(parsed.problems) or not isinstance(value, NodeMap):
        raise Unreadable
    return value


def _look(here: Any, at: Way) -> None:
    """The last step may be a key that is not there yet."""
    for number, step in enumerate(at):
        if isinstance(here, NodeMap) and str(step) not in here and number == len(at) - 1:
            return
        here = here[resolved(here, step)]
