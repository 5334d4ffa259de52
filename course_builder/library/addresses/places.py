"""The web addresses of the drafts, and where each of them stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft, DraftFile
from course_builder.library.models import TextBlob

ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{}|\x00-\x20]{3,1900}")
AFTER = ".,;:!?*_"
"""Signs that end a sentence, not an address."""


@dataclass(frozen=True)
class Standing:
    """A place of an address; `line` is 1-based."""

    kind: str
    name: str
    title: str
    path: str
    line: int


def standing(session: Session) -> dict[str, list[Standing]]:
    """By address, those of drafts that are worked on."""
    found: dict[str, list[Standing]] = {}
    rows = session.execute(
        select(Draft, DraftFile.path, TextBlob.text)
        .join(DraftFile, DraftFile.draft_id == Draft.id)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(Draft.trashed_on.is_(None), Draft.archived_on.is_(None), TextBlob.text.contains("://"))
        .order_by(Draft.title, Draft.name, DraftFile.path)
    )
    for draft, path, text in rows:
        for address, line in addresses(text):
            place = Standing(draft.kind, draft.name, draft.title, path, line)
            if place not in found.setdefault(address, []):
                found[address].append(place)
    return found


def addresses(text: str) -> Iterator[tuple[str, int]]:
    """`(address, line)`; what closes a link or a sentence is not part of it."""
    for match in ADDRESS.finditer(text):
        yield _trimmed(match[0]), text.count("\n", 0, match.start()) + 1


def in_texts(texts: Iterable[str]) -> set[str]:
    return {address for text in texts for address, _ in addresses(text)}


def _trimmed(address: str) -> str:
    while address:
        if address[-1] in AFTER or (address[-1] == ")" and address.count("(") < address.count(")")):
            address = address[:-1]
        elif ")" in address and "(" not in address:
            address = address[: address.index(")")]
        else:
            break
    return address
