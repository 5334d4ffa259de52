"""Short keys: how saved state and the page name a thing that has an id.

A key is made from the id alone, so it survives a new title, a new order and a new neighbour.
Two ids that share a key are a problem that `checks/ids.py` reports.
"""

from functools import lru_cache
from hashlib import sha256

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
KEY_LENGTH = 3
"""Of things inside one question or block: options, pairs, scenes."""
STATE_KEY_LENGTH = 4
"""Of what saved state names in a whole course: parts, questions, blocks (docs/decisions/0003-four-letter-keys.md)."""


def letters(data: bytes, length: int) -> str:
    """The first `length` characters (6 bits each) of the data's SHA-256."""
    number = int.from_bytes(sha256(data).digest()[:8], "big")
    return "".join(ALPHABET[number >> 6 * place & 63] for place in range(length))


@lru_cache(maxsize=65536)
def key(identifier: str, length: int = KEY_LENGTH) -> str:
    """So many characters of `[A-Za-z0-9_-]` for an id."""
    return letters(identifier.encode(), length)


def state_key(identifier: str) -> str:
    return key(identifier, STATE_KEY_LENGTH)


def part_key(kind: str, identifier: str) -> str:
    """Lessons and modules may share their name with a quiz, so their keys are made apart."""
    return state_key(f"{kind} {identifier}")
