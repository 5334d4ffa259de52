"""A page of operations as what is to be done: lines to run and files to write, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLOCK = re.compile(r"^```([\w-]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PATH = re.compile(r"`(/[^`]+)`")


@dataclass(frozen=True)
class Run:
    lines: str


@dataclass(frozen=True)
class Write:
    path: str
    content: str


def steps(page: str) -> Iterator[Run | Write]:
    """A block of `sh` is run. Any other belongs to the last path named before it; `text` is only to be read."""
    end = 0
    for block in BLOCK.finditer(page):
        before, end = page[end : block.start()], block.end()
        kind, content = block[1], block[2]
        if kind == "sh":
            yield Run(content)
        elif kind != "text":
            yield Write(PATH.findall(before)[-1], content)
