"""HTML as the Markdown of a lesson: headings, paragraphs, lists, tables, quotes, links and described pictures."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from course_builder.importing.html_inline import runs
from course_builder.importing.html_tree import BLOCKS, Node, tree
from course_builder.importing.inline_runs import Run, written
from course_builder.importing.markdown_blocks import INDENT, heading, note, table, tight
from course_builder.importing.markdown_text import as_paragraph

HARD_BREAK = "  \n"
NOTE = re.compile(r"#(?P<kind>foot|end)note-(?P<name>[\w-]{1,30})")
BACK = re.compile(r"#(?:foot|end)note-ref-")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
INSIDE = {"div", "figure", "figcaption", "dl", "dt", "dd", ""}

Kind = Literal["title", "heading", "text", "table", "note"]
Picture = Callable[[str, str], str]
"""From a picture's address and description to its Markdown; nothing when it cannot come along."""


@dataclass(frozen=True)
class Piece:
    """`number` counts the blocks of the page from 1, so that a person can be told where something was."""

    kind: Kind
    text: str
    number: int
    level: int = 0
    cells: Sequence[Sequence[str]] = ()
    name: str = ""
    """Of a note."""
    bold: bool = False


@dataclass
class Writer:
    """Writes the pieces of one page; `dropped` counts what did not come along."""

    dropped: Counter[str]
    picture: Picture | None = None
    number: int = 0
    _inline: list[Node | str] = field(default_factory=list)

    def pieces(self, node: Node) -> Iterator[Piece]:
        """Text that stands beside blocks is a paragraph of its own."""
        for child in node.children:
            if isinstance(child, str) or (child.tag not in BLOCKS and child.tag not in INSIDE):
                self._inline.append(child)
                continue
            yield from self._loose()
            yield from self._block(child)
        yield from self._loose()

    def _loose(self) -> Iterator[Piece]:
        node, self._inline = Node("p", children=self._inline), []
        yield from self._paragraph(node)

    def _block(self, node: Node) -> Iterator[Piece]:
        if node.tag in INSIDE:
            return self.pieces(node)
        if node.tag in HEADINGS:
            return self._headed(node)
        if node.tag in ("ul", "ol"):
            return self._list(node)
        special = {"table": self._table, "blockquote": self._quote, "pre": self._code, "hr": self._rule}
        return special.get(node.tag, self._paragraph)(node)

    def _headed(self, node: Node) -> Iterator[Piece]:
        text = self.line(node)
        kind: Kind = "title" if node.attributes.get("class") == "title" else "heading"
        if text:
            yield self._piece(kind, heading(text), level=HEADINGS[node.tag])

    def _quote(self, node: Node) -> Iterator[Piece]:
        text = "\n\n".join(piece.text for piece in self.pieces(node))
        if text:
            yield self._piece("text", "\n".join(f"> {line}".rstrip() for line in text.split("\n")))

    def _code(self, node: Node) -> Iterator[Piece]:
        lines = node.text().strip("\n").split("\n")
        if any(line.strip() for line in lines):
            yield self._piece("text", "\n".join(INDENT + line for line in lines))

    def _rule(self, node: Node) -> Iterator[Piece]:
        """A line across the page parts nothing that a heading would not part better."""
        yield from ()

    def _paragraph(self, node: Node) -> Iterator[Piece]:
        found = self._runs(node)
        text = as_paragraph(written(found, HARD_BREAK))
        if text:
            said = [run for run in found if run.text.strip()]
            yield self._piece("text", text, bold=all(run.bold and not run.raw for run in said))

    def line(self, node: Node) -> str:
        return written(self._runs(node))

    def _runs(self, node: Node) -> list[Run]:
        return list(runs(node, Run(""), self.dropped, self._special))

    def _special(self, node: Node, look: Run) -> Run | None:
        if node.tag == "img" and self.picture is not None:
            made = self.picture(node.attributes.get("src", ""), node.attributes.get("alt", ""))
            return Run(made, raw=True) if made else None
        href = node.attributes.get("href", "")
        if BACK.match(href):
            return Run("")
        note = NOTE.fullmatch(href)
        return Run(f"[^{note_name(note)}]", raw=True) if note else None

    def _list(self, node: Node) -> Iterator[Piece]:
        items = [child for child in node.nodes() if child.tag == "li"]
        notes = [NOTE.fullmatch("#" + item.attributes.get("id", "")) for item in items]
        if items and all(notes):
            for item, note in zip(items, notes, strict=True):
                text = " ".join(piece.text for piece in self.pieces(item)).replace(HARD_BREAK, " ")
                if text and note:
                    yield self._piece("note", text, name=note_name(note))
            return
        text = "\n".join(self._items(node))
        if text:
            yield self._piece("text", text)

    def _items(self, node: Node) -> Iterator[str]:
        """Lines of a list; what belongs to an item stands four blanks in."""
        number = 0
        for item in node.nodes():
            blocks = [piece.text for piece in self.pieces(item)]
            if item.tag in ("ul", "ol"):  # some programs write a list within a list beside its item
                yield from (INDENT + line for line in self._items(item))
            elif blocks:
                number += 1
                mark = f"{number}. " if node.tag == "ol" else "- "
                first, *rest = tight(blocks).split("\n")
                yield mark + first
                yield from (INDENT + line if line else "" for line in rest)

    def _table(self, node: Node) -> Iterator[Piece]:
        rows = [[cell for cell in row.nodes() if cell.tag in ("td", "th")] for row in node.all("tr")]
        rows = [row for row in rows if row]
        if len(rows) == 1 and len(rows[0]) == 1:  # a box around text
            yield from self.pieces(rows[0][0])
            return
        self.dropped["merged"] += any(_merged(cell) for row in rows for cell in row)
        cells = [[self.line(cell) for cell in row] for row in rows]
        cells = [row for row in cells if any(row)]
        if cells:
            yield self._piece("table", table(cells), cells=cells)

    def _piece(
        self, kind: Kind, text: str, level: int = 0,
        cells: Sequence[Sequence[str]] = (), name: str = "", bold: bool = False,
    ) -> Piece:  # fmt: skip
        self.number += 1
        return Piece(kind, text, self.number, level, cells, name, bold)


def pieces(html: str, dropped: Counter[str], picture: Picture | None = None) -> list[Piece]:
    return list(Writer(dropped, picture).pieces(tree(html, dropped)))


def note_name(match: re.Match[str]) -> str:
    return match["name"] if match["kind"] == "foot" else f"s{match['name']}"


def _merged(cell: Node) -> bool:
    return any(cell.attributes.get(name, "1") not in ("", "1") for name in ("colspan", "rowspan"))


def markdown(html: str, dropped: Counter[str]) -> str:
    """For what is pasted into a lesson: everything in one text, headings as deep as they were, pictures counted."""
    found = pieces(html, dropped)
    made = [
        f"{'#' * piece.level} {piece.text}" if piece.level else piece.text
        for piece in found
        if piece.kind != "note"
    ]
    made += [note(piece.name, piece.text) for piece in found if piece.kind == "note"]
    return "\n\n".join(made) + "\n" * bool(made)
