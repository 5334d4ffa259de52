"""Headings, tables and captions: the shape of a lesson's blocks."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

NOT_IN_ID = re.compile(r"[^\w]+")


def slug(text: str) -> str:
    return NOT_IN_ID.sub("-", text.lower()).strip("-")


class Shapes(Treeprocessor):
    """The first `#` heading is the part's own and stands in its head; the rest get ids."""

    def __init__(self, md: Markdown, anchor: Callable[[str], str], table: str) -> None:
        super().__init__(md)
        self.anchor, self.table = anchor, table

    def run(self, root: Element) -> None:
        first = next(iter(root), None)
        if first is not None and first.tag == "h1":
            root.remove(first)
        for place, element in enumerate(list(root)):
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                element.tag = {"h1": "h2", "h6": "h5"}.get(element.tag, element.tag)
                element.set("id", self.anchor(slug("".join(element.itertext()))))
            elif element.tag == "table":
                self._table(root, place, element)
            elif (
                element.tag == "p"
                and len(element) == 1
                and element[0].tag == "img"
                and element[0].get("title")
            ):
                self._figure(element)

    def _table(self, root: Element, place: int, table: Element) -> None:
        """A wide table scrolls in its own box, which the keyboard can reach."""
        box = Element("div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": self.table})
        root[place] = box
        box.append(table)
        for heading in table.iter("th"):
            heading.set("scope", "col")

    @staticmethod
    def _figure(paragraph: Element) -> None:
        """A picture with a title has it as its caption."""
        paragraph.tag = "figure"
        SubElement(paragraph, "figcaption").text = paragraph[0].attrib.pop("title")
