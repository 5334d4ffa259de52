"""Passwords, kept only as argon2id hashes. Hash outside of write blocks: it is slow on purpose."""

from functools import cache
from secrets import token_urlsafe
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from course_builder.people.refused import Refused

SHORTEST, LONGEST = 12, 200
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's argon2id of 19 MiB: some 20 ms, so that a morning of sign-ins fits on two cores."""
_COMMON = ("password", "lösenord", "losenord", "barnratt", "barnrätt", "sommar", "vinter", "qwerty", "123456", "abc123")  # fmt: skip


def hash(password: str) -> str:
    return _HASHER.hash(_composed(password))


def verify(stored: str | None, password: str) -> bool:
    """For an account that is not there (None) the same work is done, and the answer is no."""
    try:
        matched = _HASHER.verify(stored or _nobodys(), _composed(password[: LONGEST + 1]))
    except (Argon2Error, InvalidHashError):
        return False
    return matched and stored is not None


def outdated(stored: str) -> bool:
    """Whether to hash anew at the next sign-in, as the parameters have changed."""
    return _HASHER.check_needs_rehash(stored)


def check(password: str, *own: str) -> None:
    """Refuses what somebody would guess. `own` is what belongs to her: name, address."""
    composed = _composed(password)
    if not SHORTEST <= len(composed) <= LONGEST:
        raise Refused(
            f"Välj ett lösenord med minst {SHORTEST} tecken. Några ord efter varandra är lätta att minnas.",
            f"Choose a password of at least {SHORTEST} characters. A few words in a row are easy to remember.",
        )
    left = composed.lower()
    for word in sorted({*_COMMON, *_parts(own)}, key=len, reverse=True):
        left = left.replace(word, "")
    if len(set(left)) < 5:
        raise Refused(
            "Det lösenordet är lätt att gissa. Undvik ditt namn, vanliga ord och upprepningar.",
            "That password is easy to guess. Avoid your name, common words and repetition.",
        )


def _parts(own: tuple[str, ...]) -> set[str]:
    words = " ".join(own).lower().replace("@", " ").replace(".", " ").replace("-", " ").split()
    return {word for word in words if len(word) > 2}


def _composed(password: str) -> str:
    """The same whichever way a keyboard writes å."""
    return normalize("NFKC", password)


@cache
def _nobodys() -> str:
    return _HASHER.hash(token_urlsafe())
