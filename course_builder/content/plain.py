"""Inline Markdown without its marks: for a script's data, an attribute, a portal's log."""

import re

LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(r"(`+)(.+?)\1")
STRESS = re.compile(r"(?<![\w\\*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
MARKS = re.compile(r"[\[*_`\\]")


def plain(text: str) -> str:
    """What a reader would hear."""
    text = " ".join(text.split())
    if not MARKS.search(text):
        return text
    text = CODE.sub(r"\2", LINK.sub(r"\1", text))
    return ESCAPE.sub(r"\1", STRESS.sub(r"\2", STRESS.sub(r"\2", text)))
