"""`/// note | Heading` ... `///`: a box beside the text. Blue explains, sun asks for something."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

OPEN = re.compile(r"(?:^|\n)/{3,} *(?P<kind>note|important) *(?:\| *(?P<heading>[^\n]*?))? *(?:\n|$)")
CLOSE = re.compile(r"(?:^|\n)/{3,} *(?:\n|$)")
LOOKS = {"note": ("note", "icon-info"), "important": ("note sun", "icon-triangle-alert")}


class Callout(BlockProcessor):
    """Boxes hold no boxes: what looks like one inside another stays text."""

    inside = False

    def test(self, parent: Element, block: str) -> bool:
        return not self.inside and OPEN.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        opening = OPEN.search(block)
        if opening is None:
            return
        if block[: opening.start()].strip():
            self.parser.parseBlocks(parent, [block[: opening.start()]])
        classes, sign = LOOKS[opening["kind"]]
        box = SubElement(parent, "div", {"class": classes})
        SubElement(box, "i", {"class": sign})
        body = SubElement(box, "div", {"class": "stack tight"})
        if opening["heading"]:
            SubElement(SubElement(body, "p"), "strong").text = opening["heading"]
        self.inside = True
        self.parser.parseBlocks(body, self._inside(block[opening.end() :], blocks))
        self.inside = False

    @staticmethod
    def _inside(rest: str, blocks: list[str]) -> list[str]:
        """The blocks up to the closing line; what follows it goes back to the queue."""
        inside = []
        while True:
            closing = CLOSE.search(rest)
            inside.append(rest[: closing.start()] if closing else rest)
            if closing and rest[closing.end() :].strip():
                blocks.insert(0, rest[closing.end() :])
            if closing or not blocks:
                return inside
            rest = blocks.pop(0)
