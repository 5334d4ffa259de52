"""What taking in a list would do, row by row, before anything is done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from course_builder.portal import known
from course_builder.portal.columns import Fields, cut
from course_builder.portal.courses import course_ids, folded_title
from course_builder.portal.dates import day, month_comes_first
from course_builder.portal.known import Standing
from course_builder.portal.matching import Match, Matcher
from course_builder.portal.models import CompletionList, ListRow, RowState
from course_builder.portal.results import Outcome, folded, outcome

NEAR = timedelta(days=30)
"""Two dates from the same source closer than this are one completion told in two ways."""
EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True)
class Line:
    """One row. `state` is what it would become; None: it is about a course that is not ours, and is not kept."""

    number: int
    said: Mapping[str, str]
    fingerprint: str
    state: RowState | None = None
    reason: str = ""
    person_id: int | None = None
    course_id: str | None = None
    on: date | None = None
    outcome: Outcome | None = None
    contradicts: Standing | None = None

    def becomes(self, state: RowState, reason: str = "", contradicts: Standing | None = None) -> "Line":
        return replace(self, state=state, reason=reason, contradicts=contradicts)

    @property
    def passed(self) -> bool | None:
        return True if self.outcome is Outcome.PASSED else None


@dataclass(frozen=True)
class Plan:
    lines: tuple[Line, ...]
    courses: tuple[str, ...]
    """Names of courses nobody has said anything about yet."""
    words: tuple[str, ...]
    """Results nobody has said anything about yet."""

    @property
    def counts(self) -> Mapping[RowState | None, int]:
        return Counter(line.state for line in self.lines)

    @property
    def kept(self) -> tuple[Line, ...]:
        """Without what is about other courses: that is none of our business."""
        return tuple(line for line in self.lines if line.state is not None)

    @property
    def says_something_new(self) -> bool:
        return any(line.state not in (RowState.KNOWN, RowState.NOT_YET) for line in self.kept)


def plan(session: Session, brought: CompletionList, paths: Sequence[str], today: date) -> Plan:
    """`paths` are the units of whoever takes it in: people elsewhere are unknown to her."""
    if brought.draft is None:
        return Plan((), (), ())
    lines = _lines(brought)
    ids = {**course_ids(session), **brought.portal.courses}
    read = _read(lines, ids, brought.portal.words, today)
    judged = _judge(session, read, paths, brought.source)
    unread = [line for line in judged if line.state is RowState.UNMATCHED]
    return Plan(
        tuple(judged),
        tuple(dict.fromkeys(line.said["course"] for line in unread if line.reason == "course" and "course" in line.said)),
        tuple(dict.fromkeys(folded(line.said["result"]) for line in unread if line.reason == "result" and "result" in line.said)),
    )  # fmt: skip


def _lines(brought: CompletionList) -> list[Line]:
    draft = brought.draft or {"header": [], "rows": []}
    fields = Fields.of(brought.fields)
    said = ((number, cut(fields, draft["header"], cells)) for number, cells in draft["rows"])
    return [Line(number, one, known.fingerprint(brought.portal_id, one)) for number, one in said]


class Reader(NamedTuple):
    """What is needed to read the words of one list."""

    courses: Mapping[str, str]
    words: Mapping[str, str]
    month_first: bool
    today: date

    def read(self, line: Line) -> Line:
        said = line.said
        course = self.courses.get(folded_title(said.get("course", "")))
        found = replace(
            line,
            course_id=course,
            on=day(said.get("on", ""), self.month_first),
            outcome=outcome(said.get("result", ""), self.words),
        )
        if course == "":
            return replace(found, state=None, reason="not_ours")
        return found.becomes(RowState.UNMATCHED, self._reason(found)) if self._reason(found) else found

    def _reason(self, line: Line) -> str:
        """What keeps the row from being understood."""
        if line.course_id is None:
            return "course"
        if line.outcome is None:
            return "result"
        if line.outcome is Outcome.NOT_YET:
            return ""
        if line.on is None:
            return "on"
        return "" if EARLIEST <= line.on <= self.today else "future" if line.on > self.today else "on"


def _read(
    lines: Sequence[Line], courses: Mapping[str, str], words: Mapping[str, str], today: date
) -> list[Line]:
    month_first = month_comes_first(line.said.get("on", "") for line in lines)
    reader = Reader(courses, words, month_first, today)
    return [reader.read(line) for line in lines]


def _judge(session: Session, lines: Sequence[Line], paths: Sequence[str], source: str) -> list[Line]:
    matcher = Matcher(session, (line.said for line in lines), paths)
    before = known.rows_before(session, (line.fingerprint for line in lines))
    matched = [_with_person(line, matcher.match(line.said)) for line in lines]
    standing = known.completions(
        session,
        (line.person_id for line in matched if line.person_id is not None),
        (line.course_id for line in matched if line.course_id),
    )
    judge = Judge(standing, before, source)
    return [judge.judge(line) for line in matched]


def _with_person(line: Line, match: Match) -> Line:
    found = replace(line, person_id=match.person_id)
    if line.reason == "not_ours" or match.person_id is not None:
        return found
    if line.outcome is Outcome.NOT_YET:
        return found.becomes(RowState.NOT_YET)
    if match.differs:
        return found.becomes(RowState.CONTRADICTS, "person")
    return found.becomes(RowState.UNMATCHED, line.reason or "who")


class Judge:
    """Says what each row adds, remembering those above it in the same list."""

    def __init__(
        self,
        standing: Mapping[tuple[int, str], Sequence[Standing]],
        before: Mapping[str, ListRow],
        source: str,
    ) -> None:
        self._standing, self._before, self._source = standing, before, source
        self._above: dict[tuple[int, str, date], Line] = {}
        self._printed: set[str] = set()

    def judge(self, line: Line) -> Line:
        if line.reason == "not_ours":
            return line
        if came := self._came_before(line):
            return came
        self._printed.add(line.fingerprint)
        return line if line.state else self._new(line)

    def _came_before(self, line: Line) -> Line | None:
        if line.fingerprint in self._printed:
            return line.becomes(RowState.KNOWN, "twice")
        before = self._before.get(line.fingerprint)
        return line.becomes(RowState.KNOWN, before.state) if before else None

    def _new(self, line: Line) -> Line:
        if line.person_id is None or line.course_id is None:
            return line.becomes(RowState.UNMATCHED, "who")
        standing = self._standing.get((line.person_id, line.course_id), ())
        if line.outcome is Outcome.NOT_YET:
            return self._not_yet(line, standing)
        if line.on is None:
            return line.becomes(RowState.UNMATCHED, "on")
        key = (line.person_id, line.course_id, line.on)
        if above := self._above.get(key):
            return (
                line.becomes(RowState.KNOWN, "twice")
                if above.passed == line.passed
                else line.becomes(RowState.CONTRADICTS, "in_list")
            )
        self._above[key] = line
        return self._against(line, line.on, standing)

    def _not_yet(self, line: Line, standing: Sequence[Standing]) -> Line:
        for one in standing:
            if one.source == self._source and one.on == line.on:
                return line.becomes(RowState.CONTRADICTS, "not_yet", one)
        return line.becomes(RowState.NOT_YET)

    def _against(self, line: Line, on: date, standing: Sequence[Standing]) -> Line:
        same_day = [one for one in standing if one.on == on]
        if any(_agrees(one.passed, line.passed) for one in same_day):
            return line.becomes(RowState.KNOWN, "completion")
        if same_day:
            return line.becomes(RowState.CONTRADICTS, "result", same_day[0])
        near = [one for one in standing if one.source == self._source and abs(one.on - on) <= NEAR]
        if near:
            return line.becomes(RowState.CONTRADICTS, "near", near[0])
        return line.becomes(RowState.TAKEN)


def _agrees(kept: bool | None, said: bool | None) -> bool:
    """Completed says less than passed, and so agrees with it."""
    return kept == said or (kept is True and said is None)
