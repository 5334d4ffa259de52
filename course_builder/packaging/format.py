"""A package format: what it is called, what it is for, and how a course becomes files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import Tree
from course_builder.packaging.options import BuildOptions, Words


class Pack(Protocol):
    def __call__(self, course: Course, options: BuildOptions, built: Tree) -> Iterator[File]: ...


@dataclass(frozen=True)
class Format:
    """`built` is the tree of built browser files and control files; nothing else is looked up."""

    name: str
    label: Words
    use: Words
    build: Pack

    def file_name(self, course: Course) -> str:
        return f"{course.id}-{self.name}.zip"
