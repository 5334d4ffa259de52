"""Why a status is what it is: the events behind it, one line each, and what the region has decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.render.dates import day
from course_builder.learning import why_words as words
from course_builder.learning.events import Kind
from course_builder.learning.models import Attempt, Event, RenewalRule
from course_builder.learning.standing import Standing
from course_builder.learning.standings import standing_of
from course_builder.library.models import Release
from course_builder.library.releases import course_of

_LANGUAGES = ("sv", "en")
QUIET = (Kind.ANSWERED,)
"""What stands in another line: an answer in the result of its attempt."""


@dataclass(frozen=True)
class Line:
    """`seq` and `at` are the event's; a line about a rule or a requirement has neither."""

    sv: str
    en: str
    at: datetime | None = None
    seq: int | None = None
    kind: str | None = None

    def text(self, language: str) -> str:
        return self.en if language == "en" else self.sv


def why(session: Session, person_id: int, course_id: str, today: date) -> list[Line]:
    """What was asked, what happened in its order, and until when it holds. For the person herself: results are named."""
    standing = next(
        (one for one in standing_of(session, person_id, today) if one.course_id == course_id), None
    )
    told = _Told(session)
    events = session.scalars(
        select(Event)
        .where(Event.person_id == person_id, Event.course_id == course_id, Event.kind.not_in(QUIET))
        .order_by(Event.seq)
    ).all()
    return [*_asked(standing), *(told.line(event) for event in events), *_rule(session, standing)]


def _line(two: words.Two, *values: Mapping[str, object]) -> Line:
    """`values` are those of the Swedish words and those of the English."""
    sv, en = values or ({}, {})
    return Line(two[0].format_map(sv), two[1].format_map(en))


def _asked(standing: Standing | None) -> list[Line]:
    if standing is None:
        return []
    if standing.own_choice:
        return [_line(words.OWN_CHOICE)]
    lines = []
    if standing.state != "exempt":
        lines.append(_line(words.ASKED, *({"due": _by(standing.due, which)} for which in (0, 1))))
    if standing.state == "unknown":
        lines.append(_line(words.UNKNOWN))
    return lines


def _by(due: date | None, which: int) -> str:
    return words.BY[which].format(due=day(due, _LANGUAGES[which])) if due else ""


def _rule(session: Session, standing: Standing | None) -> list[Line]:
    if standing is None or standing.valid_until is None:
        return []
    decision = session.get_one(RenewalRule, standing.course_id).decision
    until = standing.valid_until
    return [_line(words.DUE, *({"decision": decision, "until": day(until, one)} for one in _LANGUAGES))]


class _Told:
    """Events into lines; what they point at is looked up once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.numbers: dict[int, int] = {}

    def line(self, event: Event) -> Line:
        sv, en = words.SAID[event.kind]
        return Line(
            sv.format_map(self._values(event, 0)),
            en.format_map(self._values(event, 1)),
            event.at,
            event.seq,
            event.kind,
        )

    def _values(self, event: Event, which: int) -> Mapping[str, object]:
        match event.kind:
            case Kind.OPENED | Kind.MOVED | Kind.TOLD:
                return {"version": words.VERSION[which].format(number=self._number(event.release_id or 0))}
            case Kind.READ:
                return {"part": self._part(event, which)}
            case Kind.STARTED | Kind.FINISHED:
                return self._attempt(event, which)
            case Kind.REACHED:
                return {"verdict": words.VERDICTS[event.data["completion"], event.data["success"]][which]}
            case Kind.COMPLETED | Kind.REGISTERED:
                return {**_completion(event, which), "gone_through": self._gone_through(event, which)}
            case _:
                return {"why": _reason(event, which), "change": _change(event, which)}

    def _number(self, release_id: int) -> int:
        if release_id not in self.numbers:
            found = self.session.scalar(select(Release.number).where(Release.id == release_id))
            self.numbers[release_id] = found or 0
        return self.numbers[release_id]

    def _gone_through(self, event: Event, which: int) -> str:
        if event.release_id is None:
            return ""
        return words.GONE_THROUGH[which].format(number=self._number(event.release_id))

    def _course(self, event: Event) -> Course | None:
        return course_of(self.session, event.release_id) if event.release_id is not None else None

    def _part(self, event: Event, which: int) -> str:
        course = self._course(event)
        found = (
            (part.title for part in course.parts if part.key == event.data["part"]) if course else iter(())
        )
        return next(found, words.GONE[which])

    def _attempt(self, event: Event, which: int) -> Mapping[str, object]:
        attempt = self.session.get(Attempt, event.data["attempt"])
        course = course_of(self.session, attempt.release_id) if attempt else None
        titles = {quiz.id: quiz.title for quiz in course.quizzes} if course else {}
        return {
            "quiz": titles.get(attempt.quiz_id, attempt.quiz_id) if attempt else words.GONE[which],
            "number": attempt.number if attempt else "",
            "earned": _number_in(event.data.get("earned"), which),
            "possible": _number_in(event.data.get("possible"), which),
        }


def _completion(event: Event, which: int) -> Mapping[str, object]:
    return {
        "on": day(date.fromisoformat(event.data["on"]), _LANGUAGES[which]),
        "result": words.PASSED[event.data["passed"]][which],
        "source": words.SOURCES[event.data.get("source", "here")][which],
    }


def _change(event: Event, which: int) -> str:
    """What a correction says instead."""
    told = ""
    if "on" in event.data:
        told += f": {day(date.fromisoformat(event.data['on']), _LANGUAGES[which])}"
    if "passed" in event.data:
        told += words.PASSED[event.data["passed"]][which]
    return told


def _reason(event: Event, which: int) -> str:
    code = str(event.data.get("why", ""))
    return words.REASONS.get(code, (code, code))[which]


def _number_in(value: float | None, which: int) -> str:
    if value is None:
        return ""
    text = f"{value:g}"
    return text.replace(".", ",") if which == 0 else text
