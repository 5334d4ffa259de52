"""Requests for public records: gathered, masked by a person, given out, and kept as they were given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from course_builder.people.conditions import under
from course_builder.people.models import Person, Unit
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.reports.gathering import Gathered
from course_builder.reports.models import DisclosedRecord, Disclosure, GivenOut, RecordKind

MASK = "[maskerad]"
LONGEST = 2_000


@dataclass(frozen=True)
class Chosen:
    """What a person decides about one record."""

    masked: frozenset[str]
    grounds: str


def begin(
    session: Session, reference: str, asked_for: str, unit_id: int, actor_id: int, now: datetime
) -> Disclosure:
    """Raises Refused without a reference or without words."""
    reference, asked_for = " ".join(reference.split()), asked_for.strip()
    if not 0 < len(reference) <= 80:
        raise Refused("Skriv begärans diarienummer.", "Write the reference of the request.")
    if not 0 < len(asked_for) <= LONGEST:
        raise Refused("Skriv vad som begärs.", "Write what is asked for.")
    if looks_like(reference) or looks_like(asked_for):
        raise Refused("Skriv inget personnummer.", "Write no personal identity number.")
    made = Disclosure(
        reference=reference, asked_for=asked_for, unit_id=unit_id, made=now, made_by_id=actor_id
    )
    session.add(made)
    session.flush()
    return made


def keep(session: Session, disclosure: Disclosure, found: Sequence[Gathered]) -> int:
    """Adds what is not among its records yet; says how many were new. A record that is there stays as it read then."""
    there = set(
        session.execute(
            select(DisclosedRecord.kind, DisclosedRecord.of).where(
                DisclosedRecord.disclosure_id == disclosure.id
            )
        )
    )
    new = [one for one in found if (one.kind.value, one.of) not in there]
    session.add_all(
        DisclosedRecord(
            disclosure_id=disclosure.id, kind=one.kind.value, of=one.of, original=dict(one.fields), masked=[]
        )
        for one in new
    )
    session.flush()
    return len(new)


def take_out(session: Session, record: DisclosedRecord) -> None:
    """One that was gathered by mistake. What has been given out already stays as it was given."""
    session.delete(record)


def mask(session: Session, disclosure: Disclosure, chosen: Mapping[int, Chosen]) -> None:
    """By record. The original is kept beside it. Raises Refused where something is masked without grounds."""
    found = session.scalars(
        select(DisclosedRecord).where(
            DisclosedRecord.disclosure_id == disclosure.id, DisclosedRecord.id.in_(chosen)
        )
    )
    for record in found:
        one = chosen[record.id]
        fields = [name for name in record.original if name in one.masked]
        if fields and not one.grounds.strip():
            raise Refused(
                "Skriv vilken bestämmelse maskeringen vilar på, till exempel OSL 39 kap. 3 §.",
                "Write which provision the masking rests on, for example OSL 39 kap. 3 §.",
            )
        record.masked = fields
        record.grounds = " ".join(one.grounds.split())[:200] if fields else ""


def shown(record: DisclosedRecord) -> dict[str, str]:
    """As it is given out."""
    return {
        name: MASK if name in record.masked and text else str(text) for name, text in record.original.items()
    }


def give_out(
    session: Session, disclosure: Disclosure, name: str, media_type: str, content: bytes, counted: tuple[int, int],
    actor_id: int, now: datetime,
) -> GivenOut:  # fmt: skip
    """Keeps the file as it is. `counted`: records in it, and fields masked."""
    records, masked = counted
    made = GivenOut(
        disclosure_id=disclosure.id, name=name, media_type=media_type, content=content, sha256=sha256(content).hexdigest(),
        records=records, masked=masked, at=now, by_id=actor_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def reached(session: Session, paths: Sequence[str]) -> Sequence[tuple[Disclosure, int]]:
    """Requests begun at one of the units or under it, with how many files were given out, the latest first."""
    asked = (
        select(Disclosure, func.count(GivenOut.id))
        .join(Unit, Unit.id == Disclosure.unit_id)
        .outerjoin(GivenOut, GivenOut.disclosure_id == Disclosure.id)
        .where(or_(*(under(path) for path in paths)))
        .group_by(Disclosure.id)
        .order_by(Disclosure.id.desc())
    )
    return [(one, files) for one, files in session.execute(asked)]


def records(session: Session, disclosure: Disclosure) -> Mapping[RecordKind, Sequence[DisclosedRecord]]:
    """By kind, as they were gathered."""
    found = session.scalars(
        select(DisclosedRecord)
        .where(DisclosedRecord.disclosure_id == disclosure.id)
        .order_by(DisclosedRecord.id)
    ).all()
    return {kind: [one for one in found if one.kind == kind] for kind in RecordKind}


def given(session: Session, disclosure: Disclosure) -> Sequence[tuple[GivenOut, str]]:
    """The log: each file with the name of who gave it out, the latest first."""
    asked = (
        select(GivenOut, Person.name)
        .join(Person, Person.id == GivenOut.by_id)
        .where(GivenOut.disclosure_id == disclosure.id)
        .order_by(GivenOut.id.desc())
    )
    return [(one, name) for one, name in session.execute(asked)]


def units_named(session: Session, text: str, within: str, most: int = 20) -> Sequence[Unit]:
    """Units whose name has the text in it; ended ones too, as their records are kept."""
    text = " ".join(text.split())[:80]
    if not text:
        return []
    asked = (
        select(Unit)
        .where(Unit.name.icontains(text, autoescape=True), under(within))
        .order_by(Unit.path)
        .limit(most)
    )
    return session.scalars(asked).all()
