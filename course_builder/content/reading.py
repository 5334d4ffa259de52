"""Read a course: a tree of text files in, a Course and every problem out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from typing import Any, TypeVar

from pydantic import BaseModel

from course_builder.content import citations
from course_builder.content.blocks import FilmBlock, QuizBlock
from course_builder.content.course import Course, Module, Part, SharedSet
from course_builder.content.glossary import read_glossary
from course_builder.content.ids import Gap, IdFinder
from course_builder.content.keys import letters
from course_builder.content.lesson import read_lesson
from course_builder.content.media import inside
from course_builder.content.models.course import CourseFile, ModuleEntry, PartEntry
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.models.region import Region
from course_builder.content.problems import Code, Place, Problem, in_order
from course_builder.content.shelves import Found, Lookup, Shelf
from course_builder.content.sources import Source
from course_builder.content.tree import Blob, Tree
from course_builder.content.validate import MAPPING, MEDIA_PATH, validate
from course_builder.content.yamltext import NodeList, NodeMap, parse

ROOT = "course.yaml"
DIGEST_WHOLE = 16_000_000
"""Files up to this size count by content in a digest, larger ones by name, size and their first and last part."""
DIGEST_END = 65_536

NO_COURSE = Code("no-course", "error", "Här finns ingen kurs: filen course.yaml saknas.", "There is no course here: course.yaml is missing.",
                 "Ange kursens mapp, eller börja med course-builder new.", "Name the course's folder, or begin with course-builder new.")  # fmt: skip
NO_LESSON = Code(
    "no-such-file",
    "error",
    "Avsnittet {path} finns inte.",
    "There is no lesson {path}.",
    "{near_sv}",
    "{near_en}",
)
NO_SET = Code("no-such-set", "error", "Det finns {what_sv} som heter {name}.", "There is no {what_en} called {name}.",
              "Lägg filen {name}.yaml i quizzes/, eller rätta namnet.", "Put {name}.yaml in quizzes/, or correct the name.")  # fmt: skip
WRONG_SET = Code("wrong-set", "error", "{name} är inte {what_sv}.", "{name} is not a {what_en}.", "Byt nyckel till {other}:", "Change the key to {other}:")  # fmt: skip
SET_ID = Code("set-id", "error", "Id:t {id} är inte filens namn {name}.", "The id {id} is not the file's name {name}.",
              "Namn slås upp efter filens namn; låt dem vara lika.", "Names are looked up by file name; keep them the same.")  # fmt: skip

WHAT: Mapping[type[BaseModel], tuple[str, str, str, str]] = {
    Quiz: ("inget quiz", "ett quiz", "quiz", "film"),
    FilmDiscussion: ("inget filmsamtal", "ett filmsamtal", "film discussion", "quiz"),
}

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Reading:
    """`course` is None when it cannot be put together. `found` says where each shared name was found."""

    course: Course | None
    problems: tuple[Problem, ...]
    found: Mapping[str, str]
    sources: Mapping[str, Source]
    gaps: tuple[Gap, ...]
    law: Mapping[str, LawEntry]
    law_places: Mapping[str, Place]
    crc: Mapping[int, CrcEntry]
    cited: citations.Citations


def read(tree: Tree, shelves: Sequence[Shelf] = (), *, today: date, name: str = "") -> Reading:
    """Read the course whose `course.yaml` stands at the tree's root.

    `name` is what paths of the course begin with when shown to a person, such as `courses/grundutbildning/`.
    """
    return _Reader(Lookup(tree, name, shelves), today).read()


@dataclass
class _Reader:
    lookup: Lookup
    today: date
    ids: IdFinder = field(default_factory=IdFinder)
    problems: list[Problem] = field(default_factory=list)
    shared: dict[str, SharedSet] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    part_text: dict[str, str] = field(default_factory=dict)
    law_places: dict[str, Place] = field(default_factory=dict)
    crc: dict[int, CrcEntry] = field(default_factory=dict)

    def read(self) -> Reading:
        root = self.lookup.own(ROOT)
        if root is None:
            missing = [] if self.lookup.problems else [NO_COURSE.at(Place(self.lookup.name + ROOT))]
            return self._result(None, missing, {}, citations.collect(()))
        value = self._value(root)
        file = self._model(root, value, CourseFile) if value is not None else None
        if file is None and value is not None:
            self._read_named(value)
        modules = self._modules(file) if file else ()
        law, crc = self._common(LawEntry, "law.yaml"), self._articles()
        self.crc = crc
        self.law_places = {name: entry.place for name, entry in law.items()}
        region, glossary = self._region(), read_glossary(self.lookup, self.problems)
        cited = citations.collect(self._cited_sources(root))
        told = list(citations.problems(cited, law, crc, region, ()))
        course = self._course(file, modules, law, crc, region, glossary, cited) if file else None
        return self._result(course, told, law, cited)

    def _result(
        self,
        course: Course | None,
        more: list[Problem],
        law: Mapping[str, LawEntry],
        cited: citations.Citations,
    ) -> Reading:
        told = in_order([*self.problems, *self.lookup.problems, *more])
        return Reading(
            course,
            told,
            self.found,
            self.lookup.sources,
            tuple(self.ids.gaps),
            law,
            self.law_places,
            self.crc,
            cited,
        )

    def _model(self, found: Found, value: NodeMap, model: type[Model]) -> Model | None:
        self.problems += self.ids.complete(value, model)
        made, problems = validate(model, value, Place(found.source.file), {"media": found.media})
        self.problems += problems
        return made

    def _value(self, found: Found) -> NodeMap | None:
        parsed = parse(found.source.text, found.source.file)
        self.problems += parsed.problems
        if isinstance(parsed.value, NodeMap):
            return parsed.value
        if not parsed.problems:
            self.problems.append(MAPPING.at(Place(found.source.file), key=found.source.file))
        return None

    def _read_named(self, value: Any) -> None:
        """A broken course.yaml must not hide the problems of the files it names."""
        if isinstance(value, NodeMap):
            for key, item in value.items():
                if key == "quiz" and isinstance(item, str):
                    self._shared(item, Quiz, value.at(key))
                elif key == "film" and isinstance(item, str):
                    self._shared(item, FilmDiscussion, value.at(key))
                elif key == "text" and isinstance(item, str) and item.endswith(".md"):
                    self._lesson(item, value.at(key))
                else:
                    self._read_named(item)
        elif isinstance(value, NodeList):
            for number, item in enumerate(value):
                if isinstance(item, str) and item.endswith(".md"):
                    self._lesson(item, value.items_at[number])
                else:
                    self._read_named(item)

    # -- modules and parts

    def _modules(self, file: CourseFile) -> tuple[Module, ...]:
        if file.kind == "meeting":
            return self._twin(file)
        return tuple(
            Module(entry.id, entry.title, entry.minutes, entry.goals, self._parts(entry), entry.place)
            for entry in file.modules
        )

    def _twin(self, file: CourseFile) -> tuple[Module, ...]:
        """The self-paced twin of a meeting: its texts, film discussion and questions, in order."""
        parts: list[Part] = []
        for item in file.agenda:
            part: Part | None = None
            if item.text is not None:
                part = self._lesson(item.text, item.at("text"))
            elif item.film is not None:
                part = self._shared(item.film, FilmDiscussion, item.at("film"))
            elif item.quiz is not None:
                part = self._shared(item.quiz, Quiz, item.at("quiz"))
            if part is not None:
                parts.append(part)
        return (Module(file.id, file.title, None, (), tuple(parts), file.place),)

    def _parts(self, module: ModuleEntry) -> tuple[Part, ...]:
        places = module.items_at("lessons")
        parts = (self._part(entry, place) for entry, place in zip(module.lessons, places, strict=True))
        return tuple(part for part in parts if part is not None)

    def _part(self, entry: str | PartEntry, place: Place) -> Part | None:
        if isinstance(entry, str):
            return self._lesson(entry, place)
        if entry.film is not None:
            return self._shared(entry.film, FilmDiscussion, entry.at("film"))
        return self._shared(entry.quiz or "", Quiz, entry.at("quiz"))

    def _lesson(self, path: str, place: Place) -> Lesson | None:
        clean = inside(path)
        if clean is None:
            self.problems.append(MEDIA_PATH.at(place, path=path))
            return None
        found = self.lookup.own(clean, clean.rpartition("/")[0])
        if found is None:
            if not any(problem.place.file == self.lookup.name + clean for problem in self.lookup.problems):
                self.problems.append(NO_LESSON.at(place, path=path, **self._near(path)))
            return None
        reading = read_lesson(found.source.text, found.source.file, found.media, self.ids)
        self.problems += reading.problems
        if reading.lesson is not None:
            self.part_text[reading.lesson.id] = found.source.text
            self._use_blocks(reading.lesson)
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

    def _use_blocks(self, lesson: Lesson) -> None:
        for block in lesson.blocks:
            if isinstance(block, QuizBlock):
                self._shared(block.use, Quiz, block.at("use"))
            elif isinstance(block, FilmBlock) and block.use is not None:
                self._shared(block.use, FilmDiscussion, block.at("use"))

    def _shared(self, identifier: str, model: type[Model], place: Place) -> Any:
        if identifier not in self.shared:
            found = self.lookup.shared_set(identifier)
            if found is None:
                none, _, what_en, _ = WHAT[model]
                self.problems.append(NO_SET.at(place, name=identifier, what_sv=none, what_en=what_en))
                return None
            self._read_set(identifier, found)
        made = self.shared.get(identifier)
        if made is not None and not isinstance(made, model):
            _, a, what_en, other = WHAT[model]
            self.problems.append(
                WRONG_SET.at(place, name=identifier, what_sv=a, what_en=what_en, other=other)
            )
            return None
        return made

    def _read_set(self, identifier: str, found: Found) -> None:
        self.found[identifier] = found.source.file
        value = self._value(found)
        if value is None:
            return
        model: type[Quiz] | type[FilmDiscussion] = Quiz if value.get("kind") == "quiz" else FilmDiscussion
        made = self._model(found, value, model)
        if made is not None:
            if made.id != identifier:
                self.problems.append(SET_ID.at(made.at("id"), id=made.id, name=identifier))
            self.shared[identifier] = made
            self.part_text[made.id] = found.source.text

    # -- what is common to courses

    def _common(self, model: type[Model], file: str) -> dict[str, Model]:
        """Entries by name; the nearest file wins."""
        entries: dict[str, Model] = {}
        for found in self.lookup.common(file):
            value = self._value(found)
            for name, entry in (value or {}).items():
                if name in entries:
                    continue
                made, problems = validate(model, entry, value.at(name) if value else Place(file))
                self.problems += problems
                if made is not None:
                    entries[name] = made
        return entries

    def _articles(self) -> dict[int, CrcEntry]:
        entries = self._common(CrcEntry, "crc.yaml")
        return {int(name): entry for name, entry in entries.items() if name.isascii() and name.isdigit()}

    def _region(self) -> Region:
        nearest = next(self.lookup.common("region.yaml"), None)
        if nearest is None:
            return Region()
        self.found["region"] = nearest.source.file
        value = self._value(nearest)
        return (self._model(nearest, value, Region) if value is not None else None) or Region()

    def _cited_sources(self, root: Found) -> list[Source]:
        """The files whose words reach a reader: the course's own and the shared sets it uses."""
        apart = ("law.yaml", "crc.yaml", "region.yaml", "glossary.yaml")
        return [source for source in self.lookup.sources.values() if not source.file.endswith(apart)]

    # -- the whole

    def _course(
        self,
        file: CourseFile,
        modules: tuple[Module, ...],
        law: Mapping[str, LawEntry],
        crc: Mapping[int, CrcEntry],
        region: Region,
        glossary: Mapping[str, str],
        cited: citations.Citations,
    ) -> Course:
        articles = {*cited.crc, *(number for made in self.shared.values() for number in _articles_of(made))}
        media = tuple(sorted(self.lookup.media.found.values(), key=lambda item: item.name))
        used_law = {name: law[name] for name in sorted(cited.law) if name in law}
        used_crc = {number: crc[number] for number in sorted(articles) if number in crc}
        stuff = [file.model_dump_json(exclude={"cover"}), *self.part_text.values()]
        stuff += [entry.model_dump_json() for entry in (*used_law.values(), *used_crc.values(), region)]
        stuff += [f"{item.name} {_fingerprint(item.blob)}" for item in media]
        return Course(
            id=file.id, title=file.title, kind=file.kind, language=file.language, summary=file.summary or "",
            audience=file.audience, completion=file.completion, certificate=file.certificate, review_by=file.review_by,
            renew=file.renew, version=file.version, cover=file.cover, own_minutes=file.minutes, modules=modules,
            agenda=file.agenda, shared=dict(self.shared), law=used_law, crc=used_crc, region=region, glossary=glossary,
            media=media, today=self.today, digest=sha256("\0".join(stuff).encode()).hexdigest(),
            part_digests={name: letters(text.encode(), 2) for name, text in self.part_text.items()},
            place=file.place,
        )  # fmt: skip


def _articles_of(made: SharedSet) -> set[int]:
    if isinstance(made, FilmDiscussion):
        return set(made.articles)
    return {number for question in made.questions for number in question.articles}


def _fingerprint(blob: Blob) -> str:
    if blob.size <= DIGEST_WHOLE:
        return blob.sha256
    with blob.open() as stream:
        first = stream.read(DIGEST_END)
        stream.seek(-DIGEST_END, 2)
        return sha256(first + stream.read(DIGEST_END)).hexdigest() + str(blob.size)
