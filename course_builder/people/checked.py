"""What may be kept of a person: a name, an address, an employee id; each refused with the reason."""

import re

from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy

LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^\s@<>\",;:\\()\[\]]{1,64}@[^\s@<>\",;:\\()\[\]]+\.[^\s@<>\",;:\\()\[\].]{2,}")


def checked_name(name: str) -> str:
    tidied = tidy(name[:1000])
    _no_personnummer(tidied)
    if not any(sign.isalpha() for sign in tidied):
        raise Refused("Namn saknas.", "The name is missing.")
    if len(tidied) > 200:
        raise Refused("Namnet får ha högst 200 tecken.", "The name may have at most 200 characters.")
    return tidied


def checked_email(email: str | None) -> str | None:
    """Its length is looked at before anything else, so that a long one costs nothing."""
    if email is None or (len(email) <= LONGEST_EMAIL and not email.strip()):
        return None
    if len(email) > LONGEST_EMAIL or not _EMAIL.fullmatch(email.strip()):
        raise Refused(
            "E-postadressen är inte rätt skriven. Den ska se ut som anna.ombud@region.se.",
            "The e-mail address is not written correctly. It should look like anna.ombud@region.se.",
        )
    _no_personnummer(email)
    return email.strip().lower()


def checked_ref(ref: str | None) -> str | None:
    tidied = tidy(ref[:1000]) if ref else ""
    if len(tidied) > 64:
        raise Refused("Anställnings-id får ha högst 64 tecken.", "An employee id has at most 64 characters.")
    _no_personnummer(tidied)
    return tidied or None


def _no_personnummer(text: str) -> None:
    if looks_like(text):
        raise Refused(
            "Det där liknar ett personnummer. Personnummer sparas inte här, eftersom de inte behövs: "
            "använd anställnings-id eller e-postadress i arbetet.",
            "That looks like a personnummer. They are not stored here, as they are not needed: "
            "use the employee id or the work address.",
        )
