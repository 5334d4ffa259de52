"""Courses of releases, each parsed once in a process and then found in microseconds."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.tree import Blob
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.kept_tree import blobs, open_course
from course_builder.library.models import MediaBlob, Release, TextBlob
from course_builder.library.store import MediaStore

SWEDEN = ZoneInfo("Europe/Stockholm")
PARSED, DATED = 32, 128
"""So many different courses, and so many pairs of a release and a day."""


Key = TypeVar("Key")
Value = TypeVar("Value")


class NoSuchRelease(LookupError):
    """There is no release of that id."""


@dataclass
class OpenedCourses:
    """Those of one database. A course is shared by releases of the same content; only its day differs."""

    store: MediaStore
    _parsed: OrderedDict[str, Course] = field(default_factory=OrderedDict)
    _dated: OrderedDict[tuple[int, date | None], Course] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)
    _parsing: Lock = field(default_factory=Lock)

    def at_hand(self, release_id: int, today: date | None) -> Course | None:
        """What was asked for a while ago."""
        key = (release_id, today)
        with self._lock:
            found = self._dated.get(key)
            if found is not None:
                self._dated.move_to_end(key)
            return found

    def get(self, session: Session, release_id: int, today: date | None) -> Course:
        """Read by its own day when `today` is None; NoSuchRelease."""
        release = session.get(Release, release_id)
        if release is None:
            raise NoSuchRelease(release_id)
        day = today or release.made_on.astimezone(SWEDEN).date()
        course = replace(self._course(session, release, day), today=day)
        with self._lock:
            _keep(self._dated, (release_id, today), course, DATED)
        return course

    def of_files(self, session: Session, files: Mapping[str, str], day: date) -> Course:
        """A course that was never released: path -> SHA-256, as in a release."""
        return open_course(files, _blobs(session, files, self.store), day)

    def forget(self, release_id: int) -> None:
        """An id that was given to a release which was never committed may be given again."""
        with self._lock:
            for key in [key for key in self._dated if key[0] == release_id]:
                del self._dated[key]

    def _course(self, session: Session, release: Release, day: date) -> Course:
        with self._parsing:
            if release.digest not in self._parsed:
                held = _blobs(session, release.files, self.store)
                _keep(self._parsed, release.digest, open_course(release.files, held, day), PARSED)
            self._parsed.move_to_end(release.digest)
            return self._parsed[release.digest]


def _keep(kept: OrderedDict[Key, Value], key: Key, value: Value, most: int) -> None:
    kept[key] = value
    if len(kept) > most:
        kept.popitem(last=False)


def _blobs(session: Session, files: Mapping[str, str], store: MediaStore) -> dict[str, Blob]:
    wanted = sorted(set(files.values()))
    texts = session.execute(select(TextBlob.sha256, TextBlob.text).where(TextBlob.sha256.in_(wanted)))
    media = session.execute(
        select(MediaBlob.sha256, MediaBlob.size, MediaBlob.crc32).where(MediaBlob.sha256.in_(wanted))
    )
    known = {row.sha256: Fingerprint(row.sha256, row.size, row.crc32) for row in media}
    return blobs({row.sha256: row.text for row in texts}, known, store)
