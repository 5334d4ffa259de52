"""Inline Markdown without its marks: for a script's data, an attribute, a portal's log."""

import re

from course_builder.content.links import LINK

CODE = re.compile(r"(?<![`\\])`(?!`)([^`]+)`(?!`)|(?<![`\\])``(?!`)((?:[^`]|`(?!`))+)``(?!`)")
STARS = re.compile(r"(?<![\w\\*])(\*{1,3})(?=[^\s*])((?:[^*\\]|\\.)+)(?<=\S)\1(?![\w*])")
LINES = re.compile(r"(?<![\w\\_])(_{1,3})(?=[^\s_])((?:[^_\\]|\\.)+)(?<=\S)\1(?![\w_])")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")
MARKS = re.compile(r"[\[*_`\\]")


def plain(text: str) -> str:
    """What a reader would hear."""
    text = " ".join(text.split())
    if not MARKS.search(text):
        return text
    text = CODE.sub(lambda code: code[1] or code[2], LINK.sub(r"\g<label>", text))
    for _ in range(2):  # one kind of stress may stand within another
        text = LINES.sub(r"\2", STARS.sub(r"\2", text))
    return ESCAPE.sub(r"\1", text)
