"""Names of files and ids made from what people write."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

LONGEST = 48


def slug(name: str) -> str:
    """`Barn i väntrummet` -> `barn-i-vantrummet`: an id, and a folder on any disk. Empty when no letter is left."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign)
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[:LONGEST].rstrip("-")


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name itself, or with the first number that makes it free: `vantrummet-2`."""
    if wanted not in taken:
        return wanted
    base = re.sub(r"-\d+$", "", wanted)[: LONGEST - 5].rstrip("-")
    return next(made for made in (f"{base}-{number}" for number in count(2)) if made not in taken)
