"""The problems of one file of a draft, without checking the rest: what a writer is told each time the page is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from course_builder.content.media import MediaFinder, MediaShelf
from course_builder.content.models.course import CourseFile
from course_builder.content.overlaid import OverlaidTree
from course_builder.content.problems import Place, Problem
from course_builder.content.reading import APART, ROOT
from course_builder.content.shelves import Shelf
from course_builder.content.sources import read_source
from course_builder.content.tree import Tree
from course_builder.content.validate import mapping, validate
from course_builder.library.drafts.glimpse import Surroundings, alone
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.part_problems import part_problems
from course_builder.library.drafts.trees import tree
from course_builder.library.store import MediaStore


@dataclass(frozen=True)
class Behind:
    """Where the media of a draft lie, and what stands behind it."""

    store: MediaStore
    shelves: Sequence[Shelf]


def file_problems(
    session: Session, behind: Behind, draft: Draft, path: str, today: date
) -> tuple[Problem, ...]:
    """In order; those that only the whole course shows come from its own check."""
    own = tree(session, behind.store, draft)
    if own.get(path) is None:
        return ()
    if path == ROOT and draft.kind == Kind.COURSE:
        return _of_course_file(own)
    if draft.kind == Kind.REGISTER or path.rpartition("/")[2] in APART:
        return _of_yaml(own, path)
    around: Tree = OverlaidTree(own, {ROOT: alone(draft)}) if draft.kind == Kind.SET else own
    single = Surroundings(around, tuple(behind.shelves)).single(path, None, None, today)
    return part_problems(single, path, own, today)


def _of_course_file(own: Tree) -> tuple[Problem, ...]:
    source, problems = read_source(own, ROOT, ROOT)
    if source is None:
        return tuple(problems)
    value, told = mapping(source)
    problems += told
    if value is not None:
        media = MediaFinder(MediaShelf(), own, "", "")
        problems += validate(CourseFile, value, Place(ROOT), {"media": media})[1]
    return tuple(problems)


def _of_yaml(own: Tree, path: str) -> tuple[Problem, ...]:
    source, problems = read_source(own, path, path)
    return tuple(problems) if source is None else tuple([*problems, *mapping(source)[1]])
