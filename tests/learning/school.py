"""A small region that learns: units, people, a course with two releases, and short ways to do things in it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.questions import AnyQuestion
from course_builder.database.store import Database
from course_builder.database.straight import straight
from course_builder.learning import answers, attempts, taking
from course_builder.learning.answers import Stored
from course_builder.learning.models import Attempt, Enrolment
from course_builder.library.models import Change, Release
from course_builder.library.ready import Ready
from course_builder.library.releases import course_of, release
from course_builder.people.appointments import appoint
from course_builder.people.models import Person, Role, Unit
from course_builder.people.persons import add
from course_builder.people.tree import add_unit
from tests.content.trees import drawn

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)

COURSE = """
    course.yaml:
        id: liten
        title: En liten kurs
        audience:
          - ombud
        certificate: true
        modules:
          - id: start
            title: Start
            lessons:
              - ett.md
              - tva.md
              - quiz: prov
    ett.md:
        ---
        id: ett
        ---
        # Ett

        Barnet har rätt att säga vad det tycker.

        ```question
        id: ovning
        kind: truth
        ask: Barnet får tycka.
        right: true
        because: Artikel 12.
        ```

        ```reflect
        id: tanke
        ask: När lyssnade du senast?
        ```
    tva.md:
        ---
        id: tva
        ---
        # Två

        Mer om samma sak.
    quizzes/prov.yaml:
        kind: quiz
        id: prov
        title: Provet
        attempts: 3
        draw: 3
        shuffle: true
        questions:
          - kind: truth
            id: ratt
            ask: Rätt?
            right: true
            because: Därför.
          - kind: choice
            id: val
            ask: Vilket?
            options:
              - right: Det rätta
                id: rr
              - wrong: Det andra
                id: ww
          - kind: text
            id: ord
            ask: Vad heter lagen i korthet?
            accept:
              - barnrättslagen
            because: Den gäller sedan 2020.
          - kind: number
            id: tal
            ask: Hur många artiklar är lag?
            right: 42
            because: Artiklarna 1-42.
"""


def course_files(**changed: str) -> dict[str, str | bytes]:
    """The course, with some text changed: `course_files(**{"Mer om": "Nytt om"})`."""
    text = COURSE
    for old, new in changed.items():
        if old not in text:
            raise ValueError(f"the course does not say {old}")
        text = text.replace(old, new)
    return drawn(text)


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


@dataclass
class School:
    """`first` and `second` are the same course, ready to be released; in the second a lesson has changed."""

    database: Database
    first: Ready
    second: Ready

    def writing(self) -> AbstractContextManager[Session]:
        return self.database.writing()

    def reading(self) -> AbstractContextManager[Session]:
        return self.database.reading()

    def publish(self, ready: Ready, change: Change = Change.FIRST, at: datetime = NOW) -> Release:
        with self.writing() as session:
            return release(session, ready.store, ready, change, "", None, at)

    def unit(self, name: str, parent: Unit | None = None) -> Unit:
        with self.writing() as session:
            return add_unit(session, name, session.get(Unit, parent.id) if parent else None)

    def person(self, name: str, unit: Unit, *roles: Role, since: date = date(2026, 1, 1)) -> Person:
        with self.writing() as session:
            made = add(session, name, None, None)
            for role in roles:
                appoint(session, made.id, session.get_one(Unit, unit.id), role, since)
            return made

    def open(self, person: Person, published: Release, at: datetime = NOW) -> Enrolment:
        with self.writing() as session:
            return taking.open_course(session, person.id, session.get_one(Release, published.id), at)

    def course(self, published_id: int) -> Course:
        return course_of(self.database, published_id)

    def start(self, enrolment: Enrolment, at: datetime = NOW) -> Attempt:
        with self.writing() as session:
            return attempts.start(session, enrolment, self.course(enrolment.release_id), "prov", at)

    def asked(self, attempt: Attempt) -> Sequence[AnyQuestion]:
        return attempts.questions(self.course(attempt.release_id), attempt)

    def answer(
        self,
        enrolment: Enrolment,
        attempt: Attempt | None,
        question_id: str,
        given: Any,
        key: str,
        at: datetime = NOW,
    ) -> Stored:
        course = self.course(enrolment.release_id)
        attempt_id = attempt.id if attempt else None
        with self.reading() as session:
            attempt = answers.going(straight(session), enrolment, attempt_id)
            weighed = answers.weigh(session, enrolment, course, question_id, attempt, given, key)
        return answers.stored(self.database, weighed, at)

    def take_quiz(self, enrolment: Enrolment, right: bool = True, at: datetime = NOW) -> Stored:
        """All questions of a new attempt; gives the reply to the last answer."""
        attempt = self.start(enrolment, at)
        stored = None
        for place, question in enumerate(self.asked(attempt)):
            key = f"{attempt.id}-{question.id}"
            when = at + timedelta(seconds=place)
            stored = self.answer(enrolment, attempt, question.id, question.sample(right), key, when)
        if stored is None:
            raise AssertionError("the quiz asks nothing")
        return stored

    def read(self, enrolment: Enrolment, part_id: str, at: datetime = NOW) -> None:
        course = self.course(enrolment.release_id)
        key = next(part.key for part in course.parts if part.id == part_id)
        with self.writing() as session:
            taking.part_read(session, enrolment, course, key, at)

    def complete(self, enrolment: Enrolment, right: bool = True, at: datetime = NOW) -> Stored:
        self.read(enrolment, "ett", at)
        self.read(enrolment, "tva", at)
        return self.take_quiz(enrolment, right, at)
