"""Can the new package take the old one's place? Two courses in, a verdict with its reasons out.

*text only*: nothing that holds an answer or decides a result has changed. *progress kept*: people keep what they have
done, though something is new, moved or gone. *start over*: the portal would mix up answers or people would lose a result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from course_builder.content.blocks import Block, Case, Checklist, FilmBlock
from course_builder.content.course import Course
from course_builder.content.keys import state_key
from course_builder.content.models.lesson import Lesson
from course_builder.content.plain import plain
from course_builder.content.problems import Language
from course_builder.content.questions import AnyQuestion

Verdict = Literal["text only", "progress kept", "start over"]
LONGEST_START = 50
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
    """Something with an id that can hold an answer: what it is called, what kind, and what decides its result."""

    sv: str
    en: str
    kind: str
    decides: Any = None


CHANGED: Mapping[str, tuple[str, str]] = {
    "quiz": ("drar sina frågor på ett nytt sätt", "draws its questions in a new way"),
    "case": ("har andra scener eller val", "has other scenes or choices"),
    "checklist": ("har andra punkter", "has other items"),
}
CHANGED_QUESTION = (
    "har nya svar, ett nytt rätt svar eller en ny plats. Poäng som redan är satta ändras inte",
    "has new answers, a new right answer or a new place. Points already given stay",
)


def compare(old: Course, new: Course) -> Comparison:
    return Comparison(tuple(sorted(_reasons(old, new), key=lambda reason: -RANK[reason.verdict])))


def _reasons(old: Course, new: Course) -> Iterator[Reason]:
    if old.id != new.id:
        yield Reason("start over", f"Kursens id har bytts från {old.id} till {new.id}; portalen ser en annan kurs.",
                     f"The course id went from {old.id} to {new.id}; the portal sees another course.")  # fmt: skip
    yield from _rules(old, new)
    yield from _parts(old, new)
    yield from _things(_holders(old), _holders(new))
    if (old.agenda, old.variants) != (new.agenda, new.variants):
        yield Reason("text only", "Timmens upplägg är nytt: dess punkter, längder eller stöd till samtalsledaren.",
                     "The hour is laid out anew: its items, lengths or leader notes.")  # fmt: skip
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
                         f"The pass mark of {quiz.title} is new: {new.pass_mark(quiz):.0%}.")  # fmt: skip


def _parts(old: Course, new: Course) -> Iterator[Reason]:
    before, after = ({part.key: part for part in course.parts} for course in (old, new))
    for key, part in before.items():
        if key not in after:
            yield Reason("progress kept", f"{part.title} finns inte längre.", f"{part.title} is gone.")
        elif after[key].id != part.id:
            yield _clash(after[key].id, part.id)
    for key, part in after.items():
        if key not in before:
            yield Reason("progress kept", f"{part.title} har tillkommit. Den som är klar förblir klar; övriga tar del av det.",
                         f"{part.title} is new. Those who are done stay done; others take it.")  # fmt: skip
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield Reason("progress kept", "Avsnitten står i ny ordning.", "The lessons are in a new order.")


def _clash(new: str, old: str) -> Reason:
    return Reason("start over", f"Id:t {new} delar nyckel med det gamla {old}. Välj ett annat id.",
                  f"The id {new} shares its key with the old {old}. Choose another id.")  # fmt: skip


def _things(old: Mapping[str, Thing], new: Mapping[str, Thing]) -> Iterator[Reason]:
    for identifier, thing in old.items():
        if identifier not in new:
            yield Reason("progress kept", f"{thing.sv} finns inte längre. Svaren glöms.", f"{thing.en} is gone. Answers to it are forgotten.")  # fmt: skip
        else:
            yield from _changed(thing, new[identifier])
    keys = {state_key(identifier): identifier for identifier in old}
    for identifier, thing in new.items():
        if identifier in old:
            continue
        if state_key(identifier) in keys:
            yield _clash(identifier, keys[state_key(identifier)])
        else:
            yield Reason("progress kept", f"{thing.sv} har tillkommit.", f"{thing.en} is new.")


def _changed(before: Thing, now: Thing) -> Iterator[Reason]:
    if now.kind != before.kind:
        yield Reason("start over", f"{before.sv} har bytt typ från {before.kind} till {now.kind} men behållit sitt id.",
                     f"{before.en} changed kind from {before.kind} to {now.kind} but kept its id.")  # fmt: skip
    elif now.decides != before.decides:
        sv, en = CHANGED.get(now.kind, CHANGED_QUESTION)
        yield Reason("progress kept", f"{now.sv} {sv}.", f"{now.en} {en}.")


def _holders(course: Course) -> dict[str, Thing]:
    """Everything that can hold an answer, by id."""
    things: dict[str, Thing] = {}
    for quiz in course.quizzes:
        things[quiz.id] = Thing(
            f"Quizet {quiz.title}", f"The quiz {quiz.title}", "quiz", (quiz.draw, quiz.shuffle)
        )
        for question in quiz.questions:
            things[question.id] = _question(question, quiz.id)
    for question in course.practice:
        things[question.id] = _question(question, None)
    for film in course.films:
        for item in film.questions:
            things[item.id] = Thing(
                f"Samtalsfrågan {_start(item.ask)}", f"The question {_start(item.ask)}", "discussion"
            )
    for part in course.parts:
        if isinstance(part, Lesson):
            things |= {thing[0]: thing[1] for thing in map(_block, part.blocks) if thing}
    return things


def _question(question: AnyQuestion, quiz: str | None) -> Thing:
    start = _start(question.asked)
    return Thing(f"Frågan {start}", f"The question {start}", question.kind, (quiz, _decides(question.data())))


def _decides(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of a question's data, what is right and what can be chosen; not the words people read, nor their order."""
    kept = {name: value for name, value in data.items() if name not in ("id", "key", "ask", "text")}
    if "options" in data:
        kept["options"] = sorted(option["key"] for option in data["options"])
    if "items" in data:
        kept["items"] = [item["key"] for item in data["items"]]
    if "pairs" in data:
        groups = [pair["right"] for pair in data["pairs"]]
        kept["pairs"] = {pair["key"]: groups.index(pair["right"]) for pair in data["pairs"]}
    return kept


def _block(block: Block) -> tuple[str, Thing] | None:
    if isinstance(block, Case):
        paths = [(scene.id, [choice.id for choice in scene.choices]) for scene in block.scenes]
        return block.id, Thing(f"Fallet {block.title}", f"The case {block.title}", "case", paths)
    if isinstance(block, Checklist):
        items = sorted(item.id for item in block.items)
        return block.id, Thing(
            f"Checklistan {block.title}", f"The checklist {block.title}", "checklist", items
        )
    if isinstance(block, FilmBlock) and block.id is not None and block.film is not None:
        title = block.film.title or block.id
        return block.id, Thing(f"Filmen {title}", f"The film {title}", "film")
    return None


def _start(text: str) -> str:
    """The first words, in quotation marks."""
    words = plain(text)
    return f"”{words if len(words) <= LONGEST_START else words[:LONGEST_START].rpartition(' ')[0] + ' …'}”"
