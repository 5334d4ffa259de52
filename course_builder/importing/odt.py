"""An OpenDocument text, LibreOffice's own, as the same plain HTML that a Word document becomes."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from xml.etree.ElementTree import Element

from course_builder.content.problems import Problem
from course_builder.content.tree import Tree
from course_builder.importing.word_pictures import Pictures
from course_builder.importing.xml_tree import read_xml

CONTENT = "content.xml"
KIND = b"application/vnd.oasis.opendocument.text"
_SPACES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0}}"
    for name, rest in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
}  # fmt: skip
HREF = "{http://www.w3.org/1999/xlink}href"
TITLES = {"Title", "Titel", "Rubrik"}
QUOTES = {"Quotations", "Citat"}
SKIPPED = ("table-of-content", "tracked-changes", "sequence-decls", "annotation-end", "soft-page-break", "forms", "variable-decls")  # fmt: skip
MOST_REPEATED, LONGEST_REPEATED = 50, 200
"""Of cells that say they stand there many times over: how many, and how long in signs."""
GROUPS = ("table-header-rows", "table-rows", "table-row-group")


def _n(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _SPACES[prefix] + local


def html_of(tree: Tree, pictures: Pictures) -> str | None:
    """None when its text cannot be read."""
    blob = tree.get(CONTENT)
    if blob is None:
        return None
    with blob.open() as stream:
        root = read_xml(stream.read(), pictures.name)
    if isinstance(root, Problem):
        return None
    body = root.find(f"{_n('office:body')}/{_n('office:text')}")
    try:
        return None if body is None else "".join(_Writer(root, tree, pictures).inside(body))
    except RecursionError:  # nested deeper than any writer nests
        return None


def _rows(table: Element) -> Iterator[Element]:
    """Its own, not those of tables within it."""
    for child in table:
        if child.tag == _n("table:table-row"):
            yield child
        elif child.tag.endswith(GROUPS):
            yield from _rows(child)


class _Writer:
    def __init__(self, root: Element, tree: Tree, pictures: Pictures) -> None:
        self._tree, self._pictures = tree, pictures
        self._styles = {style.get(_n("style:name"), ""): style for style in root.iter(_n("style:style"))}
        self._ordered = {
            one.get(_n("style:name"), "")
            for one in root.iter(_n("text:list-style"))
            if one.find(_n("text:list-level-style-number")) is not None
        }
        self._notes: list[tuple[str, str]] = []

    def inside(self, body: Element) -> Iterator[str]:
        for child in body:
            yield self._block(child)
        if self._notes:
            yield "<ol>" + "".join(f'<li id="{name}">{text}</li>' for name, text in self._notes) + "</ol>"

    def _block(self, element: Element) -> str:
        tag = element.tag
        if tag == _n("text:h"):
            level = element.get(_n("text:outline-level"), "1")
            level = level if level in "123456" and len(level) == 1 else "6"
            return f"<h{level}>{self._line(element)}</h{level}>"
        if tag == _n("text:p"):
            return self._paragraph(element)
        if tag == _n("text:list"):
            kind = "ol" if element.get(_n("text:style-name"), "") in self._ordered else "ul"
            return f"<{kind}>{''.join(f'<li>{self._blocks(item)}</li>' for item in element)}</{kind}>"
        if tag == _n("table:table"):
            return f"<table>{''.join(f'<tr>{self._cells(row)}</tr>' for row in _rows(element))}</table>"
        return "" if tag.endswith(SKIPPED) else self._blocks(element)

    def _blocks(self, element: Element) -> str:
        return "".join(self._block(child) for child in element)

    def _paragraph(self, element: Element) -> str:
        names = set(self._names(element))
        text = self._line(element)
        if names & TITLES:
            return f'<h1 class="title">{text}</h1>'
        return f"<blockquote><p>{text}</p></blockquote>" if names & QUOTES else f"<p>{text}</p>"

    def _names(self, element: Element) -> Iterator[str]:
        """Its style and the one that this was made from."""
        name = element.get(_n("text:style-name"), "")
        yield name
        if name in self._styles:
            yield self._styles[name].get(_n("style:parent-style-name"), "")

    def _cells(self, row: Element) -> str:
        made = []
        for cell in row.findall(_n("table:table-cell")):
            span = cell.get(_n("table:number-columns-spanned"), "1")
            times = cell.get(_n("table:number-columns-repeated"), "1")
            text = self._blocks(cell)
            is_short = (
                len(text) < LONGEST_REPEATED and times.isascii() and times.isdecimal() and len(times) < 6
            )
            repeated = min(int(times), MOST_REPEATED) if is_short else 1
            made.append(f'<td colspan="{escape(span)}">{text}</td>' * repeated)
        return "".join(made)

    def _line(self, element: Element) -> str:
        made = [escape(element.text or "")]
        for child in element:
            made += [self._piece(child), escape(child.tail or "")]
        return "".join(made)

    def _piece(self, element: Element) -> str:
        write = self._pieces.get(element.tag)
        if write is not None:
            return write(self, element)
        return "" if element.tag.endswith(SKIPPED) else self._line(element)

    def _span(self, element: Element) -> str:
        style = self._styles.get(element.get(_n("text:style-name"), ""))
        look = style.find(_n("style:text-properties")) if style is not None else None
        text = self._line(element)
        if look is not None and look.get(_n("fo:font-style")) == "italic":
            text = f"<em>{text}</em>"
        return (
            f"<strong>{text}</strong>"
            if look is not None and look.get(_n("fo:font-weight")) == "bold"
            else text
        )

    def _link(self, element: Element) -> str:
        return f'<a href="{escape(element.get(HREF, ""))}">{self._line(element)}</a>'

    def _frame(self, element: Element) -> str:
        """A picture, or a box with text, or something that another program draws."""
        image = element.find(_n("draw:image"))
        if element.find(_n("draw:object")) is not None or image is None:
            box = element.find(_n("draw:text-box"))
            if box is None:
                self._pictures.dropped["drawing"] += 1
                return ""
            return f" {' '.join(self._line(part) for part in box)} "
        blob = self._tree.get(image.get(HREF, ""))
        if blob is None:
            self._pictures.dropped["picture"] += 1
            return ""
        with blob.open() as stream:
            path = self._pictures.add(stream.read(), image.get(HREF, "").rpartition(".")[2].lower())
        alt = element.findtext(_n("svg:desc")) or element.findtext(_n("svg:title")) or ""
        return f'<img src="{escape(path)}" alt="{escape(alt)}">'

    def _note(self, element: Element) -> str:
        kind = "endnote" if element.get(_n("text:note-class")) == "endnote" else "footnote"
        body = element.find(_n("text:note-body"))
        name = f"{kind}-{len(self._notes) + 1}"
        self._notes.append((name, self._blocks(body) if body is not None else ""))
        return f'<a href="#{name}">{name}</a>'

    def _comment(self, element: Element) -> str:
        self._pictures.dropped["comment"] += 1
        return ""

    _pieces: Mapping[str, Callable[["_Writer", Element], str]] = {
        _n("text:span"): _span, _n("text:a"): _link, _n("draw:frame"): _frame, _n("text:note"): _note,
        _n("text:s"): lambda self, element: " ", _n("text:tab"): lambda self, element: " ",
        _n("text:line-break"): lambda self, element: "<br>", _n("office:annotation"): _comment,
    }  # fmt: skip
