"""A region with one trainer who is signed in."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.days import day_of
from course_builder.people import appointments, first, sign_in
from course_builder.people.models import Role, SignIn, Unit


@dataclass(frozen=True)
class Trainer:
    """What her browser holds."""

    token: str
    csrf: str


def begin(session: Session) -> Trainer:
    """In an empty database: its administrator, who is made a trainer too."""
    now = datetime.now(UTC)
    today = day_of(now)
    account = first.begin(session, "Region Exempel", "Tove Utbildare", "tove@exempel.se", "", now, today)
    top = session.scalars(select(Unit)).one()
    appointments.appoint(session, account.person_id, top, Role.TRAINER, today)
    token = sign_in.start(session, account.id, now)
    session.flush()
    return Trainer(token, session.scalars(select(SignIn.csrf)).one())
