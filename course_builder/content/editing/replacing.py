"""A new value after a colon or a dash; a comment on its line stays there."""

import re
from typing import Any

from course_builder.content.editing.house import value_lines
from course_builder.content.editing.nodes import BREAKS, Child, Document, Node

COMMENT = re.compile(r"(?:^|\s)(#.*)$")
BLOCKS = ("|", ">")


def replaced(document: Document, child: Child, value: Any) -> str:
    text, old = document.text, child.node
    end = old.end if old.style in BLOCKS else document.line_end(max(old.end, child.after))
    comments = _comments(document, child)
    style = _style(document, old)
    if style == "|" and isinstance(value, str) and "\n" not in value:
        style = None
    indent = document.column(child.start)
    first, *rest = value_lines(value, indent, document.column(child.after) + 1, style)
    if isinstance(child.name, int) and not first and rest and not comments:
        first, *rest = rest
        first = f" {first.lstrip(' ')}"
    made = document.break_.join([first + "".join(f"  {comment}" for comment in comments), *rest])
    return text[: child.after] + made + text[end:]


def _style(document: Document, old: Node) -> str | None:
    """How the text before was written; a plain one over several lines says nothing."""
    inside = document.text[old.start : old.end]
    if old.kind != "text" or not inside:
        return None
    return None if old.style == "" and any(sign in inside for sign in BREAKS) else old.style


def _comments(document: Document, child: Child) -> list[str]:
    """On the line of the colon or the dash, and behind a single value."""
    text, old, head_end = document.text, child.node, document.line_end(child.after)
    if old.style in BLOCKS and old.start < head_end:
        return _comment(text[old.start : head_end])
    head = _comment(text[child.after : head_end]) if old.start > head_end else []
    is_block = old.style in BLOCKS or (old.kind != "text" and not old.flow)
    end = max(old.end, child.after)
    return head + ([] if is_block else _comment(text[end : document.line_end(end)]))


def _comment(rest: str) -> list[str]:
    found = COMMENT.search(rest)
    return [found[1].rstrip()] if found else []
