"""`course-builder media`: are the films, pictures and documents of every version there, and still what they were?"""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import click
from sqlalchemy.orm import Session

from course_builder.cli.database import reading_database, settings
from course_builder.cli.failures import COURSE_ERRORS, FINE, MachineSaidNo
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.library.media import StoreUnusable, damaged, media_store, orphans, sweep
from course_builder.library.media_places import places
from course_builder.library.store import MediaStore
from course_builder.settings import Settings

ABOUT = Text(
    "Kontrollera alla versioners filmer, bilder och dokument: varje fil läses och jämförs med det den var när den publicerades. "
    "Servern kan vara igång. Slutar med 1 när något saknas eller är skadat.",
    "Check the films, pictures and documents of every version: each file is read and compared with what it was when published. "
    "The server may be running. Ends with 1 when something is missing or damaged.",
)
SWEEP = Text(
    "Ta bort filer som ingen version visar och som är äldre än ett dygn.",
    "Remove files that no version shows and that are more than a day old.",
)
MISSING = Text("{course} version {number}: {path} saknas", "{course} version {number}: {path} is missing")
DAMAGED = Text("{course} version {number}: {path} är skadad", "{course} version {number}: {path} is damaged")
RESTORE = Text("Hämta filerna ur säkerhetskopian.", "Fetch the files from the backup.")
STRAY = Text(
    "{count} filer visas inte av någon version. Ta bort dem med course-builder media --sweep",
    "{count} files are shown by no version. Remove them with course-builder media --sweep",
)
SWEPT = Text("{count} filer är borttagna.", "{count} files are removed.")
WELL = Text("Alla filer finns och är hela.", "All files are there and whole.")
EXAMPLES = ("course-builder media", "course-builder media --sweep")
A_DAY = timedelta(days=1)
"""A release under way may be about to need what came later."""


def command(say: Say) -> click.Command:
    @click.command("media", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.option("--sweep", "sweeps", is_flag=True, help=say(SWEEP))
    def media(sweeps: bool) -> int:
        given = settings(say)
        store = store_of(given, say)
        with reading_database(given, say) as database, database.reading() as session:
            if sweeps:
                gone = sweep(session, store, datetime.now(UTC) - A_DAY)
                click.echo(say(SWEPT, count=len(gone)))
            return _check(session, store, say)

    return media


def store_of(given: Settings, say: Say) -> MediaStore:
    """The store that the settings name. Raises MachineSaidNo."""
    try:
        return media_store(given)
    except StoreUnusable as error:
        raise MachineSaidNo(say(Text(error.sv, error.en))) from error


def _check(session: Session, store: MediaStore, say: Say) -> int:
    found = orphans(session, store)
    _tell(session, found.missing, MISSING, say)
    spoilt = list(damaged(session, store))
    _tell(session, spoilt, DAMAGED, say)
    if found.stray:
        click.echo(say(STRAY, count=len(found.stray)))
    bad = bool(found.missing or spoilt)
    click.echo(say(RESTORE if bad else WELL), err=bad)
    return COURSE_ERRORS if bad else FINE


def _tell(session: Session, files: Collection[str], text: Text, say: Say) -> None:
    for shown in places(session, files):
        click.echo(say(text, course=shown.course_id, number=shown.number, path=shown.path))
