"""One question on its way in: what was said of it, and the value it becomes. Every format makes its questions here."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from course_builder.content.plain import plain
from course_builder.content.problems import Code, Place, Problem
from course_builder.importing import told
from course_builder.importing.fitting import cleaned, misfits
from course_builder.importing.html_inline import inline
from course_builder.importing.imported import Imported, TakenQuestion, Value

LONGEST_NAME = 80
LONGEST_TAG = 40
MOST_TAGS = 20


MOST_QUESTIONS = 2_000


class NotTaken(Exception):
    """The question has no counterpart here; `code` says why."""

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code.name)
        self.code, self.values = code, values


@dataclass
class Asking:
    """Collects what a person should know of one question. The place is where the question begins in the file."""

    place: Place
    name: str = ""
    because: str = ""
    otherwise: str = ""
    points: float = 1
    tags: Sequence[str] = ()
    articles: Sequence[int] = ()
    problems: list[Problem] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    def tell(self, code: Code, **values: object) -> None:
        shown = {name: plain(value) if isinstance(value, str) else value for name, value in values.items()}
        self.problems.append(code.at(self.place, **shown))

    def html(self, text: str) -> str:
        return inline(text, self.dropped)

    def feedback(self, text: str) -> None:
        """Feedback that has no place of its own is told, so that nobody believes it came along."""
        if text:
            self.tell(told.FEEDBACK, text=text)

    def value(self, kind: str, ask: str, **parts: Any) -> Value:
        """In the order of our own files."""
        points = int(self.points) if self.points == int(self.points) else self.points
        tags = dict.fromkeys(" ".join(tag.split())[:LONGEST_TAG].strip() for tag in self.tags)
        made: Value = {
            "kind": kind, "ask": ask, "points": None if points == 1 else points, "articles": list(self.articles),
            "tags": list(tags)[:MOST_TAGS], **parts, "because": self.because, "otherwise": self.otherwise,
        }  # fmt: skip
        return made


def taken(asking: Asking, make: Callable[[Asking], Value]) -> TakenQuestion | Problem:
    """The question, or why it was not taken in."""
    try:
        value: Value = cleaned(make(asking))
    except NotTaken as no:
        return no.code.at(asking.place, **no.values)
    if "ask" not in value and value["kind"] != "gaps":
        return told.NO_ASK.at(asking.place)
    for unfit in misfits(value, asking.place)[:1]:
        return _unfit(unfit)
    for name, count in sorted(asking.dropped.items()):
        if count:
            asking.tell(told.LEFT_OUT[name], count=count)
    name = " ".join(asking.name.split())[:LONGEST_NAME]
    return TakenQuestion(value, asking.place, name, tuple(asking.problems))


def collected(found: Iterable[TakenQuestion | Problem], name: str) -> Imported:
    """What a whole file gave, up to so many questions."""
    questions: list[TakenQuestion] = []
    problems: list[Problem] = []
    for one in found:
        if len(questions) + len(problems) == MOST_QUESTIONS:
            problems.append(told.MANY.at(one.place, most=MOST_QUESTIONS))
            break
        if isinstance(one, TakenQuestion):
            questions.append(one)
        else:
            problems.append(one)
    if not questions and not problems:
        problems.append(told.NOTHING.at(Place(name)))
    return Imported(questions, problems=problems)


def _unfit(problem: Problem) -> Problem:
    """In both languages, whichever the reader has."""
    code = Code(
        told.UNFIT.name,
        "error",
        told.UNFIT.sv.replace("{why}", "{sv}"),
        told.UNFIT.en.replace("{why}", "{en}"),
    )
    return code.at(problem.place, sv=problem.message("sv"), en=problem.message("en"))
