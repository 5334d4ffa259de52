"""Short keys: how saved state and the page name a thing that has an id.

A key is made from the id alone, so it survives a new title, a new order and a new neighbour.
Two ids that share a key are a problem that `checks/ids.py` reports.
"""

from functools import lru_cache
from hashlib import sha256

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
KEY_LENGTH = 3


def letters(data: bytes, length: int) -> str:
    """The first `length` characters (6 bits each) of the data's SHA-256."""
    number = int.from_bytes(sha256(data).digest()[:8], "big")
    return "".join(ALPHABET[number >> 6 * place & 63] for place in range(length))


@lru_cache(maxsize=65536)
def key(identifier: str) -> str:
    """Three characters of `[A-Za-z0-9_-]` for an id."""
    return letters(identifier.encode(), KEY_LENGTH)
