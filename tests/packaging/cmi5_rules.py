"""What the cmi5 specification (Quartz) asks of a package, one rule a line, with the section that says so."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from lxml import etree

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
NS = {"c": NAMESPACE}
MOVE_ON = {"Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"}
LAUNCH_METHODS = {"AnyWindow", "OwnWindow"}
LAUNCH_PARAMETERS = {"endpoint", "fetch", "actor", "registration", "activityId"}
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
DECIMAL = re.compile(r"-?\d+(\.\d+)?")
COURSE_CHILDREN = ["title", "description"]
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
AU_CHILDREN = ["title", "description", "objectives", "url", "launchParameters", "entitlementKey"]

UNITS = "units"

Root = etree._Element
Files = set[str]


def _all(root: Root, path: str) -> list[etree._Element]:
    return root.xpath(path, namespaces=NS)


def _texts(root: Root, path: str) -> list[str]:
    return [element.text or "" for element in _all(root, path)]


def _values(root: Root, path: str) -> list[str]:
    return [str(value) for value in _all(root, path)]


def _children(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def _in_order(names: list[str], allowed: list[str]) -> bool:
    return [name for name in allowed if name in names] == names


def absolute_iri(value: str) -> bool:
    scheme = value.partition(":")[0]
    return bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", value)) and len(scheme) > 1


def _score(value: str) -> bool:
    return bool(DECIMAL.fullmatch(value)) and 0 <= float(value) <= 1


RULES: Mapping[str, Callable[[Root, Files], bool]] = {
    "14.1 the zip holds cmi5.xml at its root": lambda root, files: "cmi5.xml" in files,
    "13.2 the root element is courseStructure in the cmi5 namespace": lambda root, files: (
        root.tag == f"{{{NAMESPACE}}}courseStructure"
    ),
    "13.1 nothing in the course structure is of a foreign name": lambda root, files: all(
        etree.QName(element).namespace == NAMESPACE for element in root.iter()
    ),
    "13.1 course, objectives, then units and blocks": lambda root, files: _in_order(
        list(dict.fromkeys(UNITS if name in ("au", "block") else name for name in _children(root))),
        ["course", "objectives", UNITS],
    ),
    "13.1.1 one course stands first, with title and description": lambda root, files: (
        _children(root)[0] == "course"
        and _children(root).count("course") == 1
        and [_children(course) for course in _all(root, "c:course")] == [COURSE_CHILDREN]
    ),
    "13.1.1 the course id is an absolute IRI": lambda root, files: all(
        map(absolute_iri, [root[0].get("id") or ""])
    ),
    "13.1.4 there is at least one assignable unit": lambda root, files: len(_all(root, ".//c:au")) >= 1,
    "13.1.4 every assignable unit has its parts in order": lambda root, files: all(
        _in_order(_children(unit), AU_CHILDREN) and {"title", "description", "url"} <= set(_children(unit))
        for unit in _all(root, ".//c:au")
    ),
    "13.1.4 every id of an assignable unit is an absolute IRI": lambda root, files: all(
        absolute_iri(unit.get("id") or "") for unit in _all(root, ".//c:au")
    ),
    "13.1.4 no id is used twice": lambda root, files: (
        len(set(_values(root, "//@id"))) == len(_values(root, "//@id"))
    ),
    "13.1.4 moveOn is said, and is one of five words": lambda root, files: all(
        unit.get("moveOn") in MOVE_ON for unit in _all(root, ".//c:au")
    ),
    "13.1.4 a masteryScore is a decimal from 0 to 1": lambda root, files: all(
        map(_score, _values(root, ".//c:au/@masteryScore"))
    ),
    "13.1.4 launchMethod is one of two words": lambda root, files: (
        set(_values(root, ".//c:au/@launchMethod")) <= LAUNCH_METHODS
    ),
    "13.1.4 only known attributes": lambda root, files: (
        {str(name) for unit in _all(root, ".//c:au") for name in unit.attrib}
        <= {"id", "moveOn", "masteryScore", "launchMethod", "activityType"}
    ),
    "13.1.4 every relative url is a file of the zip": lambda root, files: all(
        urlsplit(url).scheme or urlsplit(url).path in files for url in _texts(root, ".//c:au/c:url")
    ),
    "13.1.4 every url is relative here, or carries a host": lambda root, files: all(
        not urlsplit(url).scheme or urlsplit(url).netloc for url in _texts(root, ".//c:au/c:url")
    ),
    "8.1 no url uses a name of the launch parameters": lambda root, files: (
        not any(
            name in urlsplit(url).query for url in _texts(root, ".//c:au/c:url") for name in LAUNCH_PARAMETERS
        )
    ),
    "13.1.4 every text is in a language and not empty": lambda root, files: all(
        LANGUAGE.fullmatch(text.get("lang") or "") and (text.text or "").strip()
        for text in _all(root, ".//c:langstring")
    ),
    "13.1.4 every title and description has a text": lambda root, files: all(
        _children(words) and set(_children(words)) == {"langstring"}
        for words in _all(root, ".//c:title | .//c:description")
    ),
}

RAW_RULES: Mapping[str, Callable[[bytes], bool]] = {
    "13.2 it begins with its encoding, and with no other sign": lambda raw: raw.startswith(DECLARATION),
    "13.2 it declares no types and no entities": lambda raw: b"<!" not in raw,
    "13.2 it is what it says: UTF-8, and no sign that XML forbids": lambda raw: (
        not re.search(r"[^\t\n\r\x20-\ud7ff\ue000-\U0010ffff]", raw.decode())
    ),
}


def broken(structure: bytes, files: Files) -> list[str]:
    """The rules that a course structure breaks."""
    found = [rule for rule, holds in RAW_RULES.items() if not holds(structure)]
    root = etree.fromstring(structure, etree.XMLParser(no_network=True))
    return found + [rule for rule, holds in RULES.items() if not holds(root, files)]
