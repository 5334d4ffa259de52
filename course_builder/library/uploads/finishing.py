"""From a whole file to a place in the draft: at once, or by a job when a film has to be converted first."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy import select, update

from course_builder.database.store import Database
from course_builder.jobs import table
from course_builder.library.films.convert import convert
from course_builder.library.films.probe import probe
from course_builder.library.store import MediaStore
from course_builder.library.uploads import pieces, receiving, refusals
from course_builder.library.uploads.examining import Fit, ToConvert, beside, examine, film_facts
from course_builder.library.uploads.keeping import clear, keep
from course_builder.library.uploads.limits import LARGEST
from course_builder.library.uploads.models import State, Upload
from course_builder.people.refused import Refused

CONVERT = "convert"
"""The job's name; its argument is `upload`."""
SAID_EVERY = timedelta(seconds=2)


class Clock(Protocol):
    def __call__(self) -> datetime: ...


@dataclass(frozen=True)
class Workshop:
    """Where uploads lie and where they go."""

    database: Database
    store: MediaStore
    folder: Path
    clock: Clock

    def part(self, upload: Upload) -> Path:
        return pieces.part_of(self.folder, upload.token)


class NotWhole(Exception):
    """More is to come. `offset` is where to go on."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def finish(work: Workshop, upload: Upload) -> None:
    """Looks into the file and keeps it, asks for its conversion, or refuses it: the row says which. Once is enough.

    NotWhole when more is to come, NotNext when another request is at it. Not inside a transaction.
    """
    if upload.state != State.RECEIVING:
        return
    part = work.part(upload)
    there = receiving.received(part)
    if there != upload.size:
        raise NotWhole(there)
    with pieces.alone(part):
        try:
            found = examine(part, upload.name)
        except Refused as refused:
            _refuse(work, upload, refused)
            return
        if isinstance(found, ToConvert):
            _ask(work, upload)
        else:
            _keep(work, upload, found)


def convert_asked(work: Workshop, arguments: Mapping[str, int]) -> None:
    """The job. Doing it again after a crash begins from the file that was brought."""
    with work.database.reading() as session:
        upload = session.scalars(select(Upload).where(Upload.id == arguments["upload"])).first()
    if upload is None or upload.state != State.CONVERTING:
        return
    part = work.part(upload)
    probed = probe(part) if part.exists() else None
    made = beside(part)
    if probed is None or not convert(part, made, probed, LARGEST["film"], _Progress(work, upload.id)):
        _refuse(work, upload, refusals.not_playable(upload.name))
        return
    after = probe(made)
    if after is None:
        _refuse(work, upload, refusals.unreadable(upload.name))
        return
    _keep(work, upload, Fit(made, ".mp4", film_facts(after)))


class _Progress:
    """Writes how far it has come, now and then."""

    def __init__(self, work: Workshop, upload_id: int) -> None:
        self._work, self._id = work, upload_id
        self._said = work.clock()

    def __call__(self, share: float) -> None:
        now = self._work.clock()
        if now - self._said < SAID_EVERY:
            return
        self._said = now
        with self._work.database.writing() as session:
            session.execute(update(Upload).where(Upload.id == self._id).values(done=int(share * 1000)))


def _ask(work: Workshop, upload: Upload) -> None:
    now = work.clock()
    with work.database.writing() as session:
        session.execute(
            update(Upload).where(Upload.id == upload.id).values(state=State.CONVERTING, touched_on=now)
        )
        table.ask(session, CONVERT, {"upload": upload.id}, now, f"{CONVERT}:{upload.token}")


def _keep(work: Workshop, upload: Upload, fit: Fit) -> None:
    """The file is safe before the row that says so: a crash in between leaves a file that nobody names, for the sweep."""
    part = work.part(upload)
    kept = fit.file
    if kept == part:
        kept = beside(part)
        _linked(part, kept)
    made = work.store.take(kept)
    with work.database.writing() as session:
        row = session.get(Upload, upload.id)
        if row is not None:
            keep(session, row, made, fit.suffix, fit.facts, work.clock())
    clear(part)


def _linked(part: Path, kept: Path) -> None:
    """A second name for the same bytes, so that a crash before the row is written finds the file still there."""
    kept.unlink(missing_ok=True)
    try:
        kept.hardlink_to(part)
    except OSError:
        shutil.copyfile(part, kept)


def _refuse(work: Workshop, upload: Upload, refused: Refused) -> None:
    with work.database.writing() as session:
        receiving.refuse(session, upload.id, refused.sv, refused.en, work.clock())
    clear(work.part(upload))
