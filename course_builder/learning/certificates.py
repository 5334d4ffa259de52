"""Intyg. What the QR code leads to is unguessable; who it is about needs the check code from the paper too."""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from course_builder.learning.events import Kind, record
from course_builder.learning.models import Certificate, Completion
from course_builder.people.models import Person

ID_BYTES = 16
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""None that is mistaken for another on paper."""
CODE_LENGTH = 8
FORM = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Shown:
    """What anybody may see who holds the paper. No name."""

    id: str
    course_id: str
    release_id: int | None
    on: date
    issued: datetime
    withdrawn: datetime | None


def issue(
    session: Session, completion: Completion, now: datetime, actor_id: int | None = None
) -> Certificate:
    """The certificate of a completion; asked for again it is the same one. Raises ValueError where none can be given."""
    there = session.scalars(
        select(Certificate).where(Certificate.completion_seq == completion.event_seq)
    ).one_or_none()
    if there is not None:
        return there
    if completion.source != "here" or completion.passed is False or completion.withdrawn_seq is not None:
        raise ValueError("a certificate is given for what was completed and marked here")
    made = Certificate(
        id=secrets.token_hex(ID_BYTES), completion_seq=completion.event_seq, check_code=_code(), issued=now
    )
    session.add(made)
    session.flush()
    data = {"certificate": made.id, "completion": completion.event_seq, "check": made.check_code}
    _record(session, Kind.CERTIFIED, completion, now, data, actor_id)
    return made


def _code() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))


def find(session: Session, certificate_id: str) -> Shown | None:
    """For the page behind the QR code."""
    if not FORM.fullmatch(certificate_id):
        return None
    row = session.execute(
        select(
            Certificate.id, Completion.course_id, Completion.release_id, Completion.on, Certificate.issued,
            Certificate.withdrawn,
        )
        .join(Completion, Completion.event_seq == Certificate.completion_seq)
        .where(Certificate.id == certificate_id)
    ).one_or_none()  # fmt: skip
    return Shown(*row) if row else None


def name_on(session: Session, certificate_id: str, check_code: str) -> str | None:
    """Whose it is, for who has the code from the paper. Of a protected person never."""
    row = session.execute(
        select(Certificate.check_code, Person.name, Person.protected)
        .join(Completion, Completion.event_seq == Certificate.completion_seq)
        .join(Person, Person.id == Completion.person_id)
        .where(Certificate.id == certificate_id)
    ).one_or_none()
    given = re.sub(r"[\s-]", "", check_code).upper()
    if row is None or not hmac.compare_digest(row.check_code.encode(), given.encode()) or row.protected:
        return None
    return str(row.name)


def of_person(session: Session, person_id: int) -> list[tuple[Certificate, Completion]]:
    """All she has been given, the newest first."""
    rows = session.execute(
        select(Certificate, Completion)
        .join(Completion, Completion.event_seq == Certificate.completion_seq)
        .where(Completion.person_id == person_id)
        .order_by(Certificate.issued.desc(), Certificate.id)
    )
    return [(certificate, completion) for certificate, completion in rows]


def own(session: Session, person_id: int, certificate_id: str) -> tuple[Certificate, Completion] | None:
    """Hers, or None."""
    return next((one for one in of_person(session, person_id) if one[0].id == certificate_id), None)


def withdraw(session: Session, certificate_id: str, why: str, actor_id: int | None, now: datetime) -> bool:
    """`why` is a code. False when there is no such certificate, or it was withdrawn before."""
    row = session.execute(
        select(Certificate, Completion)
        .join(Completion, Completion.event_seq == Certificate.completion_seq)
        .where(Certificate.id == certificate_id, Certificate.withdrawn.is_(None))
    ).one_or_none()
    if row is None:
        return False
    certificate, completion = row
    session.execute(update(Certificate).where(Certificate.id == certificate.id).values(withdrawn=now))
    _record(session, Kind.UNCERTIFIED, completion, now, {"certificate": certificate.id, "why": why}, actor_id)
    return True


def _record(
    session: Session,
    kind: Kind,
    completion: Completion,
    now: datetime,
    data: dict[str, object],
    actor_id: int | None,
) -> None:
    record(
        session, kind, completion.person_id, now, course_id=completion.course_id, release_id=completion.release_id,
        actor_id=actor_id, data=data,
    )  # fmt: skip
