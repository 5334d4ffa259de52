"""Names as they are kept, ordered and looked for."""

import re
from unicodedata import category, normalize

_SWEDISH_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
"""After z, in this order."""
_WORD = re.compile(r"[^\W_]+")
LONGEST_KEY = 200


def tidy(text: str) -> str:
    """One line, without control and invisible signs or doubled spaces, composed so that å is one character."""
    kept = text if text.isprintable() else "".join(_kept(sign) for sign in text)
    return " ".join(normalize("NFC", kept).split())


def _kept(sign: str) -> str:
    kind = category(sign)
    if kind == "Cf":  # soft hyphens, marks of direction
        return ""
    return " " if kind in {"Cc", "Cs", "Zl", "Zp"} else sign


def folded(text: str) -> str:
    """The same for Åsa, ÅSA and å written as two characters; é is e, but å ä ö stay themselves."""
    if text.isascii():
        return text.lower()
    signs = (
        sign if sign in "åäö" else normalize("NFKD", sign)[:1] for sign in normalize("NFC", text).lower()
    )
    return "".join(signs)


def sort_key(name: str) -> str:
    return folded(name).translate(_SWEDISH_LAST)[:LONGEST_KEY]


def words(text: str) -> tuple[str, ...]:
    """What can be looked for in a name or an address, once each."""
    return tuple(dict.fromkeys(word[:LONGEST_KEY] for word in _WORD.findall(folded(text))))
