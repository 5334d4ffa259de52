"""HTML from elsewhere as a tree of known elements. What we have no use for is counted, so that it can be told."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "blockquote", "pre", "hr", "dl", "dt", "dd"}
)  # fmt: skip
KNOWN = BLOCKS | {
    "a", "b", "strong", "i", "em", "code", "br", "sup", "sub", "img", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    "span", "u", "s", "del", "figure", "figcaption",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "id"}, "img": {"src", "alt"}, "li": {"id"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"},
    "h1": {"class"},
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel", "data"}
LINKS = ("http://", "https://", "mailto:", "tel:", "#")
SILENT = {"script", "style", "title", "head", "noscript", "template"}
DROPPED = {
    "iframe": "film", "video": "film", "audio": "film", "object": "film", "embed": "film",
    "form": "form", "input": "form", "select": "form", "textarea": "form", "button": "form",
    "svg": "drawing", "math": "formula", "script": "script",
}  # fmt: skip
"""What is told when it is left out, by its element."""
DEEPEST = 60
VOID = {"br", "img", "hr"}


@dataclass
class Node:
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def nodes(self) -> Iterator["Node"]:
        return (child for child in self.children if isinstance(child, Node))

    def all(self, *tags: str) -> Iterator["Node"]:
        """Every such element below, outermost first; not those within one of them."""
        for child in self.nodes():
            if child.tag in tags:
                yield child
            else:
                yield from child.all(*tags)

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def tree(html: str, dropped: Counter[str]) -> Node:
    """The elements we know, well nested, at most `DEEPEST` deep; deeper ones are only their text."""
    _Watch(dropped).feed(html)
    safe = nh3.clean(
        html, tags=KNOWN, attributes=ATTRIBUTES, url_schemes=SCHEMES, clean_content_tags=SILENT, link_rel=None
    )
    reader = _Reader()
    reader.feed(safe)
    reader.close()
    return reader.root


class _Watch(HTMLParser):
    def __init__(self, dropped: Counter[str]) -> None:
        super().__init__()
        self.dropped = dropped

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self.dropped[DROPPED[tag]] += 1
        href = next((value for name, value in attrs if name == "href" and value), "#") if tag == "a" else "#"
        self.dropped["link"] += not href.lower().startswith(LINKS)


class _Reader(HTMLParser):
    """Reads what the sanitiser wrote, which is always well formed."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        if len(self.open) < DEEPEST:
            self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node if len(self.open) < DEEPEST else self.open[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
