"""What the player sends: answers, tries, notes, what is read, and where she is. Words and numbers as JSON, both ways.

Nothing it says about its own worth is read: marks, results and completion are made here from the answers.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from flask import Blueprint, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from werkzeug.exceptions import HTTPException

from course_builder.learning import answers, at_player, attempts, notes, taking
from course_builder.learning.at_player import Desk, Json
from course_builder.learning.finishing import Result
from course_builder.learning.refusals import AnsweredElsewhere, NotThere
from course_builder.learning.seat import Seat, latest_seat
from course_builder.learning.so_far import attempt_of, enrolment_of, given_in
from course_builder.library.releases import course_of
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web import records
from course_builder.web.clock import now, today
from course_builder.web.guard import allow, signed_in
from course_builder.web.language import gettext, language
from course_builder.web.records import glance, reading, writing

pages = Blueprint("learn_desk", __name__, url_prefix="/learn/<course_id>")

CONFLICT, UNREADABLE = 409, 422
Key = Annotated[str, Field(min_length=1, max_length=80)]
BUILT = FolderTree(shipped.BUILT)


class Sent(BaseModel):
    """What else a page sends is not looked at."""

    model_config = ConfigDict(strict=True, extra="ignore")


class AnswerSent(Sent):
    question: Key
    attempt: int | None = None
    given: Any
    key: Key


class AttemptSent(Sent):
    quiz: Key


class NoteSent(Sent):
    question: Key
    text: str
    was: str = ""


class ReadSent(Sent):
    part: Key


class StateSent(Sent):
    state: str
    based_on: int


Model = TypeVar("Model", bound=Sent)


@pages.post("/answer")
@allow(Action.LEARN)
def answer(course_id: str) -> Response | tuple[Response, int]:
    """Weighed before others have to wait; what is right is told when the answer is stored."""
    sent = _sent(AnswerSent)
    with glance() as at:
        seat, going = answers.seated(at, signed_in().person_id, course_id, sent.attempt)
    sealed, question = at_player.question(_desk(), seat, going, sent.question)
    given = sealed.opened(question, sent.given)
    weighed = answers.weigh(
        reading(), seat, course_of(reading(), seat.release_id), question.id, going, given, sent.key
    )
    try:
        stored = answers.stored(records, weighed, now())
    except AnsweredElsewhere as refused:
        other = given_in(reading(), sent.attempt or 0, question.id)
        known = at_player.reply(sealed, question, other.given, other.mark) if other else {}
        return jsonify(error=refused.words(language()), **known), CONFLICT
    told = at_player.reply(sealed, question, given, stored.mark)
    return jsonify(**told, **_finished(seat, stored.finished))


@pages.post("/attempt")
@allow(Action.LEARN)
def attempt(course_id: str) -> Response:
    """The attempt that is open, or a new one: its questions, without what is right."""
    sent, seat = _sent(AttemptSent), _seat(course_id)
    course = course_of(reading(), seat.release_id)
    quiz = next((one for one in course.quizzes if one.key == sent.quiz), None)
    if quiz is None:
        raise NotThere(sent.quiz)
    with writing() as session:
        made = attempts.start(session, seat, course, quiz.id, now())
    return jsonify(**at_player.attempt(_desk(), made))


@pages.get("/attempt/<int:attempt_id>")
@allow(Action.LEARN)
def review(course_id: str, attempt_id: int) -> Response:
    """An attempt as it stands, to be read again."""
    found = attempt_of(reading(), _seat(course_id).id, attempt_id)
    if found is None:
        raise NotThere(attempt_id)
    return jsonify(**at_player.attempt(_desk(), found))


@pages.post("/note")
@allow(Action.LEARN)
def note(course_id: str) -> Response | tuple[Response, int]:
    """Hers alone; an empty one is gone. Written only over what its window has seen."""
    sent, seat = _sent(NoteSent), _seat(course_id)
    question_id = _desk().course(seat.release_id).writable.get(sent.question)
    if question_id is None:
        raise NotThere(sent.question)
    with writing() as session:
        other = notes.keep_over(
            session, seat.person_id, seat.course_id, question_id, sent.text, sent.was, now()
        )
    return jsonify() if other is None else (jsonify(text=other), CONFLICT)


@pages.post("/read")
@allow(Action.LEARN)
def read(course_id: str) -> Response:
    sent, seat = _sent(ReadSent), _seat(course_id)
    course = course_of(reading(), seat.release_id)
    with writing() as session:
        verdict = taking.part_read(session, seat, course, sent.part, now())
    return jsonify(verdict=verdict)


@pages.post("/state")
@allow(Action.LEARN)
def state(course_id: str) -> Response | tuple[Response, int]:
    """Written only over what its window has seen."""
    sent, seat = _sent(StateSent), _seat(course_id)
    with writing() as session:
        kept = taking.keep_state(session, seat.id, sent.state, sent.based_on)
    if isinstance(kept, taking.Conflict):
        return jsonify(state=kept.state, revision=kept.revision), CONFLICT
    return jsonify(revision=kept)


def _desk() -> Desk:
    return Desk(reading(), BUILT, today())


def _seat(course_id: str) -> Seat:
    """Her own enrolment: the address names a course, never somebody's enrolment."""
    with glance() as at:
        found = latest_seat(at, signed_in().person_id, course_id)
    if found is None:
        raise NotThere(course_id)
    return found


def _sent(model: type[Model]) -> Model:
    try:
        return model.model_validate(request.get_json(silent=True))
    except ValidationError:
        abort(UNREADABLE)


def _finished(seat: Seat, result: Result | None) -> Json:
    """What the course makes of it, when an answer was the last of its attempt."""
    if result is None:
        return {}
    enrolment = enrolment_of(reading(), seat.person_id, seat.course_id)
    return {"verdict": at_player.verdict(enrolment)} if enrolment else {}


@pages.errorhandler(Refused)
def _refused(refused: Refused) -> tuple[Response, int]:
    return jsonify(error=refused.words(language())), CONFLICT


@pages.errorhandler(NotThere)
def _not_there(missing: NotThere) -> tuple[Response, int]:
    return jsonify(error=gettext("Det här finns inte i kursen längre. Ladda om sidan.")), 404


@pages.errorhandler(HTTPException)
def _failed(error: HTTPException) -> tuple[Response, int]:
    said: dict[int | None, Callable[[], str]] = {
        401: lambda: gettext("Du är inte inloggad längre. Logga in igen, så sparas det du har gjort."),
        403: lambda: gettext("Sidan hade varit öppen för länge. Ladda om den, så sparas det du har gjort."),
        413: lambda: gettext("Texten är för lång. Korta den och spara igen."),
        UNREADABLE: lambda: gettext("Servern förstod inte vad sidan skickade. Ladda om sidan."),
    }
    words = said.get(error.code, lambda: gettext("Det gick inte att spara nu. Vi försöker igen."))
    return jsonify(error=words()), error.code or 500
