"""What of a course a comment can stand at: its parts, and in them everything that has an id."""

from collections.abc import Iterator
from dataclasses import dataclass

from course_builder.content.blocks import Case, Checklist, FilmBlock, QuestionBlock, QuizBlock, ReflectBlock
from course_builder.content.course import Course, Part, SharedSet
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.plain import plain

SETS = "/quizzes/"
LONGEST = 60


@dataclass(frozen=True)
class Spot:
    """`key` is what the player's page calls it; `part` the key of the part it is shown in. `deep`: inside a part."""

    path: str
    block_id: str | None
    key: str
    part: str
    label: str
    deep: bool = True
    film: bool = False
    """Whether a second of a film can be named."""

    @property
    def value(self) -> str:
        return f"{self.path}#{self.block_id or ''}"


def spots(course: Course) -> tuple[Spot, ...]:
    """In the order of the course; a place that is shown twice is named once."""
    found: dict[str, Spot] = {}
    for part in course.parts:
        for spot in _of_part(part, course):
            found.setdefault(spot.value, spot)
    return tuple(found.values())


def spot_of(course: Course, value: str) -> Spot | None:
    """The place that a page names; None when the course does not have it."""
    return next((spot for spot in spots(course) if spot.value == value), None)


def spot_path(file: str) -> str:
    """A file as it is shown, by its path in the draft's folder; a shared set is `quizzes/NAME.yaml`."""
    before, found, name = file.rpartition(SETS)
    return f"{SETS[1:]}{name}" if found and before else file


def _of_part(part: Part, course: Course) -> Iterator[Spot]:
    path = spot_path(part.place.file)
    yield Spot(path, None, part.key, part.key, plain(part.title), deep=False)
    if isinstance(part, Lesson):
        for block in part.blocks:
            yield from _of_block(block, path, part.key, course)
    else:
        yield from _of_set(part, path, part.key)


def _of_block(block: object, path: str, part: str, course: Course) -> Iterator[Spot]:
    if isinstance(block, QuestionBlock | ReflectBlock):
        yield Spot(path, block.question.id, block.question.key, part, _short(block.question.asked))
    elif isinstance(block, Case | Checklist):
        yield Spot(path, block.id, block.key, part, _short(block.title))
    elif isinstance(block, FilmBlock) and block.film is not None:
        yield Spot(path, block.id, block.key, part, _short(block.film.title or block.id or ""), film=True)
    elif isinstance(block, FilmBlock | QuizBlock):
        shared = course.shared.get(block.use or "")
        if shared is not None:
            yield from _of_set(shared, spot_path(shared.place.file), part)


def _of_set(shared: SharedSet, path: str, part: str) -> Iterator[Spot]:
    if isinstance(shared, Quiz):
        for question in shared.questions:
            yield Spot(path, question.id, question.key, part, _short(question.asked))
    elif isinstance(shared, FilmDiscussion):
        yield Spot(path, shared.id, shared.key, part, _short(shared.title), film=True)
        for item in shared.questions:
            yield Spot(path, item.id, item.key, part, _short(item.ask))


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
