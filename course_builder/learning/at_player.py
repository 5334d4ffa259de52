"""What the player's page is given of its learner, in the page's own keys. Answers come with what is right and why;
questions without an answer never do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from course_builder.content.questions import AnyQuestion
from course_builder.content.tree import Tree
from course_builder.learning.answers import Going
from course_builder.learning.attempts import questions
from course_builder.learning.models import Attempt, Enrolment
from course_builder.learning.notes import notes
from course_builder.learning.refusals import NotThere
from course_builder.learning.seat import Enrolled
from course_builder.learning.so_far import Given, Tried, in_attempt, practised, tried
from course_builder.library.releases import course_of
from course_builder.player.sealed import SealedCourse, sealed_course

Json = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """Where sealed courses are found. `today` decides the wording of the law that is shown."""

    session: Session
    built: Tree
    today: date

    def course(self, release_id: int) -> SealedCourse:
        return sealed_course(course_of(self.session, release_id, self.today), self.built)


def question(desk: Desk, seat: Enrolled, attempt: Going | None, key: str) -> tuple[SealedCourse, AnyQuestion]:
    """The question a page means, as the release has it that asked it. Raises NotThere."""
    sealed = desk.course(seat.release_id if attempt is None else attempt.release_id)
    if key not in sealed.questions:
        raise NotThere(key)
    return sealed, sealed.questions[key]


def learner(desk: Desk, enrolment: Enrolment) -> Json:
    """Everything the player goes on from. Attempts that are over are told of; `attempt` has them to read again."""
    sealed = desk.course(enrolment.release_id)
    tries = tried(desk.session, enrolment.id)
    keys = {quiz.id: quiz.key for quiz in sealed.course.quizzes}
    known = {quiz_id: one for quiz_id, one in tries.items() if quiz_id in keys}
    answers = _answers(sealed, practised(desk.session, enrolment.id))
    shown = {}
    for quiz_id, one in known.items():
        if one.attempt.finished is not None:
            shown[keys[quiz_id]] = {"id": one.attempt.id}
            continue
        shown[keys[quiz_id]] = made = attempt(desk, one.attempt, one.answers)
        answers |= made.pop("answers")
    return {
        "state": enrolment.state,
        "revision": enrolment.state_revision,
        "verdict": verdict(enrolment),
        "quizzes": {keys[quiz_id]: best for quiz_id, one in known.items() if (best := _best(one))},
        "attempts": shown,
        "answers": answers,
        "notes": _notes(desk.session, enrolment, sealed),
    }


def verdict(enrolment: Enrolment) -> Json:
    completion = "completed" if enrolment.done else "incomplete"
    return {"completion": completion, "success": enrolment.success, "score": enrolment.score}


def attempt(desk: Desk, made: Attempt, given: tuple[Given, ...] | None = None) -> Json:
    """Its questions as drawn, with controls only; `answers` for those that are answered."""
    sealed = desk.course(made.release_id)
    quiz = next(quiz for quiz in sealed.course.quizzes if quiz.id == made.quiz_id)
    asked = questions(sealed.course, made)
    score = None
    if made.finished is not None:
        score = {"earned": made.earned, "possible": made.possible}
    return {
        "id": made.id,
        "number": made.number,
        "score": score,
        "questions": [sealed.unanswered(one) for one in asked],
        "html": "".join(sealed.asked(one, quiz.key, arranged=quiz.shuffle) for one in asked),
        "answers": _answers(sealed, in_attempt(desk.session, made.id) if given is None else given),
    }


def reply(sealed: SealedCourse, question: AnyQuestion, given: Any, mark: float | None) -> Json:
    """An answer that is stored, with what may now be told."""
    return {"given": sealed.closed(question, given), "mark": mark, "told": sealed.told(question)}


def _answers(sealed: SealedCourse, given: tuple[Given, ...]) -> Json:
    known: Mapping[str, AnyQuestion] = {question.id: question for question in sealed.course.questions}
    return {
        known[one.question_id].key: reply(sealed, known[one.question_id], one.given, one.mark)
        for one in given
        if one.question_id in known
    }


def _best(one: Tried) -> Json | None:
    if one.best is None:
        return None
    return {"earned": one.best[0], "possible": one.best[1], "attempts": one.finished}


def _notes(session: Session, enrolment: Enrolment, sealed: SealedCourse) -> Json:
    keys = {question_id: key for key, question_id in sealed.writable.items()}
    written = notes(session, enrolment.person_id, enrolment.course_id)
    return {keys[one]: text for one, text in written.items() if one in keys}
