"""Can the new package take the old one's place? Two courses in, a verdict with its reasons out.

*text only*: nothing that holds an answer or decides a result has changed. *progress kept*: people keep what they have
done, though something is new, moved or gone. *start over*: the portal would mix up answers or people would lose a result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from course_builder.content.blocks import Case, Checklist
from course_builder.content.course import Course
from course_builder.content.keys import state_key
from course_builder.content.models.lesson import Lesson
from course_builder.content.problems import Language

Verdict = Literal["text only", "progress kept", "start over"]
RANK: Mapping[Verdict, int] = {"text only": 0, "progress kept": 1, "start over": 2}
WORDS: Mapping[Language, Mapping[Verdict, str]] = {
    "sv": {
        "text only": "Ja – bara texten har ändrats",
        "progress kept": "Ja – deltagarna behåller det de gjort",
        "start over": "Nej – deltagarna måste börja om",
    },
    "en": {
        "text only": "Yes: text only",
        "progress kept": "Yes: progress kept",
        "start over": "No: people must start over",
    },
}


@dataclass(frozen=True)
class Reason:
    verdict: Verdict
    sv: str
    en: str

    def text(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True)
class Comparison:
    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        return max((reason.verdict for reason in self.reasons), key=RANK.__getitem__, default="text only")

    def title(self, language: Language) -> str:
        return WORDS[language][self.verdict]


@dataclass(frozen=True)
class Thing:
    """Something with an id that can hold an answer: what it is called, what kind, and what decides its mark."""

    name: str
    kind: str
    marks: Any = None


def compare(old: Course, new: Course) -> Comparison:
    return Comparison(tuple(sorted(_reasons(old, new), key=lambda reason: -RANK[reason.verdict])))


def _reasons(old: Course, new: Course) -> Iterator[Reason]:
    if old.id != new.id:
        yield Reason("start over", f"Kursens id har bytts från {old.id} till {new.id}; portalen ser en annan kurs.",
                     f"The course id went from {old.id} to {new.id}; the portal sees another course.")  # fmt: skip
    yield from _rules(old, new)
    yield from _parts(old, new)
    yield from _things(_holders(old), _holders(new))
    if old.digest != new.digest:
        yield Reason("text only", "Texten har ändrats.", "The text has changed.")


def _rules(old: Course, new: Course) -> Iterator[Reason]:
    if old.completion != new.completion:
        yield Reason("progress kept", "Vad som räknas som genomförd har ändrats. Den som redan är klar förblir klar.",
                     "What counts as done has changed. Those who are done stay done.")  # fmt: skip
    marks = {quiz.id: old.pass_mark(quiz) for quiz in old.quizzes}
    for quiz in new.quizzes:
        if quiz.id in marks and marks[quiz.id] != new.pass_mark(quiz):
            yield Reason("progress kept", f"Gränsen för {quiz.title} är ny: {new.pass_mark(quiz):.0%}.",
                         f"The mark of {quiz.title} is new: {new.pass_mark(quiz):.0%}.")  # fmt: skip


def _parts(old: Course, new: Course) -> Iterator[Reason]:
    before, after = [part.id for part in old.parts], [part.id for part in new.parts]
    titles = {part.id: part.title for part in (*old.parts, *new.parts)}
    for identifier in before:
        if identifier not in after:
            yield Reason("progress kept", f"Avsnittet {titles[identifier]} är borttaget.", f"The lesson {titles[identifier]} is gone.")  # fmt: skip
    for identifier in after:
        if identifier not in before:
            yield Reason("progress kept", f"Avsnittet {titles[identifier]} är nytt. Den som är klar förblir klar; övriga läser det.",
                         f"The lesson {titles[identifier]} is new. Those who are done stay done; others read it.")  # fmt: skip
    kept_before = [identifier for identifier in before if identifier in after]
    kept_after = [identifier for identifier in after if identifier in before]
    if kept_before != kept_after:
        yield Reason("progress kept", "Avsnitten står i ny ordning.", "The lessons stand in a new order.")


def _things(old: Mapping[str, Thing], new: Mapping[str, Thing]) -> Iterator[Reason]:
    keys = {state_key(identifier): identifier for identifier in old}
    for identifier, thing in old.items():
        if identifier not in new:
            yield Reason("progress kept", f"{thing.name} är borttagen. Svar på den glöms.", f"{thing.name} is gone. Answers to it are forgotten.")  # fmt: skip
        elif new[identifier].kind != thing.kind:
            yield Reason("start over", f"{thing.name} har bytt typ från {thing.kind} till {new[identifier].kind} men behållit sitt id.",
                         f"{thing.name} changed kind from {thing.kind} to {new[identifier].kind} but kept its id.")  # fmt: skip
        elif new[identifier].marks != thing.marks:
            yield Reason("progress kept", f"{thing.name} har nya svar eller ett nytt rätt svar. Poäng som redan är satta ändras inte.",
                         f"{thing.name} has new answers or a new right answer. Points already given stay.")  # fmt: skip
    for identifier, thing in new.items():
        if identifier in old:
            continue
        clash = keys.get(state_key(identifier))
        if clash is not None:
            yield Reason("start over", f"Id:t {identifier} delar nyckel med det gamla {clash}. Välj ett annat id.",
                         f"The id {identifier} shares its key with the old {clash}. Choose another id.")  # fmt: skip
        else:
            yield Reason("progress kept", f"{thing.name} är ny.", f"{thing.name} is new.")


def _holders(course: Course) -> dict[str, Thing]:
    """Everything that can hold an answer, by id."""
    things: dict[str, Thing] = {}
    for quiz in course.quizzes:
        things[quiz.id] = Thing(f"Quiz: {quiz.title}", "quiz", (quiz.draw, quiz.shuffle))
    for question in course.questions:
        data = question.data()
        marks = {name: value for name, value in data.items() if name not in ("ask", "text", "id", "key")}
        things[question.id] = Thing(f"Fråga {question.id}", question.kind, _without_words(marks))
    for film in course.films:
        for item in film.questions:
            things[item.id] = Thing(f"Samtalsfråga {item.id}", "discussion")
    for block in _answerable_blocks(course):
        things[block.id] = Thing(block.title, block.kind)
    return things


def _without_words(value: Any) -> Any:
    """Right answers and keys, not the words people read."""
    if isinstance(value, dict):
        return {
            name: _without_words(item)
            for name, item in value.items()
            if name not in ("text", "left", "right_text", "ask")
        }
    if isinstance(value, list | tuple):
        return [_without_words(item) for item in value]
    return value


def _answerable_blocks(course: Course) -> Iterator[Case | Checklist]:
    for part in course.parts:
        if isinstance(part, Lesson):
            yield from (block for block in part.blocks if isinstance(block, Case | Checklist))
