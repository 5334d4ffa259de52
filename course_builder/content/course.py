"""A course as it is once read: the narrow waist that the player, the packages and the checks share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from course_builder.content.blocks import Case, FilmBlock, QuestionBlock, QuizBlock, ReflectBlock
from course_builder.content.keys import part_key
from course_builder.content.media import Media
from course_builder.content.models.agenda import AgendaItem, FacilitatorNotes
from course_builder.content.models.course import Completion, Renewal, Version
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.models.region import Region
from course_builder.content.models.variant import Variant
from course_builder.content.problems import Place
from course_builder.content.questions import AnyQuestion

Part = Lesson | Quiz | FilmDiscussion
SharedSet = Quiz | FilmDiscussion


@dataclass(frozen=True)
class Module:
    id: str
    title: str
    own_minutes: int | None
    goals: tuple[str, ...]
    parts: tuple[Part, ...]
    place: Place
    whole: bool = True
    """False when a part it names could not be read."""

    @property
    def key(self) -> str:
        return part_key("module", self.id)

    @property
    def minutes(self) -> int:
        return self.own_minutes or sum(part.minutes for part in self.parts)


@dataclass(frozen=True)
class Course:
    """`law` and `crc` hold what the course cites; `media` every file it shows; `digest` changes with any of it."""

    id: str
    title: str
    kind: Literal["self-paced", "meeting"]
    language: Literal["sv", "en"]
    summary: str
    audience: tuple[str, ...]
    completion: Completion
    certificate: bool
    review_by: date | None
    renew: Renewal | None
    version: Version | None
    cover: Media | None
    own_minutes: int | None
    modules: tuple[Module, ...]
    agenda: tuple[AgendaItem, ...]
    shared: Mapping[str, SharedSet]
    law: Mapping[str, LawEntry]
    crc: Mapping[int, CrcEntry]
    region: Region
    glossary: Mapping[str, str]
    media: tuple[Media, ...]
    today: date
    digest: str
    part_digests: Mapping[str, str]
    """By the part's key."""
    place: Place
    variants: tuple[Variant, ...] = ()
    """The meeting in other lengths."""

    @property
    def minutes(self) -> int:
        if self.kind == "meeting":
            return sum(item.minutes for item in self.agenda)
        return self.own_minutes or sum(module.minutes for module in self.modules)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for module in self.modules for part in module.parts)

    @cached_property
    def quizzes(self) -> tuple[Quiz, ...]:
        """Every graded quiz, as a part or inside a lesson, once."""
        found = {quiz.id: quiz for quiz in self._quizzes()}
        return tuple(found.values())

    def _quizzes(self) -> Iterator[Quiz]:
        for part in self.parts:
            if isinstance(part, Quiz):
                yield part
            elif isinstance(part, Lesson):
                for block in part.blocks:
                    shared = self.shared.get(block.use) if isinstance(block, QuizBlock) else None
                    if isinstance(shared, Quiz):
                        yield shared

    @cached_property
    def films(self) -> tuple[FilmDiscussion, ...]:
        """Every film discussion, as a part or inside a lesson, once."""
        found: dict[str, FilmDiscussion] = {}
        for part in self.parts:
            if isinstance(part, FilmDiscussion):
                found[part.id] = part
            elif isinstance(part, Lesson):
                for block in part.blocks:
                    shared = self.shared.get(block.use or "") if isinstance(block, FilmBlock) else None
                    if isinstance(shared, FilmDiscussion):
                        found[shared.id] = shared
        return tuple(found.values())

    @cached_property
    def practice(self) -> tuple[AnyQuestion, ...]:
        """Questions inside lessons: never in the score."""
        return tuple(
            block.question
            for part in self.parts
            if isinstance(part, Lesson)
            for block in part.blocks
            if isinstance(block, QuestionBlock | ReflectBlock)
        )

    @cached_property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """Every question, graded or not."""
        graded = tuple(question for quiz in self.quizzes for question in quiz.questions)
        return graded + self.practice

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        lessons = (part for part in self.parts if isinstance(part, Lesson))
        return tuple(block for lesson in lessons for block in lesson.blocks if isinstance(block, Case))

    @cached_property
    def leader_notes(self) -> tuple[tuple[str, FacilitatorNotes], ...]:
        """What no learner is to see, each with the title of what it belongs to."""
        titles = {item.id: item.title for item in self.agenda}
        varied = (item for variant in self.variants for item in variant.agenda)
        those = [
            *((item.title, item.facilitator) for item in self.agenda),
            *((item.title or titles.get(item.same or "", ""), item.facilitator) for item in varied),
            *((film.title, film.facilitator) for film in self.films),
        ]
        return tuple((title, notes) for title, notes in those if notes is not None)

    def pass_mark(self, quiz: Quiz) -> float:
        """The share of a quiz's points to reach, 0..1."""
        return quiz.pass_ if quiz.pass_ is not None else self.completion.pass_

    def law_says(self, name: str) -> str:
        """The wording in force when the course was read, in our own words."""
        entry = self.law[name]
        wording = entry.wording(self.today) or entry.wordings[-1]
        return wording.says
