"""XML from elsewhere, without a DOCTYPE or anything else that fetches or multiplies; every element knows its line."""

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from course_builder.content.problems import Place, Problem
from course_builder.importing import told

LARGEST = 20_000_000
"""Bytes; exports hold their pictures."""
LINE = "{line}"
"""The attribute that the line is kept in; no name of XML can be so written."""


class _Lines(TreeBuilder):
    parser: Any = None

    def start(self, tag: Any, attrs: Any, /) -> Element:
        return super().start(tag, {**attrs, LINE: str(self.parser.parser.CurrentLineNumber)})


def read_xml(data: bytes, name: str) -> Element | Problem:
    if len(data) > LARGEST:
        return told.TOO_LARGE.at(Place(name), most=LARGEST // 1_000_000)
    builder = _Lines()
    parser = builder.parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException:
        return told.UNSAFE_XML.at(Place(name))
    except ParseError as error:
        return told.BROKEN_XML.at(Place(name, error.position[0]), line=error.position[0])
    except (ValueError, LookupError):  # an encoding that nobody knows
        return told.NOT_TEXT.at(Place(name))
    return root


def line_of(element: Element) -> int:
    return int(element.get(LINE, "1"))
