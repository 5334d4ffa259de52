"""APT hours that are open, each with a leader who is signed in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.load.client import Connection, post
from bench.load.school import opened, school
from course_builder.database.store import Database
from course_builder.learning.models import Attempt, Enrolment
from course_builder.meetings.ballots import counts
from course_builder.meetings.models import Leader, Meeting, Part, Round
from course_builder.meetings.opening import open_hour
from course_builder.people.models import Unit
from course_builder.settings import Settings

MINUTES = 60


@dataclass(frozen=True)
class Hour:
    """What its leader's browser holds, and the door its phones come by."""

    id: int
    token: str
    csrf: str
    door: str
    code: str

    def send(self, port: int, path: str, body: object) -> int:
        """As the leader."""
        connection = Connection(port)
        status, _ = connection.ask(post(f"/apt/{self.id}{path}", self.token, self.csrf, body))
        connection.close()
        return status

    def ask(self, port: int, round_id: str) -> int:
        options = ["Alltid", "Ibland", "Sällan", "Ett öppet hörn"]
        body = {
            "id": round_id,
            "step": "horn",
            "kind": "corners",
            "ask": "Frågar vi barnet?",
            "options": options,
        }
        return self.send(port, "/rounds", body)

    def close(self, port: int, round_id: str) -> int:
        return self.send(port, f"/rounds/{round_id}", {"state": "closed"})


def hours(settings: Settings, folder: Path, many: int) -> list[Hour]:
    pupils = school(settings, folder, many, 1)
    with opened(settings) as database, database.writing() as session:
        return [_hour(session, one.token, one.csrf, one.attempt) for one in pupils]


def _hour(session: Session, token: str, csrf: str, attempt_id: int) -> Hour:
    now = datetime.now(UTC)
    enrolment = session.get_one(Enrolment, session.get_one(Attempt, attempt_id).enrolment_id)
    unit_id = session.scalars(select(Unit.id)).first()
    meeting = Meeting(
        unit_id=unit_id, course_id=enrolment.course_id, release_id=enrolment.release_id, title="APT", starts=now,
        minutes=MINUTES, plan=[], made=now,
    )  # fmt: skip
    session.add(meeting)
    session.flush()
    session.add(Leader(meeting_id=meeting.id, person_id=enrolment.person_id, part=Part.REP.value))
    session.flush()
    made = open_hour(session, meeting.id, now)
    return Hour(made.id, token, csrf, made.door or "", made.code or "")


def lost(database: Database, saved: Mapping[str, Counter[str]]) -> int:
    """How many answers that phones were told to be saved the rounds have not, or have besides; by round."""
    missed = 0
    for round_id, given in saved.items():
        counted = Counter(tally(database, round_id))
        missed += (given - counted).total() + (counted - given).total()
    return missed


def tally(database: Database, round_id: str) -> dict[str, int]:
    with database.reading() as session:
        return counts(session, session.get_one(Round, round_id))
