"""The title of a text file, found without reading the rest: an outline of a thousand lessons shows a thousand titles."""

import re

from course_builder.content.yamltext import NodeMap, parse

FRONT = re.compile(r"\A---[ \t]*\n(?P<head>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
NAMED = re.compile(r"^title:[ \t]*(?P<value>\S.*)$", re.MULTILINE)
HEADING = re.compile(r"^#[ \t]+(?P<value>[^\r\n]*)", re.MULTILINE)
"""Signs that close it are part of the value."""


def title_of(path: str, text: str) -> str:
    """Of a lesson, a shared set or a course; empty when it says none."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not path.endswith(".md"):
        return _named(text)
    front = FRONT.match(text)
    named = _named(front["head"]) if front else ""
    heading = HEADING.search(text, front.end() if front else 0)
    return named or (heading["value"].rstrip(" \t#") if heading else "")


def _named(text: str) -> str:
    line = NAMED.search(text)
    if line is None:
        return ""
    if line["value"][0] not in "\"'>|" and " #" not in line["value"]:
        return line["value"].strip()
    value = parse(_with_what_follows(text, line.start()), "").value
    title = value.get("title") if isinstance(value, NodeMap) else None
    return " ".join(title.split()) if isinstance(title, str) else ""


def _with_what_follows(text: str, start: int) -> str:
    """A quoted or folded title may run over several lines, each of them indented."""
    first, *rest = text[start:].split("\n")
    more = []
    for line in rest:
        if line.strip() and not line.startswith((" ", "\t")):
            break
        more.append(line)
    return "\n".join([first, *more])
