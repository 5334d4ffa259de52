"""The blocks of a lesson as Markdown, of texts that are Markdown already."""

import re
from collections.abc import Sequence

INDENT = "    "
LISTED = re.compile(r"(?:- |\d+\. )")
BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def heading(text: str) -> str:
    """Without stress on the whole of it; a sign at its end would be taken as part of the mark."""
    whole = text.startswith("**") and text.endswith("**") and text.count("**") == 2
    text = text[2:-2] if whole else text
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def note(name: str, text: str) -> str:
    return f"[^{name}]: {text}"


def tight(blocks: Sequence[str]) -> str:
    """An item's own line, then what stands below it; a blank line only between paragraphs."""
    made = blocks[0]
    for block in blocks[1:]:
        made += ("\n" if LISTED.match(block) else "\n\n") + block
    return made


def table(cells: Sequence[Sequence[str]]) -> str:
    """The first row is the heading; short rows get empty cells."""
    width = max(len(row) for row in cells)
    first, *rest = [_row([*row, *[""] * (width - len(row))]) for row in cells]
    return "\n".join([first, _row(["---"] * width), *rest])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return BAR.sub(r"\1\\|", text.replace("\n", " "))
