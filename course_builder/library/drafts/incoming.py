"""What a folder from outside holds: a course, shared sets, or a whole `courses/` and `quizzes/` at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from sqlalchemy.orm import Session

from course_builder.content.models.base import ID_PATTERN
from course_builder.content.names import slug
from course_builder.content.reading import ROOT
from course_builder.content.structure.outline import outline
from course_builder.content.structure.titles import title_of
from course_builder.content.tree import Blob, Tree
from course_builder.library.drafts.comparing import FileChange, file_change
from course_builder.library.drafts.folders import (
    Difference,
    Incoming,
    course_in,
    difference,
    register_in,
    sets_in,
)
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft, files, text

QUIZZES, COURSES = "quizzes", "courses"
IS_SET = re.compile(r"(?m)^kind: *[\"']?(?:quiz|film-discussion)\b")


class Folders(Tree, Protocol):
    """A tree that can be looked at from one of its folders."""

    def within(self, folder: str) -> Self: ...


@dataclass(frozen=True)
class Arrival:
    """`known` is the draft of that name, if there is one; `difference` how it differs from what comes."""

    incoming: Incoming
    title: str
    known: Draft | None
    difference: Difference | None

    @property
    def key(self) -> str:
        return f"{self.incoming.kind}:{self.incoming.name}"

    @property
    def is_same(self) -> bool:
        return self.known is not None and not self.difference


def arrivals(session: Session, tree: Folders, folder: str) -> Sequence[Arrival]:
    """Everything that can be taken in. `folder` is the tree's only folder, or empty: a zip is often of a folder."""
    found = list(_found(tree.within(folder) if folder else tree, folder))
    return [_arrival(session, one) for one in found]


def file_changes(session: Session, arrival: Arrival) -> list[FileChange]:
    """How its texts would change, to be read."""
    known, coming = arrival.known, arrival.incoming.files
    if known is None or arrival.difference is None:
        return []
    there = files(session, known)
    paths = sorted({*arrival.difference.added, *arrival.difference.changed, *arrival.difference.removed})
    return [
        file_change(
            path, text(session, known, path), _words(path, coming.get(path)), path in there, path in coming
        )
        for path in paths
    ]


def _found(tree: Folders, folder: str) -> Iterator[Incoming]:
    paths = tree.paths()
    if ROOT in paths:
        yield course_in(tree, _course_name(tree, folder))
        return
    if any(path.startswith((f"{QUIZZES}/", f"{COURSES}/")) for path in paths):
        yield from _of_root(tree)
        return
    for path in paths:
        if path.endswith(f"/{ROOT}") and path.count("/") == 1:
            inner = path.partition("/")[0]
            yield course_in(tree.within(inner), _course_name(tree.within(inner), inner))
    yield from (
        one
        for one in sets_in(tree)
        if IS_SET.search(_words(f"{one.name}.yaml", one.files[f"{one.name}.yaml"]) or "")
    )


def _of_root(tree: Folders) -> Iterator[Incoming]:
    below = tree.within(COURSES)
    yield from register_in(below)
    for path in below.paths():
        if path.endswith(f"/{ROOT}") and path.count("/") == 1:
            inner = path.partition("/")[0]
            yield course_in(below.within(inner), _course_name(below.within(inner), inner))
    yield from sets_in(tree.within(QUIZZES))


def _course_name(tree: Tree, folder: str) -> str:
    """A course is named by its id."""
    known = outline(_words(ROOT, tree.get(ROOT)) or "")
    wanted = known.id if known else ""
    return wanted if re.fullmatch(ID_PATTERN, wanted) else slug(folder) or "kurs"


def _arrival(session: Session, incoming: Incoming) -> Arrival:
    known = draft(session, incoming.kind, incoming.name)
    main = {Kind.COURSE: ROOT, Kind.SET: f"{incoming.name}.yaml", Kind.REGISTER: ""}[incoming.kind]
    title = title_of(main, _words(main, incoming.files.get(main)) or "") or incoming.name
    return Arrival(incoming, title, known, difference(session, known, incoming) if known else None)


def _words(path: str, blob: Blob | None) -> str | None:
    """None when it is no text."""
    if blob is None or not path.endswith((".md", ".yaml")):
        return None
    with blob.open() as stream:
        try:
            return stream.read().decode()
        except UnicodeDecodeError:
            return None
