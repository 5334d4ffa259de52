"""Drafts from folders and back, byte for byte."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from course_builder.content import common
from course_builder.content.tree import Blob, Tree
from course_builder.library.drafts.history import revision
from course_builder.library.drafts.models import Draft, Kind, Revision, Verb
from course_builder.library.drafts.reading import draft, files
from course_builder.library.drafts.saving import Content, create, save
from course_builder.library.recorded import TEXTS
from course_builder.library.store import MediaStore

REGISTER = "lagrum"
"""The name of the one register."""
REGISTERS = (common.LAW, common.CRC, common.REGION, common.GLOSSARY)
LONGEST_PATH = 400


@dataclass(frozen=True)
class Difference:
    """How files that lie outside differ from a draft; paths, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Incoming:
    """A course, a shared set or the register as it lies outside."""

    kind: Kind
    name: str
    files: Mapping[str, Blob]


def course_in(tree: Tree, name: str) -> Incoming:
    """Every file of a course's folder."""
    return Incoming(Kind.COURSE, name, dict(_files(tree)))


def register_in(tree: Tree) -> Iterator[Incoming]:
    """The register that stands in a `courses/`, if there is one."""
    there = {path: blob for path, blob in _files(tree) if path in REGISTERS}
    if there:
        yield Incoming(Kind.REGISTER, REGISTER, there)


def sets_in(tree: Tree) -> Iterator[Incoming]:
    """Each set of a `quizzes/`, with the media that it names."""
    beside = dict(_files(tree))
    for path, blob in beside.items():
        if "/" not in path and path.endswith(".yaml"):
            words = _text(blob) or ""
            used = {name: media for name, media in beside.items() if "/" in name and name in words}
            yield Incoming(Kind.SET, path.removesuffix(".yaml"), {path: blob, **used})


def digest(incoming: Incoming) -> str:
    """One number for every byte of it."""
    files = incoming.files
    return sha256("".join(f"{path}\0{files[path].sha256}\n" for path in sorted(files)).encode()).hexdigest()


def prepared(store: MediaStore, incoming: Incoming) -> dict[str, Content]:
    """Contents that can be saved: media are safe in the store when this returns. To be called outside a transaction."""
    return {path: _content(store, path, blob) for path, blob in incoming.files.items()}


def difference(session: Session, draft: Draft, incoming: Incoming) -> Difference:
    there, here = files(session, draft), {path: blob.sha256 for path, blob in incoming.files.items()}
    return Difference(
        tuple(sorted(here.keys() - there.keys())),
        tuple(sorted(path for path in here.keys() & there.keys() if here[path] != there[path])),
        tuple(sorted(there.keys() - here.keys())),
    )


def take_in(
    session: Session, incoming: Incoming, contents: Mapping[str, Content], base: int | None, group_id: int | None, by: int | None,
    now: datetime,
) -> Revision | None:  # fmt: skip
    """The draft as it lies outside, and nothing else. `base` is the revision it was taken from, or None.

    A draft that is there already is not written over when `base` is None: the result is then None. Stale when somebody
    has changed the same files since `base`.
    """
    there = draft(session, incoming.kind, incoming.name)
    if there is None:
        made = create(session, incoming.kind, incoming.name, contents, group_id, by, now, Verb.TAKEN_IN)
        return revision(session, made, made.head)
    if base is None:
        return None
    gone: dict[str, Content | None] = dict.fromkeys(files(session, there).keys() - contents.keys())
    return save(session, there, {**contents, **gone}, base, Verb.TAKEN_IN, "", by, now)


def _files(tree: Tree) -> Iterator[tuple[str, Blob]]:
    for path in tree.paths():
        blob = tree.get(path) if len(path) <= LONGEST_PATH else None
        if blob is not None:
            yield path, blob


def _content(store: MediaStore, path: str, blob: Blob) -> Content:
    if path.endswith(TEXTS):
        words = _text(blob)
        if words is not None:
            return words
    with blob.open() as stream:
        return store.put(stream)


def _text(blob: Blob) -> str | None:
    """None when the bytes are no text that can be kept as such."""
    with blob.open() as stream:
        data = stream.read()
    try:
        return None if b"\0" in data else data.decode()
    except UnicodeDecodeError:
        return None
