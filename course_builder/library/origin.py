"""Where a course comes from: its own files, and the shelves behind it. A folder on disk or a draft in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course_builder.content.shelves import Shelf
from course_builder.content.tree import Tree
from course_builder.library.folders import shelves_of, shown
from course_builder.paths.folder import FolderTree


@dataclass(frozen=True)
class Origin:
    """`name` is what paths of the course begin with when they are shown to a person."""

    tree: Tree
    shelves: Sequence[Shelf]
    name: str = ""


def folder_origin(folder: Path) -> Origin:
    return Origin(FolderTree(folder), shelves_of(folder), shown(folder))
