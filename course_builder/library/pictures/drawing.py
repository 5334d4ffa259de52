"""A drawing (SVG) written anew: shapes, words and colours. No script, no foreign page, nothing fetched, no DOCTYPE (trust 8)."""

import re
from collections.abc import Iterator
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from course_builder.library.pictures.svg_words import ATTRIBUTES, ELEMENTS, MOST_USES, SVG, XLINK, XML

LARGEST = 5_000_000
DEEPEST = 200
SEPARATOR = " "
OWN_PART = re.compile(r"#[^\s\"'()<>\\]{1,200}")
NAMED_PART = re.compile(r"url\(\s*([\"']?)#[\w.:-]{1,200}\1\s*\)")
OUTWARD = re.compile(r"url\s*\(|@|\\|expression|javascript:|<", re.IGNORECASE)


class NotADrawing(Exception):
    """It cannot be read as SVG, or declares what no drawing needs."""


class _Writer:
    """What expat tells, written down again. `_left_out` counts how deep in something forbidden we are."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._open: list[str] = []
        self._left_out = 0
        self._uses = 0

    def start(self, name: str, attributes: list[str]) -> None:
        if len(self._open) + self._left_out > DEEPEST:
            raise NotADrawing
        space, _, local = name.rpartition(SEPARATOR)
        if not self._open and not self._left_out and (space, local) != (SVG, "svg"):
            raise NotADrawing
        if self._left_out or space != SVG or local not in ELEMENTS:
            self._left_out += 1
            return
        self._uses += local == "use"
        if self._uses > MOST_USES:
            raise NotADrawing
        head = f' xmlns="{SVG}"' if not self._open else ""
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        self.written.append(f"<{local}{head}{''.join(_attributes(pairs))}>")
        self._open.append(local)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self.written.append(f"</{self._open.pop()}>")

    def words(self, data: str) -> None:
        if self._left_out or not self._open:
            return
        if self._open[-1] == "style":
            data = "" if _reaches_out(data) else data
        self.written.append(escape(data))


def clean(data: bytes) -> bytes:
    """The same picture without anything that acts or reaches out; NotADrawing."""
    if len(data) > LARGEST:
        raise NotADrawing
    writer = _Writer()
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.buffer_size = LARGEST
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.words
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, UnicodeError, ValueError) as error:
        raise NotADrawing from error
    return "".join(writer.written).encode()


def size(data: bytes) -> tuple[int, int]:
    """Width and height as the drawing says them, in its own units; 0 when it does not."""
    head = data[:4000].decode(errors="replace").partition(">")[0]
    box = re.search(r"viewBox=\"[^\"\s]+\s+[^\"\s]+\s+([0-9.]{1,9})\s+([0-9.]{1,9})\"", head)
    sizes = box.groups() if box else [_said(head, "width"), _said(head, "height")]
    return _whole(sizes[0]), _whole(sizes[1])


def _said(head: str, name: str) -> str:
    found = re.search(rf"\s{name}=\"([0-9.]{{1,9}})(?:px)?\"", head)
    return found[1] if found else ""


def _whole(number: str) -> int:
    try:
        return round(float(number or 0))
    except ValueError:
        return 0


def _attributes(pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    for name, value in pairs:
        space, _, local = name.rpartition(SEPARATOR)
        if space not in ("", XLINK, XML) or local not in ATTRIBUTES:
            continue
        if local == "href":
            if OWN_PART.fullmatch(value):
                yield f" href={quoteattr(value)}"
        elif not _reaches_out(value):
            yield f" {'xml:' if space == XML else ''}{local}={quoteattr(value)}"


def _reaches_out(value: str) -> bool:
    return OUTWARD.search(NAMED_PART.sub("", value)) is not None


def _refuse(*_: object) -> None:
    raise NotADrawing
