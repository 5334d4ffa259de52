"""The parts of a course: lessons from its folder, quizzes and film discussions from where they are kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel

from course_builder.content.blocks import FilmBlock, QuizBlock
from course_builder.content.course import Part, SharedSet
from course_builder.content.ids import IdFinder
from course_builder.content.lesson import read_lesson
from course_builder.content.media import inside
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.course import PartEntry
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.near import near
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.shelves import Found, Lookup
from course_builder.content.sources import Source
from course_builder.content.validate import CHOICE, KIND, MEDIA_PATH, mapping, validate
from course_builder.content.yamltext import NodeMap

NO_LESSON = Code("no-such-file", "error", "Avsnittet {path} finns inte.", "There is no lesson {path}.", "{near_sv}", "{near_en}")  # fmt: skip
NO_SET = Code("no-such-set", "error", "Det finns {what_sv} som heter {name}.", "There is no {what_en} called {name}.",
              "Lägg filen {name}.yaml i quizzes/, eller rätta namnet.", "Put {name}.yaml in quizzes/, or correct the name.")  # fmt: skip
WRONG_SET = Code("wrong-set", "error", "{name} är inte {what_sv}.", "{name} is not a {what_en}.", "Byt nyckel till {other}:", "Change the key to {other}:")  # fmt: skip
SET_ID = Code("set-id", "error", "Id:t {id} är inte detsamma som filens namn {name}.", "The id {id} is not the file's name {name}.",
              "Namn slås upp efter filens namn; låt dem vara lika.", "Names are looked up by file name; keep them the same.")  # fmt: skip

TWICE = Code("part-twice", "error", "{name} är redan med i kursen: {first}.", "{name} is in the course already: {first}.", "Behåll det på ett ställe.", "Keep it in one place.")  # fmt: skip

WHAT: Mapping[type[BaseModel], tuple[str, str, str, str]] = {
    Quiz: ("inget quiz", "ett quiz", "quiz", "film"),
    FilmDiscussion: ("inget filmsamtal", "ett filmsamtal", "film discussion", "quiz"),
}

KINDS: Mapping[str, type[SharedSet]] = {"quiz": Quiz, "film-discussion": FilmDiscussion}

COMMENT = re.compile(r"(?<!\s)\s+#.*")
NAMED_LESSON = re.compile(r"(?:text: *)?(?P<quote>[\"']?)(?P<path>[^\s:#\"'][^:#\"']*\.md)(?P=quote)")
NAMED_SET = re.compile(r"(?P<kind>quiz|film): *(?P<quote>[\"']?)(?P<name>[a-z][a-z0-9-]*)(?P=quote)")
IS_QUIZ = re.compile(r"^kind:[ \t]*[\"']?quiz\b", re.MULTILINE)

SetModel = TypeVar("SetModel", bound=SharedSet)


@dataclass
class PartReader:
    """Reads each file once. `texts` are the sources by the part's key, `found` the files of shared sets by id."""

    lookup: Lookup
    ids: IdFinder
    problems: list[Problem]
    shared: dict[str, SharedSet] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    _used: dict[str, Place] = field(default_factory=dict)

    def entries(self, entries: Iterable[str | PartEntry], places: Iterable[Place]) -> tuple[Part, ...]:
        """The parts of a module; what cannot be read is left out and told."""
        parts = (self._entry(entry, place) for entry, place in zip(entries, places, strict=True))
        return tuple(part for part in parts if part is not None)

    def agenda(self, items: Iterable[AgendaItem]) -> tuple[Part, ...]:
        """The self-paced twin of a meeting: its texts, film discussion and questions, in order."""
        parts = (self._item(item) for item in items)
        return tuple(part for part in parts if part is not None)

    def alone(self, path: str) -> Part | None:
        """A lesson, or a shared set by its file's name, whatever names it."""
        place = Place(path)
        if path.endswith(".md"):
            return self._lesson(path, place)
        name = path.rpartition("/")[2].removesuffix(".yaml")
        return self._set(name, Quiz, place) if self._is_quiz(name) else self._set(name, FilmDiscussion, place)

    def _is_quiz(self, name: str) -> bool:
        found = self.lookup.shared_set(name)
        return found is not None and IS_QUIZ.search(found.source.text) is not None

    def named_in(self, source: Source) -> tuple[Part, ...]:
        """The parts that a course.yaml names, line by line, though it cannot be read as a whole."""
        parts = (
            self._named(line, source.file, number) for number, line in enumerate(source.text.splitlines(), 1)
        )
        return tuple(part for part in parts if part is not None)

    def _named(self, line: str, file: str, number: int) -> Part | None:
        words = COMMENT.sub("", line).strip(" -")
        place = Place(file, number, line.find(words) + 1)
        lesson, named = NAMED_LESSON.fullmatch(words), NAMED_SET.fullmatch(words)
        if lesson:
            return self._lesson(lesson["path"], place)
        if named:
            return self._set(named["name"], Quiz if named["kind"] == "quiz" else FilmDiscussion, place)
        return None

    def _entry(self, entry: str | PartEntry, place: Place) -> Part | None:
        if isinstance(entry, str):
            return self._lesson(entry, place)
        if entry.film is not None:
            return self._set(entry.film, FilmDiscussion, entry.at("film"))
        return self._set(entry.quiz or "", Quiz, entry.at("quiz"))

    def _item(self, item: AgendaItem) -> Part | None:
        if item.text is not None:
            return self._lesson(item.text, item.at("text"))
        if item.film is not None:
            return self._set(item.film, FilmDiscussion, item.at("film"))
        return self._set(item.quiz, Quiz, item.at("quiz")) if item.quiz is not None else None

    def _first_use(self, name: str, place: Place) -> bool:
        first = self._used.setdefault(name, place)
        if first != place:
            self.problems.append(TWICE.at(place, name=name, first=first))
        return first == place

    def _lesson(self, path: str, place: Place) -> Lesson | None:
        clean = inside(path)
        if clean is None:
            self.problems.append(MEDIA_PATH.at(place, path=path))
            return None
        if not self._first_use(clean, place):
            return None
        found = self.lookup.own(clean, clean.rpartition("/")[0])
        if found is None:
            if not self.lookup.refused(self.lookup.name + clean):
                self.problems.append(NO_LESSON.at(place, path=path, **self._near(path)))
            return None
        reading = read_lesson(found.source, found.media, self.ids)
        self.problems += reading.problems
        if reading.lesson is not None:
            self.texts[reading.lesson.key] = found.source.text
            self._used_in(reading.lesson)
        return reading.lesson

    def _near(self, path: str) -> dict[str, str]:
        lessons = [name for name in self.lookup.tree.paths() if name.endswith(".md")]
        close = get_close_matches(path, lessons, n=1)
        if close:
            return {"near_sv": f"Menade du {close[0]}?", "near_en": f"Did you mean {close[0]}?"}
        return {
            "near_sv": "Skapa filen, eller ta bort raden.",
            "near_en": "Create the file, or remove the line.",
        }

    def _used_in(self, lesson: Lesson) -> None:
        for block in lesson.blocks:
            if isinstance(block, QuizBlock):
                self._set(block.use, Quiz, block.at("use"))
            elif isinstance(block, FilmBlock) and block.use is not None:
                self._set(block.use, FilmDiscussion, block.at("use"))

    def _set(self, identifier: str, model: type[SetModel], place: Place) -> SetModel | None:
        if not self._first_use(identifier, place):
            return None
        found = self.lookup.shared_set(identifier)
        if found is None:
            if not self.lookup.refused(f"{identifier}.yaml"):
                none, _, what_en, _ = WHAT[model]
                self.problems.append(NO_SET.at(place, name=identifier, what_sv=none, what_en=what_en))
            return None
        made = self._read_set(identifier, found)
        if made is None or isinstance(made, model):
            return made
        _, a, what_en, other = WHAT[model]
        self.problems.append(WRONG_SET.at(place, name=identifier, what_sv=a, what_en=what_en, other=other))
        return None

    def _read_set(self, identifier: str, found: Found) -> SharedSet | None:
        self.found[identifier] = found.source.file
        value, problems = mapping(found.source)
        self.problems += problems
        if value is None:
            return None
        model = KINDS.get(kind) if isinstance(kind := value.get("kind"), str) else None
        if model is None:
            self.problems.append(_no_kind(value))
            return None
        self.problems += self.ids.complete(value, model, own=identifier)
        made, problems = validate(model, value, Place(found.source.file), {"media": found.media})
        self.problems += problems
        if made is not None:
            if made.id != identifier:
                self.problems.append(SET_ID.at(made.at("id"), id=made.id, name=identifier))
            self.shared[identifier] = made
            self.texts[made.key] = found.source.text
        return made


def _no_kind(value: NodeMap) -> Problem:
    """One word decides how all the others are read, so nothing more is told."""
    kind = value.get("kind")
    if kind is None:
        return KIND.at(value.keys_at.get("kind", value.place), kinds=", ".join(KINDS))
    word = kind if isinstance(kind, str) else "…"
    return CHOICE.at(value.at("kind"), key="kind", value=word, **near(word, KINDS))
