"""Tries at a quiz. Each has its own questions, and stays on the release it began with."""

from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.learning.asked import drawn_ids, sheet_of
from course_builder.learning.draw import mixed, new_seed
from course_builder.learning.events import Kind, about
from course_builder.learning.models import Attempt, Enrolment
from course_builder.learning.refusals import Moved, NoTriesLeft, NotThere
from course_builder.learning.seat import Enrolled


def start(session: Session, enrolment: Enrolled, course: Course, quiz_id: str, now: datetime) -> Attempt:
    """The attempt that is open, else a new one. `course` is the release of the enrolment.

    Raises NotThere, Moved, and NoTriesLeft when the quiz allows no more. The enrolment is locked first, so that a hundred windows starting at once get one attempt between them.
    """
    quiz = sheet_of(course).quizzes.get(quiz_id)
    if quiz is None:
        raise NotThere(quiz_id)
    locked = select(Enrolment.release_id).where(Enrolment.id == enrolment.id).with_for_update(key_share=True)
    if session.scalar(locked) != enrolment.release_id:
        raise Moved
    going = running(session, enrolment.id, quiz_id)
    if going is not None:
        return going
    number = 1 + session.execute(_count(enrolment.id, quiz_id)).scalar_one()
    if quiz.attempts is not None and number > quiz.attempts:
        raise NoTriesLeft
    attempt = Attempt(
        enrolment_id=enrolment.id, quiz_id=quiz_id, number=number, seed=new_seed(),
        release_id=enrolment.release_id, started=now, answered=0,
    )  # fmt: skip
    session.add(attempt)
    session.flush()
    data = {"attempt": attempt.id, "quiz": quiz_id, "number": number, "seed": attempt.seed}
    about(session, Kind.STARTED, enrolment, now, data)
    return attempt


def running(session: Session, enrolment_id: int, quiz_id: str) -> Attempt | None:
    """The attempt that has questions left, if any."""
    return session.scalars(
        select(Attempt)
        .where(Attempt.enrolment_id == enrolment_id, Attempt.quiz_id == quiz_id, Attempt.finished.is_(None))
        .order_by(Attempt.number)
    ).first()


def latest(session: Session, enrolment_id: int, quiz_id: str) -> Attempt | None:
    return session.scalars(
        select(Attempt)
        .where(Attempt.enrolment_id == enrolment_id, Attempt.quiz_id == quiz_id)
        .order_by(Attempt.number.desc())
        .limit(1)
    ).first()


def questions(course: Course, attempt: Attempt) -> tuple[AnyQuestion, ...]:
    """What the attempt asks, in its order. `course` is the release the attempt began with."""
    sheet = sheet_of(course)
    shuffle = sheet.quizzes[attempt.quiz_id].shuffle
    asked = (sheet.asked[one].question for one in drawn_ids(course, attempt.quiz_id, attempt.seed))
    return tuple(_options_mixed(one, attempt.seed) if shuffle else one for one in asked)


def _options_mixed(question: AnyQuestion, seed: str) -> AnyQuestion:
    if isinstance(question, Choice | Choices):
        return question.model_copy(update={"options": tuple(mixed(question.options, seed))})
    return question


def _count(enrolment_id: int, quiz_id: str) -> Select[int]:
    return select(func.count()).where(Attempt.enrolment_id == enrolment_id, Attempt.quiz_id == quiz_id)
