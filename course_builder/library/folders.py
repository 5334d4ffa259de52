"""Courses in folders on disk: where they are, what stands behind them, and what is wrong with them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from course_builder.content import checks
from course_builder.content.course import Course
from course_builder.content.problems import Problem
from course_builder.content.reading import ROOT, Reading, read
from course_builder.content.shelves import Shelf
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree

SHARED = ("courses", "quizzes")


@dataclass(frozen=True)
class CheckedFolder:
    """`problems` are all there are: those of reading and those of the whole course."""

    folder: Path
    reading: Reading
    problems: tuple[Problem, ...]

    @property
    def course(self) -> Course | None:
        return self.reading.course


def courses_in(folder: Path) -> list[Path]:
    """The folder itself if it is a course, else the courses in it, sorted."""
    if (folder / ROOT).is_file():
        return [folder]
    return sorted(found.parent for found in folder.glob(f"*/{ROOT}") if not found.parent.name.startswith("."))


def roots_behind(folder: Path) -> list[Path]:
    """Behind a course: the nearest parent that has `courses/` or `quizzes/`, then what we ship."""
    near = [parent for parent in folder.resolve().parents if any((parent / name).is_dir() for name in SHARED)]
    return list(dict.fromkeys([*near[:1], shipped.ROOT.resolve()]))


def shelves_of(folder: Path) -> tuple[Shelf, ...]:
    return tuple(Shelf(FolderTree(root), shown(root)) for root in roots_behind(folder))


def shown(folder: Path) -> str:
    """What paths in the folder begin with for the person at the prompt: short when it is below their own folder."""
    here, there = Path.cwd().resolve(), folder.resolve()
    if there == here:
        return ""
    return f"{there.relative_to(here) if there.is_relative_to(here) else there}/"


def read_folder(folder: Path, today: date) -> Reading:
    return read(FolderTree(folder), shelves_of(folder), today=today, name=shown(folder))


def check_folder(folder: Path, today: date, against: Course | None = None) -> CheckedFolder:
    reading = read_folder(folder, today)
    return CheckedFolder(folder, reading, checks.run(reading, today=today, against=against))
