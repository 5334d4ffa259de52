"""The courses that are worked on in the database: read again when a draft that they use has changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.checks import run
from course_builder.content.reading import Reading, read
from course_builder.content.shelves import Shelf
from course_builder.database.store import Database
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft, drafts
from course_builder.library.drafts.trees import shelf_name, shelves, tree
from course_builder.library.origin import Origin
from course_builder.library.shelf import ShelvedCourse
from course_builder.library.store import MediaStore

Own = tuple[int, int, int | None]
"""A draft, its newest revision and the group it belongs to."""
Stamp = tuple[tuple[int, int], ...]
"""Drafts and their newest revisions."""


@dataclass(frozen=True)
class _Kept:
    own: Own
    used: Stamp
    today: date
    course: ShelvedCourse

    def holds(self, own: Own, there: Stamp, today: date) -> bool:
        """A course that is stopped may miss something that any other draft could give it."""
        used = set(self.used) <= set(there) if self.course.buildable else self.used == there
        return self.own == own and used and self.today == today


@dataclass
class DraftShelf:
    """What `library.shelf.CourseShelf` is to folders."""

    database: Database
    store: MediaStore
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _behind: tuple[Stamp, tuple[Shelf, ...]] = ((), ())
    _lock: Lock = field(default_factory=Lock)

    def names(self) -> list[str]:
        with self.database.reading() as session:
            return [found.name for found in drafts(session, Kind.COURSE)]

    def all(self, today: date) -> Iterator[ShelvedCourse]:
        for name in self.names():
            found = self.get(name, today)
            if found is not None:
                yield found

    def get(self, name: str, today: date) -> ShelvedCourse | None:
        """None also for what is archived or in the bin."""
        with self.database.reading() as session:
            own = _at_work(session, name)
            if own is None:
                return None
            behind = _shared(session)
            stamp = _stamp(behind)
            kept = self._kept.get(name)
            if kept is None or not kept.holds(_own(own), stamp, today):
                kept = self._read(session, own, behind, stamp, today)
                self._kept[name] = kept
            return kept.course

    def at_hand(self, name: str) -> ShelvedCourse | None:
        """As it was when it was last read, however much has been written since."""
        kept = self._kept.get(name)
        return None if kept is None else kept.course

    def origin(self, name: str) -> Origin | None:
        """What a release or a download is made from."""
        with self.database.reading() as session:
            own = _at_work(session, name)
            if own is None:
                return None
            behind = _shared(session)
            return Origin(tree(session, self.store, own), self._shelves(session, behind, _stamp(behind)))

    def behind(self, session: Session) -> tuple[Shelf, ...]:
        """What stands behind every draft: shared sets, registers, and what we ship."""
        shared = _shared(session)
        return self._shelves(session, shared, _stamp(shared))

    def used_by(self, name: str, today: date) -> list[Draft]:
        """The registers and shared sets that a course uses."""
        with self.database.reading() as session:
            own = _at_work(session, name)
            shared = _shared(session)
            if own is None:
                return []
            used = self._read(session, own, shared, _stamp(shared), today).course.reading
            return [one for one in shared if one.kind == Kind.REGISTER or shelf_name(one) in _touched(used)]

    def _read(
        self, session: Session, own: Draft, behind: Sequence[Draft], stamp: Stamp, today: date
    ) -> _Kept:
        reading = read(tree(session, self.store, own), self._shelves(session, behind, stamp), today=today)
        course = ShelvedCourse(own.name, reading, run(reading, today=today), own.group_id)
        touched = _touched(reading)
        used = (
            stamp if not course.buildable else _stamp([one for one in behind if shelf_name(one) in touched])
        )
        return _Kept(_own(own), used, today, course)

    def _shelves(self, session: Session, behind: Sequence[Draft], stamp: Stamp) -> tuple[Shelf, ...]:
        with self._lock:
            if not self._behind[1] or self._behind[0] != stamp:
                self._behind = stamp, shelves(session, self.store, behind)
            return self._behind[1]


def _touched(reading: Reading) -> set[str]:
    """The names of the shelves that something was read from."""
    return {place.partition("/")[0] + "/" for place in (*reading.sources, *reading.found.values())}


def _at_work(session: Session, name: str) -> Draft | None:
    found = draft(session, Kind.COURSE, name)
    return None if found is None or found.archived_on or found.trashed_on else found


def _shared(session: Session) -> list[Draft]:
    """Registers first: a course asks them for every provision it cites."""
    found = select(Draft).where(Draft.kind != Kind.COURSE, Draft.trashed_on.is_(None))
    return list(session.scalars(found.order_by(Draft.kind, Draft.id)))


def _own(draft: Draft) -> Own:
    return draft.id, draft.head, draft.group_id


def _stamp(found: Sequence[Draft]) -> Stamp:
    return tuple((one.id, one.head) for one in found)
