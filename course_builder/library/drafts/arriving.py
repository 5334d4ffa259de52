"""What becomes a draft by itself: courses of folders when the program starts, and what comes with the program."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.library.drafts.folders import (
    Difference,
    Incoming,
    course_in,
    difference,
    digest,
    prepared,
    register_in,
    sets_in,
    take_in,
)
from course_builder.library.drafts.models import Draft, Kind, Revision
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import Taken
from course_builder.library.folders import courses_in, roots_behind
from course_builder.library.store import MediaStore
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree


def arrive(database: Database, store: MediaStore, folders: Sequence[Path], now: datetime) -> list[str]:
    """Courses of the folders, with the sets and the register nearest to them, where none of that name is there yet.

    A draft that is there is never touched. Returns the names of those that came.
    """
    courses = [course for folder in folders for course in courses_in(folder)]
    roots = dict.fromkeys(roots_behind(course)[0] for course in courses)
    return _arrive(database, store, [*_shared(roots), *_courses(courses)], now)


def arrive_shared(database: Database, store: MediaStore, now: datetime) -> list[str]:
    """The sets and the register that come with the program."""
    return _arrive(database, store, _shared([shipped.ROOT]), now)


def with_news(session: Session) -> list[Draft]:
    """Drafts of which a newer version comes with this version of the program, that was neither taken in nor declined."""
    known = session.scalars(select(Draft).where(Draft.shipped.is_not(None)).order_by(Draft.title, Draft.name))
    return [one for one in known if news(session, one)]


def news(session: Session, draft: Draft) -> Difference | None:
    """How what comes with this version of the program differs from a draft; None when there is nothing to offer."""
    incoming = comes_with_us(draft.kind, draft.name) if draft.shipped else None
    if incoming is None or _digest_of_ours(draft.kind, draft.name) == draft.shipped:
        return None
    return difference(session, draft, incoming) or None


def settle(session: Session, draft: Draft, incoming: Incoming) -> None:
    """This version of what comes with the program is taken in, or declined: it is not offered again."""
    draft.shipped = digest(incoming)
    session.flush()


@lru_cache
def _digest_of_ours(kind: str, name: str) -> str | None:
    """Of files that do not change while the program runs."""
    ours = comes_with_us(kind, name)
    return None if ours is None else digest(ours)


def comes_with_us(kind: str, name: str) -> Incoming | None:
    """What we ship under that name."""
    if kind == Kind.COURSE:
        folder = shipped.COURSES / name
        return course_in(FolderTree(folder), name) if (folder / "course.yaml").is_file() else None
    return next((one for one in _shared([shipped.ROOT]) if (one.kind, one.name) == (kind, name)), None)


def _courses(folders: Iterable[Path]) -> Iterator[Incoming]:
    for folder in folders:
        yield course_in(FolderTree(folder), folder.resolve().name)


def _shared(roots: Iterable[Path]) -> Iterator[Incoming]:
    for root in roots:
        yield from register_in(FolderTree(root / "courses"))
        yield from sets_in(FolderTree(root / "quizzes"))


def _arrive(database: Database, store: MediaStore, incoming: Iterable[Incoming], now: datetime) -> list[str]:
    return [one.name for one in incoming if _take(database, store, one, now) is not None]


def _take(database: Database, store: MediaStore, incoming: Incoming, now: datetime) -> Revision | None:
    with database.reading() as session:
        if draft(session, incoming.kind, incoming.name) is not None:
            return None
    contents = prepared(store, incoming)
    try:
        with database.writing() as session:
            made = take_in(session, incoming, contents, None, None, None, now)
            if made is not None and _is_ours(incoming):
                session.get_one(Draft, made.draft_id).shipped = digest(incoming)
            return made
    except Taken:  # another process was quicker
        return None


def _is_ours(incoming: Incoming) -> bool:
    return _digest_of_ours(incoming.kind, incoming.name) == digest(incoming)
