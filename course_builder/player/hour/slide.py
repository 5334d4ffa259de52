"""What stands on the wall at one time: a heading with little below it, or a question alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from course_builder.player.hour.pieces import Piece, pieces

LINES = 13.0
"""What a wall holds below a heading, in lines of text that can be read at five metres."""
LETTERS = 60
"""In such a line."""
PICTURE = 6.0
BOX = re.compile(r"<p><strong>(?P<heading>.*?)</strong></p>\s*(?P<rest>.*?)\s*</div>\s*</div>$", re.DOTALL)


@dataclass(frozen=True)
class Slide:
    """`title` and `body` are HTML. `ask`: the title is a question, which has the wall to itself."""

    title: str
    body: str = ""
    ask: bool = False
    classes: str = ""
    eyebrow: str = ""


def sections(slides: Iterable[Slide]) -> str:
    """One after the other; the script shows one at a time."""
    return "".join(_slide(slide, page) for page, slide in enumerate(slides))


def _slide(slide: Slide, page: int) -> str:
    kind = f"slide{' ask' if slide.ask else ''}{f' {slide.classes}' if slide.classes else ''}"
    eyebrow = f'<p class="how" data-is="eyebrow">{slide.eyebrow}</p>' if slide.eyebrow else ""
    how = '<p class="how" data-is="how"></p>' if slide.ask and not slide.eyebrow else ""
    title = f'<h1{" class=q" if slide.ask else ""} tabindex="-1">{slide.title}</h1>'
    body = f'<div class="body">{slide.body}</div>' if slide.body else ""
    return (
        f'<div class="{kind}" data-page="{page}"{" hidden" if page else ""}>{eyebrow}{how}{title}{body}</div>'
    )


def paged(title: str, html: str) -> Iterator[Slide]:
    """So many slides as the text needs; a heading within it begins a new one."""
    for heading, found in _parts(title, pieces(html)):
        for body in _pages(found):
            yield Slide(heading, body)


def text_slides(title: str, text: str) -> Iterator[Slide]:
    """A plain text that was written in the planner."""
    paragraphs = "".join(f"<p>{escape(part.strip())}</p>" for part in text.split("\n\n") if part.strip())
    yield from paged(escape(title), paragraphs) if paragraphs else [Slide(escape(title))]


def _parts(title: str, found: Iterable[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """What stands below each heading; a box stands by itself; a heading with nothing below it is left out."""
    body: list[Piece] = []
    for piece in found:
        box = _box(piece)
        if piece.tag != "h2" and box is None:
            body += _short(piece)
            continue
        if body:
            yield title, body
        body = []
        if box is not None:
            yield box
        else:
            title = piece.inner
    if body:
        yield title, body


def _box(piece: Piece) -> tuple[str, list[Piece]] | None:
    """The heading of a box and what it says."""
    found = BOX.search(piece.html) if "note" in piece.classes else None
    return (found["heading"], [replace(piece, html=found["rest"], inner=found["rest"])]) if found else None


def _short(piece: Piece) -> list[Piece]:
    """A list that no wall holds becomes several; a table stands without the box that it scrolls in on a page."""
    if "scroll" in piece.classes:
        return pieces(piece.inner)
    if piece.tag not in ("ul", "ol") or _lines(piece) <= LINES:
        return [piece]
    made: list[list[Piece]] = [[]]
    for item in pieces(piece.inner):
        if made[-1] and sum(map(_lines, made[-1])) + _lines(item) > LINES:
            made.append([])
        made[-1].append(item)
    starts = [sum(map(len, made[:place])) + 1 for place in range(len(made))]
    return [_list(piece, items, start) for items, start in zip(made, starts, strict=True)]


def _list(piece: Piece, items: list[Piece], start: int) -> Piece:
    inner = "".join(item.html for item in items)
    first = f' start="{start}"' if piece.tag == "ol" else ""
    return replace(piece, html=f"<{piece.tag}{first}>{inner}</{piece.tag}>", inner=inner)


def _pages(found: list[Piece]) -> Iterator[str]:
    page: list[str] = []
    room = LINES
    for piece in found:
        if page and _lines(piece) > room:
            yield "".join(page)
            page, room = [], LINES
        page.append(piece.html)
        room -= _lines(piece)
    if page:
        yield "".join(page)


def _lines(piece: Piece) -> float:
    if piece.tag in ("ul", "ol", "table", "tbody", "thead"):
        return sum(map(_lines, pieces(piece.inner)))
    if piece.tag in ("figure", "img") or "<img" in piece.html:
        return PICTURE
    framed = 1.2 if piece.classes else 0
    return -(-len(piece.text) // LETTERS) + 0.4 + framed
