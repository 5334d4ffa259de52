"""The words of one cue: from whatever a caption file holds to plain text and `<i>`.

A cleaned text is at once a WebVTT payload and a safe piece of HTML: `&`, `<` and `>` are escaped, `<i>` opens
and closes on its own line, and nothing else is left.
"""

import re
import unicodedata
from html import escape, unescape
from itertools import groupby
from operator import itemgetter

UNREADABLE = ("Cc", "Cs")
Letter = tuple[str, bool]
"""A character, and whether it is in italics."""

_TAG = re.compile(r"<(?=[a-zA-Z/0-9])([^<>]*)>|\{\\[^{}]*\}")
_VOICE = re.compile(r"v(?:\.[^\s]*)?\s+(.*)", re.DOTALL)


def clean(text: str) -> str:
    """The text with its tags gone, except italics, and its speakers spelled out (`Anna: Hej`)."""
    lines = (_trim(line) for line in _lines(_letters(text)))
    return "\n".join(_written(line) for line in lines if line)


def plain(text: str) -> str:
    """A cleaned text as a person reads it, without italics."""
    return unescape(text.replace("<i>", "").replace("</i>", ""))


def _letters(text: str) -> list[Letter]:
    letters: list[Letter] = []
    italic, end = False, 0
    for tag in _TAG.finditer(text):
        letters += _readable(text[end : tag.start()], italic)
        end = tag.end()
        name = (tag[1] or "").strip()
        if name in ("i", "/i") or name.startswith("i."):
            italic = name != "/i"
        elif voice := _VOICE.fullmatch(name):
            letters += _speaker(voice[1], starts_line=not letters or letters[-1][0] == "\n")
    return letters + _readable(text[end:], italic)


def _speaker(name: str, *, starts_line: bool) -> list[Letter]:
    said = " ".join(unescape(name).split())
    return _readable(f"{'' if starts_line else chr(10)}{said}: ", italic=False) if said else []


def _readable(text: str, italic: bool) -> list[Letter]:
    """Entities read, control characters and halves of characters gone."""
    shown = unescape(text).replace("\t", " ")
    return [(sign, italic) for sign in shown if sign == "\n" or unicodedata.category(sign) not in UNREADABLE]


def _lines(letters: list[Letter]) -> list[list[Letter]]:
    lines: list[list[Letter]] = [[]]
    for letter in letters:
        if letter[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(letter)
    return lines


def _trim(line: list[Letter]) -> list[Letter]:
    shown = [place for place, (sign, _) in enumerate(line) if not sign.isspace()]
    return line[shown[0] : shown[-1] + 1] if shown else []


def _written(line: list[Letter]) -> str:
    written = ""
    for italic, run in groupby(line, key=itemgetter(1)):
        words = escape("".join(sign for sign, _ in run), quote=False)
        written += f"<i>{words}</i>" if italic else words
    return written
