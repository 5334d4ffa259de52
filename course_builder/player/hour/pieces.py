"""The HTML of a lesson as the pieces that stand one after the other, for a wall: nothing to follow, nothing to press."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

VOID = ("br", "hr", "img")
UNWRAPPED = "a"
"""A link on a wall is its text."""
HIDDEN = ("vh", "footnote", "footnote-ref")
IDS = re.compile(r'\s(?:id|data-line|tabindex)="[^"]*"')
TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Piece:
    """An element that stands in no other. `inner` is its HTML without its own tags."""

    tag: str
    classes: tuple[str, ...]
    html: str
    inner: str

    @property
    def text(self) -> str:
        return unescape(TAGS.sub(" ", self.html)).strip()


def pieces(html: str) -> list[Piece]:
    """In their order; text that stands in no element is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(reader.made())


def bare(html: str) -> str:
    """The HTML with its links unwrapped, and without what only a page of a course needs."""
    reader = _Reader()
    reader.feed(f"<div>{html}</div>")
    reader.close()
    return next(reader.made()).inner


class _Reader(HTMLParser):
    """Reads what the renderer made: every element is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._depth = self._hidden = 0
        self._open: tuple[str, tuple[str, ...]] = ("", ())
        self._parts: list[str] = []
        self._found: list[Piece] = []

    def made(self) -> Iterator[Piece]:
        yield from self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = tuple((dict(attrs).get("class") or "").split())
        if tag in VOID:
            self.handle_startendtag(tag, attrs)
            return
        if self._hidden or any(name in HIDDEN for name in classes):
            self._hidden += 1
            return
        if tag == UNWRAPPED:
            return
        if self._depth == 0:
            self._open = (tag, classes)
        self._depth += 1
        self._parts.append(IDS.sub("", self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            return
        text = IDS.sub("", self.get_starttag_text() or "")
        if self._depth == 0:
            self._found.append(Piece(tag, (), text, ""))
        else:
            self._parts.append(text)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
            return
        if tag == UNWRAPPED:
            return
        self._depth -= 1
        self._parts.append(f"</{tag}>")
        if self._depth == 0:
            self._found.append(Piece(*self._open, "".join(self._parts), "".join(self._parts[1:-1])))
            self._parts = []

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def _text(self, text: str) -> None:
        if self._depth and not self._hidden:
            self._parts.append(text)
