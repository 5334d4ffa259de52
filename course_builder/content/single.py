"""One part of a course read alone: what a writer looks at while she types must not wait for the other lessons."""

from collections.abc import Iterator
from dataclasses import dataclass

from course_builder.content.common import Common
from course_builder.content.course import Course, Module, Part
from course_builder.content.media import inside
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.models.course import CourseFile, PartEntry
from course_builder.content.problems import Place
from course_builder.content.reading import DRAFT, ROOT, CourseReader, Reading
from course_builder.content.render.part import Position
from course_builder.content.sources import Source

Entry = str | PartEntry | AgendaItem
Where = tuple[int, int, int]
"""Number of the module, of the part in it, and how many parts it has."""


@dataclass(frozen=True)
class Single:
    """`reading` holds a course with every module, and in them the one part. None: it cannot be read.

    `place` is None for a part that the course does not name yet.
    """

    reading: Reading
    course: Course | None
    part: Part | None
    where: Where | None

    @property
    def position(self) -> Position:
        modules = self.course.modules if self.course else ()
        number, part, count = self.where or (len(modules), 1, 1)
        return Position(modules[number - 1], number, part, count)


@dataclass
class SinglePart(CourseReader):
    """Reads `path` of the lookup's tree; of `course.yaml` what opens the module, or is the item, with the id `chosen`.

    `common` is what courses share, when somebody has read it already.
    """

    path: str = ROOT
    chosen: str | None = None
    common: Common | None = None
    _part: Part | None = None
    _where: Where | None = None

    def single(self) -> Single:
        reading = self.read()
        return Single(reading, reading.course or reading.draft, self._part, self._where)

    def _common(self) -> Common:
        return self.common or super()._common()

    def _modules(self, file: CourseFile) -> tuple[Module, ...]:
        path = self._chosen(file) if self.path == ROOT else self.path
        self._where = where(file, path)
        self._part = self.parts.alone(path) if path else None
        shells = [
            Module(id_, title, None, goals, (), place, False) for id_, title, goals, place in _heads(file)
        ]
        return self._with_part(shells)

    def _named_modules(self, source: Source) -> tuple[Module, ...]:
        """course.yaml cannot be read, but the part can."""
        self._part = self.parts.alone(self.path) if self.path != ROOT else None
        return self._with_part([])

    def _with_part(self, shells: list[Module]) -> tuple[Module, ...]:
        if self._part is None:
            return tuple(shells)
        if self._where is None:
            return (*shells, Module(DRAFT, DRAFT, None, (), (self._part,), Place(self.path), False))
        shell = shells[self._where[0] - 1]
        shells[self._where[0] - 1] = Module(
            shell.id, shell.title, None, shell.goals, (self._part,), shell.place, False
        )
        return tuple(shells)

    def _chosen(self, file: CourseFile) -> str:
        """The part that is chosen, or opens the chosen module; else the first of all."""
        every = [
            (names, entry) for module, entries in _entries(file) for names, entry in _named(module, entries)
        ]
        fits = [entry for names, entry in every if self.chosen in names] or [entry for _, entry in every]
        return _path(fits[0]) if fits else ""


def where(file: CourseFile, path: str) -> Where | None:
    """Where the course names a file, also a set of its own `quizzes/`; None: nowhere."""
    path = path.removeprefix("quizzes/")
    for number, (_, entries) in enumerate(_entries(file), 1):
        paths = [_path(entry) for entry in entries]
        if path in paths:
            return number, paths.index(path) + 1, len(paths)
    return None


def _heads(file: CourseFile) -> Iterator[tuple[str, str, tuple[str, ...], Place]]:
    if file.kind == "meeting":
        yield file.id, file.title, (), file.place
    for entry in file.modules:
        yield entry.id, entry.title, entry.goals, entry.place


def _entries(file: CourseFile) -> Iterator[tuple[str, list[Entry]]]:
    """The parts of each module."""
    if file.kind == "meeting":
        yield file.id, [item for item in file.agenda if _path(item)]
    for entry in file.modules:
        yield entry.id, list(entry.lessons)


def _named(module: str, entries: list[Entry]) -> Iterator[tuple[set[str], Entry]]:
    for entry in entries:
        yield {module, entry.id} if isinstance(entry, AgendaItem) else {module}, entry


def _path(entry: Entry) -> str:
    """The file a part is kept in, as its own draft or the course's folder calls it."""
    if isinstance(entry, str):
        return inside(entry) or ""
    if isinstance(entry, AgendaItem) and entry.text is not None:
        return inside(entry.text) or ""
    name = entry.film or entry.quiz
    return f"{name}.yaml" if name else ""
