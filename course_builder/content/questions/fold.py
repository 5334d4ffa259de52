"""When two written answers are the same: case, space, dashes and Unicode forms do not count.

The browser's `answer/fold.js` does the same; `tests/marking.json` holds both to it.
"""

import re
import unicodedata

SPACES = re.compile("[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+")
DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63]")
QUOTES = re.compile("[\u2018\u2019\u02bc\u00b4`]")


def fold(text: str) -> str:
    """The text as it is compared."""
    text = unicodedata.normalize("NFKC", DASHES.sub("-", QUOTES.sub("'", text)))
    return SPACES.sub(" ", unicodedata.normalize("NFKC", text.lower())).strip(" ")


def same(answer: object, accepted: tuple[str, ...] | list[str]) -> bool:
    """True when the answer is one of the accepted texts."""
    given = fold(answer) if isinstance(answer, str) else ""
    return given != "" and given in {fold(text) for text in accepted}


def share(part: float, whole: float) -> float:
    """A mark: rounded to four decimals, half upwards, as JavaScript's Math.round does."""
    return int(part / whole * 10_000 + 0.5) / 10_000 if whole else 0.0
