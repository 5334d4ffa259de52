"""XML as text: the few manifests we write need no parser, and a parser is slow to import."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Element:
    """An element holds either text or elements, never both."""

    name: str
    attributes: Mapping[str, str]
    content: "str | tuple[Element, ...]"


def element(name: str, *content: "Element | str", **attributes: str) -> Element:
    """`adlcp_scormtype="sco"` becomes `adlcp:scormtype="sco"`."""
    named = {key.replace("_", ":"): value for key, value in attributes.items()}
    texts = [piece for piece in content if isinstance(piece, str)]
    if texts:
        return Element(name, named, "".join(texts))
    return Element(name, named, tuple(piece for piece in content if isinstance(piece, Element)))


def document(root: Element) -> bytes:
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', *_lines(root, ""))
    return ("\n".join(lines) + "\n").encode()


def _lines(part: Element, indent: str) -> Iterator[str]:
    head = part.name + "".join(f' {name}="{_text(value)}"' for name, value in part.attributes.items())
    if not part.content:
        yield f"{indent}<{head}/>"
    elif isinstance(part.content, str):
        yield f"{indent}<{head}>{_text(part.content)}</{part.name}>"
    else:
        yield f"{indent}<{head}>"
        for child in part.content:
            yield from _lines(child, indent + "  ")
        yield f"{indent}</{part.name}>"


def _text(value: str) -> str:
    """On one line, as a title stands in a portal's list. No entity is a number: Moodle shows `&#x27;` as it stands."""
    line = " ".join(NOT_IN_XML.sub("", value).split())
    return escape(line, quote=False).replace('"', "&quot;")
