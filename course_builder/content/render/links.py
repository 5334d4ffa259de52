"""Links and pictures of the source, as the page has them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from course_builder.content.media import Media

DECORATIVE = "-"
OUTSIDE = ("https:", "http:")


class Cited(NamedTuple):
    """Where a citation leads, what it is called, and its own id when it is the first of its kind in its place."""

    href: str
    name: str
    first_id: str | None


@dataclass
class Sources:
    """What links and pictures of the text being rendered lead to."""

    cite: Callable[[str], Cited | None]
    new_tab: str
    anchor: Callable[[str], str]
    media: Mapping[str, Media] = field(default_factory=dict)


class Links(Treeprocessor):
    """After the inline patterns: `law:` and `crc:` lead to their cards, media to their files, others out."""

    def __init__(self, md: Markdown, sources: Sources) -> None:
        super().__init__(md)
        self.sources = sources

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)

    def _link(self, link: Element) -> None:
        href = link.get("href", "")
        scheme = href.partition(":")[0]
        if scheme in ("law", "crc"):
            cited = self.sources.cite(href)
            if cited is None:
                del link.attrib["href"]
                return
            link.set("class", scheme)
            link.set("href", cited.href)
            if "".join(link.itertext()).lower() != cited.name.lower():
                link.set("data-ref", cited.name)  # what paper spells out
            if cited.first_id:
                link.set("id", cited.first_id)
        elif href.startswith(OUTSIDE):
            link.set("target", "_blank")
            link.set("rel", "noopener noreferrer")
            link.set("class", "out")
            SubElement(link, "span", {"class": "vh"}).text = f" ({self.sources.new_tab})"
        elif href.startswith("#") and not link.get("class"):
            link.set("href", "#" + self.sources.anchor(href[1:]))

    def _picture(self, picture: Element) -> None:
        media = self.sources.media.get(picture.get("src", ""))
        if media:
            picture.set("src", media.url)
        else:
            del picture.attrib["src"]
        if picture.get("alt") == DECORATIVE:
            picture.set("alt", "")
        picture.set("class", "picture")
        picture.set("loading", "lazy")
