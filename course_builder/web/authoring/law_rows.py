"""The lines of the law register, and what a person should look at in each, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.problems import Place
from course_builder.content.register import SCHEMES, entries, title
from course_builder.content.validate import validate
from course_builder.content.yamltext import NodeMap
from course_builder.library.addresses.asking import Reason
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import text
from course_builder.library.law.citing import how_many
from course_builder.library.law.reading_list import left
from course_builder.web.language import gettext, language

OLD = timedelta(days=365)
"""After so long a provision is to be compared with its source again."""
SOON = timedelta(days=90)


@dataclass(frozen=True)
class Row:
    """One line of the register. `states` are what a person should look at, as words."""

    entry: str
    title: str
    says: str
    states: tuple[str, ...]
    cited: int
    to_read: int


def rows(session: Session, draft: Draft, day: date) -> list[Row]:
    files = {path: text(session, draft, path) or "" for path in SCHEMES}
    counted, to_read = how_many(session), left(session)
    return [
        Row(key, title(key, written, language()), _says(key, written, day), states(key, written, day), counted.get(key, 0),
            to_read.get(key, 0))
        for key, written in entries(files).items()
    ]  # fmt: skip


def states(entry: str, written: NodeMap, day: date) -> tuple[str, ...]:
    """Of a provision that lapses, is about to change or was last compared long ago."""
    made = understood(entry, written)
    if made is None:
        return (gettext("går inte att läsa"),)
    return tuple(_of_law(made, day)) if isinstance(made, LawEntry) else ()


def understood(entry: str, written: NodeMap) -> LawEntry | CrcEntry | None:
    """None of what is not written as an entry should be."""
    if entry.startswith("law:"):
        return validate(LawEntry, written, Place(""))[0]
    return validate(CrcEntry, written, Place(""))[0]


def _of_law(made: LawEntry, day: date) -> Iterator[str]:
    if made.wording(day) is None:
        yield gettext("ingen lydelse gäller i dag")
    for wording in made.wordings:
        if wording.valid_from and day < wording.valid_from <= day + SOON:
            yield gettext("ny lydelse från %(day)s") % {"day": wording.valid_from.isoformat()}
        if wording.valid_to and day <= wording.valid_to <= day + SOON:
            yield gettext("gäller till och med %(day)s") % {"day": wording.valid_to.isoformat()}
    if made.checked_on < day - OLD:
        yield gettext("jämfördes senast %(day)s") % {"day": made.checked_on.isoformat()}


def _says(entry: str, written: NodeMap, day: date) -> str:
    made = understood(entry, written)
    if isinstance(made, LawEntry):
        wording = made.wording(day)
        return wording.says if wording else ""
    return made.says if made is not None else ""


def reason_words() -> Mapping[str, str]:
    return {
        Reason.GONE: gettext("sidan finns inte längre"),
        Reason.REFUSED: gettext("servern svarar med ett fel"),
        Reason.NO_NAME: gettext("webbplatsen finns inte"),
        Reason.NO_ANSWER: gettext("webbplatsen svarar inte"),
        Reason.CERTIFICATE: gettext("anslutningen till webbplatsen går inte att lita på"),
        Reason.INSIDE: gettext("adressen leder in i ett eget nät; den kontrolleras inte"),
        Reason.LOOP: gettext("adressen leder runt i en ring"),
        Reason.ODD: gettext("det är ingen webbadress"),
    }
