"""Moodle XML: the question bank of a Moodle, with everything that its kinds have in common with ours."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from course_builder.content.problems import Place, Problem
from course_builder.importing import told
from course_builder.importing.asking import Asking, collected, taken
from course_builder.importing.imported import Imported, TakenQuestion, nothing
from course_builder.importing.moodle_question import Reader, said
from course_builder.importing.xml_tree import line_of, read_xml


def read_moodle_xml(data: bytes, name: str) -> Imported:
    root = read_xml(data, name)
    if isinstance(root, Problem):
        return nothing(root)
    if root.tag != "quiz":
        return nothing(told.NO_MOODLE.at(Place(name)))
    return collected(_questions(root, name), name)


def _questions(root: Element, name: str) -> Iterator[TakenQuestion | Problem]:
    category = ""
    for element in root.findall("question"):
        if element.get("type") == "category":
            category = said(element, "category/text").rstrip("/").rpartition("/")[2]
        else:
            yield _question(element, name, category)


def _question(element: Element, name: str, category: str) -> TakenQuestion | Problem:
    asking = Asking(Place(name, line_of(element)), said(element, "name/text"))
    asking.tags = [*(said(tag, "text") for tag in element.findall("tags/tag")), category]
    asking.tags = [tag for tag in asking.tags if tag and tag != "top"]
    return taken(asking, lambda asking: Reader(element, asking).made())
