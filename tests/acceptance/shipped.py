"""The shipped courses and starters, as they are."""

from datetime import date
from functools import cache

from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.shelves import Shelf
from course_builder.content.tree import Tree
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import COURSES, ROOT, TEMPLATES

TODAY = date(2026, 11, 21)


@cache
def course(name: str) -> Course:
    return _read(FolderTree(COURSES / name))


@cache
def starter(name: str) -> Course:
    return _read(FolderTree(TEMPLATES / "starters" / name))


def _read(tree: Tree) -> Course:
    reading = read(tree, (Shelf(FolderTree(ROOT)),), today=TODAY)
    assert [problem.line("en") for problem in errors(reading.problems)] == []
    assert reading.course is not None
    return reading.course
