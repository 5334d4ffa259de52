"""A course between the library and a folder, both ways. Neither way writes over work that the other has not seen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj

from sqlalchemy.orm import Session

from course_builder.content.tree import Blob
from course_builder.database.store import Database
from course_builder.library.drafts.folders import Incoming, course_in, prepared, register_in, sets_in, take_in
from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.marker import Mark, Marks, marks, remember
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import draft, files
from course_builder.library.drafts.saving import Content, Stale
from course_builder.library.drafts.trees import tree
from course_builder.library.folders import SHARED
from course_builder.library.store import MediaStore
from course_builder.paths.atomic import replacing
from course_builder.paths.folder import FolderTree

HOMES = {Kind.COURSE: "courses/{name}", Kind.SET: "quizzes", Kind.REGISTER: "courses"}
"""Where a draft's files lie below the root of a folder."""


class NewerWork(Exception):
    """The other side has changed what is about to be written. `files` are paths, shown to a person."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__(", ".join(files))
        self.files = tuple(files)


@dataclass(frozen=True)
class Sent:
    """A draft after a folder was sent. `changed` says whether a revision was made."""

    kind: Kind
    name: str
    revision: int
    changed: bool


def fetch(session: Session, store: MediaStore, wanted: Sequence[Draft], root: Path) -> None:
    """The drafts as files below `root`; NewerWork when files there have been changed since they last met the library."""
    known = marks(root)
    trees = {(Kind(one.kind), one.name): tree(session, store, one) for one in wanted}
    touched = [path for (kind, name) in trees for path in _changed_here(root, kind, name, known)]
    strangers = [path for key, held in trees.items() for path in _unknown_here(root, key, held.blobs, known)]
    if touched or strangers:
        raise NewerWork(sorted({*touched, *strangers}))
    for one in wanted:
        key = Kind(one.kind), one.name
        _write(root, key, trees[key].blobs, known.get(key))
        known[key] = Mark(one.head, files(session, one))
    remember(root, known)


def send(database: Database, store: MediaStore, course: Path, root: Path, now: datetime) -> list[Sent]:
    """A course's folder, and what lies in `courses/` and `quizzes/` of its root, as drafts: all of them or none.

    NewerWork when somebody has written in the library since.
    """
    known = marks(root)
    incoming = [one for one in _outgoing(course, root) if _differs(one, known.get((one.kind, one.name)))]
    contents = [prepared(store, one) for one in incoming]
    with database.writing() as session:
        refused: list[str] = []
        sent = []
        for one, content in zip(incoming, contents, strict=True):
            try:
                sent.append(_send(session, one, content, known.get((one.kind, one.name)), now))
            except Stale as stale:
                refused += [_shown(one.kind, one.name, path) for path in stale.paths]
        if refused:
            raise NewerWork(refused)
        return sent


def mark_sent(database: Database, sent: Iterable[Sent], root: Path) -> None:
    """From now on the folder knows what it is the same as."""
    known = marks(root)
    with database.reading() as session:
        for one in sent:
            there = draft(session, one.kind, one.name)
            if there is not None:
                known[one.kind, one.name] = Mark(one.revision, files(session, there))
    remember(root, known)


def root_of(course: Path) -> Path:
    """The nearest parent that has `courses/` or `quizzes/`, else the folder that the course stands in."""
    parents = course.resolve().parents
    return next(
        (parent for parent in parents if any((parent / name).is_dir() for name in SHARED)), parents[0]
    )


def _outgoing(course: Path, root: Path) -> Iterator[Incoming]:
    yield from register_in(FolderTree(root / "courses"))
    yield from sets_in(FolderTree(root / "quizzes"))
    yield course_in(FolderTree(course), course.resolve().name)


def _differs(incoming: Incoming, mark: Mark | None) -> bool:
    return mark is None or {path: blob.sha256 for path, blob in incoming.files.items()} != mark.files


def _send(
    session: Session, incoming: Incoming, contents: Mapping[str, Content], mark: Mark | None, now: datetime
) -> Sent:
    there = draft(session, incoming.kind, incoming.name)
    before = there.head if there is not None else 0
    base = mark.revision if mark is not None else _last_from_outside(session, there)
    made = take_in(session, incoming, contents, base, None, None, now)
    number = made.number if made is not None else before
    return Sent(incoming.kind, incoming.name, number, number != before)


def _last_from_outside(session: Session, there: Draft | None) -> int | None:
    """The newest revision that came from a folder: what a folder that remembers nothing may have been."""
    if there is None:
        return None
    taken = (one.number for one in revisions(session, there, limit=there.head) if one.verb == Verb.TAKEN_IN)
    return next(taken, 0)


def _home(root: Path, kind: Kind, name: str) -> Path:
    return root / HOMES[kind].format(name=name)


def _shown(kind: Kind, name: str, path: str) -> str:
    return f"{HOMES[kind].format(name=name)}/{path}"


def _changed_here(root: Path, kind: Kind, name: str, known: Marks) -> Iterator[str]:
    """Files that are no longer what they were when the folder last met the library."""
    mark = known.get((kind, name))
    there = FolderTree(_home(root, kind, name))
    for path, sha in mark.files.items() if mark else ():
        blob = there.get(path)
        if blob is not None and blob.sha256 != sha:
            yield _shown(kind, name, path)


def _unknown_here(
    root: Path, key: tuple[Kind, str], wanted: Mapping[str, Blob], known: Marks
) -> Iterator[str]:
    """Files that would be written over though they never met the library."""
    mark = known.get(key)
    there = FolderTree(_home(root, *key))
    for path, blob in wanted.items():
        here = None if mark and path in mark.files else there.get(path)
        if here is not None and here.sha256 != blob.sha256:
            yield _shown(*key, path)


def _write(root: Path, key: tuple[Kind, str], wanted: Mapping[str, Blob], mark: Mark | None) -> None:
    home = _home(root, *key)
    for path, blob in wanted.items():
        target = home / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with blob.open() as source, replacing(target) as file:
            copyfileobj(source, file)
    for path in mark.files if mark else ():
        if path not in wanted:
            (home / path).unlink(missing_ok=True)
