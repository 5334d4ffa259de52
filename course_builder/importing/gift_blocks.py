"""A GIFT file cut into questions: comments away, a blank line between them, and signs that are only signs set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SPECIAL = "~=#{}:n\\"
"""What a backslash can stand before."""
APART = 0xE000
"""Where escaped signs wait until the others have been understood; nobody else may use these code points."""
PRIVATE = re.compile("[\ue000-\uf8ff]")
ESCAPE = re.compile(r"\\([~=#{}:n\\])")
CATEGORY = "$category:"


@dataclass(frozen=True)
class Block:
    """`line` is its first in the file, counted from 1; `category` the last one named before it."""

    text: str
    line: int
    category: str


def set_apart(text: str) -> str:
    return ESCAPE.sub(lambda sign: chr(APART + SPECIAL.index(sign[1])), PRIVATE.sub("", text))


def put_back(text: str) -> str:
    return PRIVATE.sub(lambda sign: SPECIAL[ord(sign[0]) - APART].replace("n", "\n"), text)


def blocks(text: str) -> Iterator[Block]:
    """A blank line within braces does not end a question, unless the next one begins before the braces end."""
    held: list[str] = []
    first, category, is_open = 1, "", False
    lines = set_apart(text).split("\n")
    closes = _closes(lines)
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("//"):
            continue
        if line.strip().lower().startswith(CATEGORY):
            category = put_back(line.strip()[len(CATEGORY) :]).strip()
            continue
        if line.strip():
            first = first if held else number
            held.append(line)
            is_open = line.rfind("{") > line.rfind("}") if "{" in line or "}" in line else is_open
        elif held and not (is_open and closes[number - 1]):
            yield Block("\n".join(held), first, category)
            held, is_open = [], False
    if held:
        yield Block("\n".join(held), first, category)


def _closes(lines: list[str]) -> list[bool]:
    """For each line: whether the first brace after it closes."""
    found, answer = [], False
    for line in reversed(lines):
        found.append(answer)
        places = [at for at in (line.find("{"), line.find("}")) if at >= 0]
        if line.lstrip().startswith("::"):
            answer = False
        elif places:
            answer = line[min(places)] == "}"
    return found[::-1]
