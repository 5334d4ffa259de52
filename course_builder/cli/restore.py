"""`course-builder restore`: a backup becomes an installation again, in an empty place."""

import os
from pathlib import Path

import click
from sqlalchemy import inspect

from course_builder.cli import kept
from course_builder.cli.database import empty_database, settings
from course_builder.cli.failures import FINE, MachineSaidNo
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.database import copies, migrate
from course_builder.database.store import Database
from course_builder.library.media import media_store
from course_builder.library.media_folder import FolderStore
from course_builder.settings import Settings

ABOUT = Text(
    "Läs tillbaka en säkerhetskopia till en tom plats: en datamapp utan databas, eller en tom PostgreSQL-databas. "
    "Varje fil kontrolleras först; är en enda byte fel ändras ingenting.",
    "Restore a backup into an empty place: a data folder without a database, or an empty PostgreSQL database. "
    "Every file is checked first; when a single byte is wrong nothing is changed.",
)
NO_BACKUP = Text(
    "{folder} är ingen säkerhetskopia som den här versionen kan läsa. Ange mappen med manifest.json.",
    "{folder} is no backup that this version can read. Name the folder with manifest.json.",
)
DAMAGED = Text(
    "Säkerhetskopian är skadad, och inget har ändrats. Skadade eller saknade filer: {files}. Använd en annan kopia.",
    "The backup is damaged, and nothing was changed. Damaged or missing files: {files}. Use another backup.",
)
NOT_EMPTY = Text(
    "Här finns redan en databas: {where}. Läs tillbaka till en tom plats, eller flytta undan den först.",
    "There is a database here already: {where}. Restore into an empty place, or move it away first.",
)
OTHER_KIND = Text(
    "Kopian kommer från {theirs}, men inställningarna säger {ours}. Ändra DATABASE_URL.",
    "The backup comes from {theirs}, but the settings say {ours}. Change DATABASE_URL.",
)
LATER = Text(
    "Kopian är gjord av en nyare version av course_builder ({level}). Installera den versionen först.",
    "The backup was made by a later version of course_builder ({level}). Install that version first.",
)
DONE = Text(
    "Tillbakaläst: {rows} rader och {media} filmer och bilder, från {made}.",
    "Restored: {rows} rows and {media} films and pictures, from {made}.",
)
EXAMPLES = ("course-builder restore /srv/backup/course-builder/20261122T010551Z",)


def command(say: Say) -> click.Command:
    @click.command("restore", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("folder", metavar="BACKUP")
    def restore(folder: str) -> int:
        given = settings(say)
        manifest = _read(Path(folder), say)
        with empty_database(given, say) as database:
            _fits(manifest, database, say)
            _bring_back(Path(folder), manifest, given, database)
        rows = sum(manifest.rows.values())
        click.echo(say(DONE, rows=rows, media=len(manifest.media), made=manifest.made))
        return FINE

    return restore


def _read(folder: Path, say: Say) -> kept.Manifest:
    try:
        return kept.read(folder)
    except kept.NoBackup as error:
        raise MachineSaidNo(say(NO_BACKUP, folder=folder)) from error
    except kept.DamagedBackup as error:
        raise MachineSaidNo(say(DAMAGED, files=", ".join(error.files))) from error


def _fits(manifest: kept.Manifest, database: Database, say: Say) -> None:
    ours = "sqlite" if database.is_sqlite else "postgresql"
    if manifest.kind != ours:
        raise MachineSaidNo(say(OTHER_KIND, theirs=manifest.kind, ours=ours))
    if not migrate.is_known(manifest.level):
        raise MachineSaidNo(say(LATER, level=manifest.level))
    if database.file is not None and database.file.exists():
        raise MachineSaidNo(say(NOT_EMPTY, where=database.file))
    if not database.is_sqlite and inspect(database.reader).get_table_names():
        raise MachineSaidNo(say(NOT_EMPTY, where="PostgreSQL"))


def _bring_back(folder: Path, manifest: kept.Manifest, given: Settings, database: Database) -> None:
    """The database comes last: without it the place still counts as empty, and the command can be run again."""
    source, target = FolderStore(folder.parent / kept.MEDIA), media_store(given)
    for sha in manifest.media:
        with source.open(sha) as stream:
            target.put(stream)
    _secret(folder, given)
    copies.load(folder / kept.DATABASE, database, manifest.level)
    migrate.up_to_date(database)


def _secret(folder: Path, given: Settings) -> None:
    source, target = folder / kept.SECRET, given.folder / kept.SECRET
    if source.is_file():
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as copy:
            copy.write(source.read_bytes())
