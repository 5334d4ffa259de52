"""The courses that one installation works with: folders, read again when a file has changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock

from course_builder.content.checks import run
from course_builder.content.course import Course
from course_builder.content.problems import Problem, errors
from course_builder.content.reading import Reading
from course_builder.library.folders import courses_in, read_folder, roots_behind
from course_builder.paths.folder import FolderTree

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class ShelvedCourse:
    """A course with every problem of it. `name` is its folder's or its draft's, and its address."""

    name: str
    reading: Reading
    problems: tuple[Problem, ...]
    group_id: int | None = None
    """The trainers it belongs to; None: all."""

    @property
    def course(self) -> Course | None:
        return self.reading.course

    @property
    def buildable(self) -> bool:
        return self.course is not None and not errors(self.problems)


@dataclass
class CourseShelf:
    """Looks courses up by folder name; the first of two with the same name is the one that counts."""

    roots: Sequence[Path]
    _kept: dict[str, tuple[Stamp, date, ShelvedCourse]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def names(self) -> list[str]:
        return list(self._folders())

    def all(self, today: date) -> Iterator[ShelvedCourse]:
        for name in self.names():
            found = self.get(name, today)
            if found is not None:
                yield found

    def folder(self, name: str) -> Path | None:
        return self._folders().get(name)

    def get(self, name: str, today: date) -> ShelvedCourse | None:
        folder = self.folder(name)
        if folder is None:
            return None
        stamp = _stamp(folder)
        with self._lock:
            kept = self._kept.get(name)
            if kept is None or kept[:2] != (stamp, today):
                reading = read_folder(folder, today)
                kept = (stamp, today, ShelvedCourse(name, reading, run(reading, today=today)))
                self._kept[name] = kept
            return kept[2]

    def _folders(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for root in self.roots:
            for folder in courses_in(root):
                found.setdefault(folder.resolve().name, folder)
        return found


def _stamp(folder: Path) -> Stamp:
    """Name, size and time of every file that can change what the course is."""
    paths = [folder / path for path in FolderTree(folder).paths()]
    for root in roots_behind(folder):
        paths += [*root.glob("courses/*.yaml"), *root.glob("quizzes/*.yaml"), *root.glob("quizzes/media/*")]
    stats = ((path, path.stat()) for path in paths if path.is_file())
    return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)
