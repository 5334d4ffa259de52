"""Somebody who takes a course: she reads and answers as people do, through the same functions as the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from course_builder.content.course import Course, Part
from course_builder.content.models.quiz import Quiz
from course_builder.learning import answers, attempts, taking
from course_builder.learning.models import Enrolment
from course_builder.library.models import Release
from course_builder.library.releases import course_of

READING = timedelta(minutes=7)
ANSWERING = timedelta(seconds=40)
A_NIGHT = timedelta(hours=22)
SITTING = 6
"""Parts somebody takes before she goes home."""


@dataclass
class Learner:
    session: Session
    enrolment: Enrolment
    course: Course
    random: Random
    now: datetime

    def take(self, parts: int | None = None) -> None:
        """So many parts from the beginning, or all of them."""
        taken = self.course.parts[:parts]
        for number, part in enumerate(taken, start=1):
            if isinstance(part, Quiz):
                self._answer(part)
            else:
                self.now += READING
                taking.part_read(self.session, self.enrolment, self.course, part.key, self.now)
            if number % SITTING == 0:
                self.now += A_NIGHT
        self._remember(taken)

    def _remember(self, taken: Sequence[Part]) -> None:
        """What her browser would have kept, as player/browser/state.js writes it: where she was, and what she has read."""
        self.session.flush()
        self.session.refresh(self.enrolment)
        head = f"1{'c' if self.enrolment.done else '-'}{'p' if self.enrolment.success == 'passed' else '-'}"
        read = "".join(part.key + self.course.part_digests[part.key][:2] for part in taken)
        state = f"{head};{taken[-1].key};{read};;;"
        taking.keep_state(self.session, self.enrolment.id, state, self.enrolment.state_revision)

    def _answer(self, quiz: Quiz) -> None:
        """Mostly right, and never so much wrong that the quiz has to be taken again."""
        attempt = attempts.start(self.session, self.enrolment, self.course, quiz.id, self.now)
        asked = attempts.questions(self.course, attempt)
        wrong = self.random.randrange(len(asked)) if len(asked) > 5 and self.random.random() < 0.4 else None
        for number, question in enumerate(asked):
            self.now += ANSWERING
            answers.answer(
                self.session, self.enrolment, self.course, question.id, attempt.id, question.sample(number != wrong),
                f"demo-{attempt.id}-{question.id}", self.now,
            )  # fmt: skip


def begin(session: Session, person_id: int, release: Release, random: Random, at: datetime) -> Learner:
    enrolment = taking.open_course(session, person_id, release, at)
    return Learner(session, enrolment, course_of(session, release.id), random, at)
