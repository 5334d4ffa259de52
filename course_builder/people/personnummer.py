"""Recognising a personnummer in any text, so that it can be refused. None is ever stored."""

import re
from datetime import date
from unicodedata import normalize

SAMORDNING = 60
"""Added to the day in a samordningsnummer, which is refused alike."""

_CANDIDATE = re.compile(r"(?<![0-9])(1[89]|20)?(\d\d)(\d\d)(\d\d)([ +-]{0,3})(\d{4})(?![0-9])", re.ASCII)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad"), "-") | {ord("\t"): " "}
_DOUBLED = str.maketrans("0123456789", "0246813579")
"""A digit as Luhn counts it: doubled, and the digits of that summed."""


def looks_like(text: str) -> bool:
    """Whether a personnummer or a samordningsnummer stands anywhere in the text.

    With a sign before the last four digits a real date is enough: a mistyped one still points at somebody. Written
    together it must have the right check digit too, as order numbers and moments look the same.
    """
    plain = text if text.isascii() else normalize("NFKC", text).translate(_DASHES)
    return any(_is_one(found) for found in _CANDIDATE.finditer(plain))


def _is_one(found: re.Match[str]) -> bool:
    century, year, month, day, sign, last = found.groups()
    if not _a_day(int(century or 20), int(year), int(month), int(day)):
        return False
    return "-" in sign or "+" in sign or _checks(year + month + day + last)


def _a_day(century: int, year: int, month: int, day: int) -> bool:
    try:
        date(century * 100 + year, month, day - SAMORDNING if day > SAMORDNING else day)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    """Luhn, for ten digits."""
    return sum(map(int, digits[::2].translate(_DOUBLED) + digits[1::2])) % 10 == 0
