"""A school to measure on: many people signed in, each in the middle of one long quiz."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.courses import course
from bench.load.client import post
from course_builder.database.migrate import up_to_date
from course_builder.database.store import Database
from course_builder.learning import attempts, taking
from course_builder.learning.at_player import Desk
from course_builder.library.media import media_store
from course_builder.library.releases import course_of, release
from course_builder.library.store import MediaStore
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people import sign_in
from course_builder.people.models import Account, Appointment, Person, Role, SignIn, Unit
from course_builder.settings import Settings
from course_builder.web.application import ROOMS_WITH_TABLES


@dataclass(frozen=True)
class Pupil:
    """What a browser holds: two tokens, an attempt, and the keys of its questions with an answer to each."""

    token: str
    csrf: str
    course_id: str
    attempt: int
    answers: tuple[tuple[str, object], ...]

    def requests(self) -> Iterator[bytes]:
        """Each answer as her browser sends it."""
        for number, (question, given) in enumerate(self.answers):
            body = {
                "question": question,
                "attempt": self.attempt,
                "given": given,
                "key": f"{self.attempt}-{number}",
            }
            yield post(f"/learn/{self.course_id}/answer", self.token, self.csrf, body)


def school(
    settings: Settings, folder: Path, people: int, questions: int, name: str = "provkurs"
) -> list[Pupil]:
    source = course(folder / name, lessons=5, words=300, questions=questions)
    now = datetime.now(UTC)
    with opened(settings) as database:
        return list(_pupils(database, media_store(settings), source, people, name, now))


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    settings.folder.mkdir(parents=True, exist_ok=True)
    for room in ROOMS_WITH_TABLES:
        import_module(f"course_builder.{room}.models")
    database = Database(settings.database)
    up_to_date(database)
    try:
        yield database
    finally:
        database.close()


def _pupils(
    database: Database, store: MediaStore, source: Path, people: int, name: str, now: datetime
) -> Iterator[Pupil]:
    with database.writing() as session:
        made = release(session, store, source, None, "", None, now)
        unit = Unit(name="Enhet", path="/1/")
        session.add(unit)
        session.flush()
        unit.path = f"/{unit.id}/"
        pupils = [_signed_in(session, unit, f"{name}{number}", now) for number in range(people)]
    with database.reading() as session:
        built, kept = FolderTree(shipped.BUILT), course_of(session, made.id)
    quiz = kept.quizzes[0]
    for person_id, token in pupils:
        with database.writing() as session:
            enrolment = taking.open_course(session, person_id, made, now)
            attempt = attempts.start(session, enrolment, kept, quiz.id, now)
        with database.reading() as session:
            desk = Desk(session, built, now.date())
            sealed = desk.course(made.id)
            asked = attempts.questions(kept, attempt)
            answers = tuple((one.key, sealed.closed(one, one.sample(True))) for one in asked)
            csrf = session.scalars(
                select(SignIn.csrf)
                .join(Account, Account.id == SignIn.account_id)
                .where(Account.person_id == person_id)
            ).one()
        yield Pupil(token, csrf, kept.id, attempt.id, answers)


def _signed_in(session: Session, unit: Unit, name: str, now: datetime) -> tuple[int, str]:
    person = Person(name=f"Person {name}", email=f"{name}@example.se")
    session.add(person)
    session.flush()
    session.add(Appointment(person_id=person.id, unit_id=unit.id, role=Role.REP, starts=now.date()))
    account = Account(person_id=person.id, created=now)
    session.add(account)
    session.flush()
    return person.id, sign_in.start(session, account.id, now)
