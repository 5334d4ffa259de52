"""A change is made beside what stands around it and read back; where that fails, as little as can be is written anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from course_builder.content.editing import flow
from course_builder.content.editing.errors import Unreadable
from course_builder.content.editing.house import block_lines
from course_builder.content.editing.nodes import MARK, Child, Document, Node, document_of
from course_builder.content.editing.plain import as_read, found
from course_builder.content.editing.replacing import replaced

Way = list[int | str]
"""A path whose every step is there: keys of mappings and indexes of lists."""


@dataclass(frozen=True)
class Change:
    """`said` turns what stands at `path` into what shall stand there."""

    path: Way
    splice: Callable[[Document], str]
    said: Callable[[Any], Any]


def changed(text: str, change: Change) -> str:
    """The changed text, which is known to say what it should; raises Unreadable when there is none."""
    mark = MARK if text.startswith(MARK) else ""
    before = document_of(text.removeprefix(MARK))
    want = _wanted(as_read(before.value), change.path, change.said)
    for attempt in _attempts(before, change, want):
        try:
            made = attempt(before)
            if _same(as_read(document_of(made).value), want):
                return mark + made
        except Unreadable:
            continue
    raise Unreadable


def node_at(document: Document, path: Way) -> Node:
    return child_at(document, path)[1].node if path else document.root


def child_at(document: Document, path: Way) -> tuple[Node, Child]:
    """The last step of a path and the node it stands in."""
    parent, child = document.root, None
    for step in path:
        parent = child.node if child else parent
        child = next(child for child in parent.children if child.name == step)
    if child is None:
        raise Unreadable
    return parent, child


def rewrite(document: Document, path: Way, value: Any) -> str:
    """The text with another value at a path."""
    if not path:
        return _whole(document, value)
    parent, child = child_at(document, path)
    return flow.put(document, child, value) if parent.flow else replaced(document, child, value)


def _whole(document: Document, value: Any) -> str:
    """A file that said nothing yet, or says it all within braces."""
    lines = block_lines(value, 0) or ["[]" if isinstance(value, list) else "{}"]
    made = document.break_.join(lines)
    text, root = document.text, document.root
    if document.value is not None:
        return text[: root.start] + made + text[root.end :]
    ended = "" if not text or text.endswith(("\n", "\r")) else document.break_
    return text + ended + made + document.break_


def _attempts(before: Document, change: Change, want: Any) -> Iterator[Callable[[Document], str]]:
    yield change.splice
    for length in range(len(change.path), -1, -1):
        path = change.path[:length]
        if path or before.root.flow:
            yield partial(rewrite, path=path, value=found(want, path))


def _wanted(value: Any, path: Way, said: Callable[[Any], Any]) -> Any:
    """The value, which may be changed, with what `said` makes of the part at the path."""
    if not path:
        return as_read(said(value))
    parent = found(value, path[:-1])
    parent[path[-1]] = as_read(said(parent[path[-1]]))
    return value


def _same(a: Any, b: Any) -> bool:
    """A last line break counts for nothing: a text at the very end of a file may lose or gain it."""
    if isinstance(a, str) and isinstance(b, str):
        return a.rstrip("\n") == b.rstrip("\n")
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(_same(one, other) for one, other in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    return bool(a == b)
