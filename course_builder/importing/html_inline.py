"""A question's text, as other programs keep it in HTML, as our inline Markdown."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from course_builder.importing.html_tree import BLOCKS, LINKS, Node, tree
from course_builder.importing.inline_runs import BREAK, Run, written

Special = Callable[[Node, Run], Run | None]
"""What an element becomes in a place that has more than a question has; None: the same as there."""
STRONG, EM = {"b", "strong"}, {"i", "em"}


def inline(html: str, dropped: Counter[str]) -> str:
    """One line; paragraphs and list items follow each other, pictures and films are counted and left out."""
    return written(list(runs(tree(html, dropped), Run(""), dropped))).removesuffix(";")


def runs(
    node: Node, look: Run, dropped: Counter[str], special: Special = lambda node, look: None
) -> Iterator[Run]:
    """The texts below an element; `look` is what the elements around make of them."""
    for child in node.children:
        if isinstance(child, str):
            yield replace(look, text=child.replace(BREAK, " "))
        elif (made := special(child, look)) is not None:
            yield made
        elif child.tag == "br":
            yield replace(look, text=BREAK)
        elif child.tag == "img":
            dropped["picture"] += 1
        else:
            yield from _element(child, look, dropped, special)


def _element(node: Node, look: Run, dropped: Counter[str], special: Special) -> Iterator[Run]:
    apart = node.tag in BLOCKS or node.tag in ("td", "th", "tr", "caption", "figcaption")
    if node.tag == "table":
        dropped["table"] += 1
    if apart:
        yield Run(" ")
    yield from runs(node, _look(node, look), dropped, special)
    if node.tag == "li":
        yield Run(";")
    if apart:
        yield Run(" ")


def _look(node: Node, look: Run) -> Run:
    if node.tag in STRONG:
        return replace(look, bold=True)
    if node.tag in EM:
        return replace(look, italic=True)
    if node.tag == "code":
        return replace(look, code=True)
    href = node.attributes.get("href", "")
    return replace(look, href=href) if href.lower().startswith(LINKS) and href[0] != "#" else look
