"""A Markdown lesson as blocks to be listed, changed, moved and copied; every other line stays as it is.

A block is named by its index in `blocks(text)` or, where it has an id, by `#id`. Lines are counted from 1.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from course_builder.content.blocks import FENCED
from course_builder.content.editing import yaml
from course_builder.content.editing.errors import NoSuchPlace, Unreadable
from course_builder.content.editing.house import block_lines
from course_builder.content.editing.ids import Draw, fresh_ids, ids_of
from course_builder.content.editing.lines import Lines
from course_builder.content.editing.paragraphs import paragraphs
from course_builder.content.models.lesson import LessonHead
from course_builder.content.pieces import FRONT, Piece, pieces
from course_builder.content.yamltext import NodeMap, parse

Which = int | str
TEXT = "text"
FENCE = "```"


@dataclass(frozen=True)
class Block:
    """`kind` is `text` for Markdown, `code` for code, else the name of the fence. `last` is its last line, closing fence included."""

    index: int
    kind: str
    first: int
    last: int
    id: str | None = None
    use: str | None = None


def blocks(text: str) -> tuple[Block, ...]:
    """Everything after the head, in order; Markdown is cut between paragraphs."""
    found = _spans(Lines.of(text))
    return tuple(Block(index, *span) for index, span in enumerate(found))


def block_text(text: str, which: Which) -> str:
    """The YAML within the fence of a block."""
    lines, piece = _fenced(text, which)
    return "".join(lines.lines[piece.start + 1 : piece.end - piece.closed])


def with_block_text(text: str, which: Which, inner: str) -> str:
    lines, piece = _fenced(text, which)
    inner = inner if not inner or inner.endswith(("\n", "\r")) else inner + lines.break_
    return lines.replaced(piece.start + 1, piece.end - piece.closed, inner)


def edit_block(text: str, which: Which, change: Callable[[str], str]) -> str:
    """`change` turns the YAML of the block into the new one, as the functions of `editing.yaml` do."""
    return with_block_text(text, which, change(block_text(text, which)))


def insert_block(text: str, line: int, kind: str, value: Any) -> str:
    """A new block before a line, or last, with an empty line around it. `value` is Markdown for `text`, else the block's keys."""
    lines = Lines.of(text)
    return lines.placed(_written(kind, value, lines.break_), _between(lines, line - 1))


def remove_block(text: str, which: Which) -> str:
    lines, found = Lines.of(text), block(text, which)
    return lines.without(found.first - 1, found.last)


def move_block(text: str, which: Which, to_index: int) -> str:
    """Give a block the place `to_index` among the blocks; the empty lines between them stay where they are."""
    known, moved = blocks(text), block(text, which)
    to = max(0, min(to_index, len(known) - 1))
    order = [number for number in range(len(known)) if number != moved.index]
    order.insert(to, moved.index)
    return Lines.of(text).ordered([(one.first - 1, one.last) for one in known], order)


def duplicate_block(text: str, which: Which, draw: Draw, taken: Collection[str] = ()) -> str:
    """A copy right below, whose ids are its own and none of `taken`."""
    lines, found = Lines.of(text), block(text, which)
    copied = "".join(lines.lines[found.first - 1 : found.last])
    if found.kind in FENCED and found.id is not None:
        used = {*taken, *(identifier for one in blocks(text) for identifier in _ids(text, one))}
        copied = edit_block(
            copied, 0, lambda inner: yaml.put(inner, (), fresh_ids(yaml.get(inner, ()), used, draw))
        )
    return lines.placed(copied, found.last)


def set_head(text: str, values: Mapping[str, Any]) -> str:
    """Set keys of the head (id, title, minutes); None takes a key away. A lesson without a head is given one."""
    lines = Lines.of(text)
    front = next((piece for piece in pieces(lines.text) if piece.kind == "front"), None)
    if front is not None and not front.closed:
        raise Unreadable
    inner = "".join(lines.lines[1 : front.end - 1]) if front else ""
    for key, value in values.items():
        inner = _with(inner, key, value)
    inner = inner if inner.endswith(("\n", "\r")) else inner + lines.break_
    inner = lines.break_.join(inner.splitlines()) + lines.break_ if front is None else inner
    if front is not None:
        return lines.replaced(1, front.end - 1, inner)
    return lines.replaced(0, 0, f"{FRONT}{lines.break_}{inner}{FRONT}{lines.break_}")


def block(text: str, which: Which) -> Block:
    """Raises NoSuchPlace when there is none."""
    known = blocks(text)
    if isinstance(which, int):
        found = known[which] if 0 <= which < len(known) else None
    else:
        found = next((one for one in known if one.id is not None and f"#{one.id}" == which), None)
    if found is None:
        raise NoSuchPlace(which)
    return found


def _with(inner: str, key: str, value: Any) -> str:
    if value is not None:
        return yaml.put(inner, (key,), value, tuple(LessonHead.model_fields))
    known = yaml.get(inner, ()) or {}
    return yaml.remove(inner, (key,)) if key in known else inner


def _ids(text: str, one: Block) -> Iterator[str]:
    if one.kind in FENCED:
        yield from ids_of(parse(block_text(text, one.index), "").value)


def _spans(lines: Lines) -> Iterator[tuple[str, int, int, str | None, str | None]]:
    for piece in pieces(lines.text):
        if piece.kind == "markdown":
            for first, end in paragraphs(lines.lines[piece.start : piece.end], piece.start):
                yield TEXT, first + 1, end, None, None
        elif piece.kind != "front":
            value = parse(piece.text, "").value if piece.name in FENCED else None
            yield piece.name or "code", piece.start + 1, piece.end, _said(value, "id"), _said(value, "use")


def _said(value: Any, key: str) -> str | None:
    found = value.get(key) if isinstance(value, NodeMap) else None
    return found if isinstance(found, str) else None


def _fenced(text: str, which: Which) -> tuple[Lines, Piece]:
    found, lines = block(text, which), Lines.of(text)
    piece = next(piece for piece in pieces(lines.text) if piece.start < found.last <= piece.end)
    if piece.kind != "block" or not piece.closed:
        raise NoSuchPlace(which)
    return lines, piece


def _written(kind: str, value: Any, end: str) -> str:
    if kind == TEXT:
        return end.join(str(value).splitlines())
    marks = FENCE
    return end.join([f"{marks}{kind}", *block_lines(value, 0), marks]) + end


def _between(lines: Lines, at: int) -> int:
    """A line that is in no block: what is asked for, or the one after the block it is in."""
    at = max(0, min(at, len(lines.lines)))
    for piece in pieces(lines.text):
        if piece.kind != "markdown" and piece.start < at < piece.end:
            return piece.end
        if piece.kind == "front" and at < piece.end:
            return piece.end
    return at
