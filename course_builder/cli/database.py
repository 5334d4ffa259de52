"""The database as commands open it. Whatever stands in the way is said in words, with the way out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError

from course_builder.cli.failures import MachineSaidNo
from course_builder.cli.words import Say, Text
from course_builder.database import copies, migrate, safety
from course_builder.database.lock import SomebodyElseWrites, only_writer
from course_builder.database.store import Database
from course_builder.settings import Settings

SERVER_WRITES = Text(
    "Servern är igång (process {process}) och är den enda som får skriva i databasen. "
    "Stoppa den först, kör kommandot och starta den igen.",
    "The server is running (process {process}) and is the only one that may write to the database. "
    "Stop it first, run the command and start it again.",
)
NEWER = Text(
    "Databasen är gjord av en nyare version av course_builder ({level}). Installera den versionen, "
    "eller läs tillbaka säkerhetskopian från före uppgraderingen.",
    "The database was made by a later version of course_builder ({level}). Install that version, "
    "or restore the backup made before the upgrade.",
)
OLDER = Text(
    "Databasen är gjord av en äldre version av course_builder. Starta servern en gång, så görs den om.",
    "The database was made by an earlier version of course_builder. Start the server once to bring it up to date.",
)
NOT_OURS = Text(
    "Databasen innehåller tabeller som course_builder inte har gjort. Ge course_builder en egen databas.",
    "The database holds tables that course_builder did not make. Give course_builder a database of its own.",
)
NO_ANSWER = Text(
    "Databasen svarar inte. Kontrollera DATABASE_URL och att PostgreSQL är igång. ({reason})",
    "The database does not answer. Check DATABASE_URL and that PostgreSQL is running. ({reason})",
)
COPIED = Text(
    "Databasen görs om för den nya versionen. Först har den kopierats till {place}.",
    "The database is brought up to the new version. It was copied to {place} first.",
)
NONE_YET = Text(
    "Här finns ingen databas än: {file}. Den görs när servern startas första gången.",
    "There is no database here yet: {file}. It is made when the server is started for the first time.",
)
WAL_RESET = Text(
    "SQLite {version} kan skada databasen om två processer skriver, och här går det inte att låsa. "
    "Lägg datamappen på en lokal disk, eller använd PostgreSQL.",
    "SQLite {version} can damage the database when two processes write, and locks do not work here. "
    "Put the data folder on a local disk, or use PostgreSQL.",
)
ASYNCHRONOUS = Text(
    "PostgreSQL svarar ”sparat” innan det är sparat: synchronous_commit är off. Sätt den till on.",
    "PostgreSQL answers “saved” before it is saved: synchronous_commit is off. Set it to on.",
)
BAD_SETTING = Text("En inställning är fel: {reason}", "A setting is wrong: {reason}")


def settings(say: Say) -> Settings:
    """What the environment says."""
    try:
        return Settings.from_environment(os.environ)
    except ValueError as error:
        raise MachineSaidNo(say(BAD_SETTING, reason=error)) from error


@contextmanager
def writing_database(given: Settings, say: Say) -> Iterator[Database]:
    """Up to date, and nobody else writes to it until the block ends. Raises MachineSaidNo."""
    with _in_words(say), only_writer(given) as alone, _opened(given) as database:
        safety.check(database, alone)
        migrate.up_to_date(database, lambda before: _copied(before, given, say))
        yield database


def _copied(database: Database, given: Settings, say: Say) -> None:
    place = copies.before_migration(database, given.folder / "backups")
    click.echo(say(COPIED, place=place), err=True)


@contextmanager
def reading_database(given: Settings, say: Say) -> Iterator[Database]:
    """For commands that only look; the server may be running. Raises MachineSaidNo."""
    with any_database(given, say) as database:
        if migrate.level(database) != migrate.newest():
            raise MachineSaidNo(say(OLDER))
        yield database


@contextmanager
def any_database(given: Settings, say: Say) -> Iterator[Database]:
    """As `reading_database`, whichever version of course_builder made it."""
    with _in_words(say), _opened(given) as database:
        if database.file is not None and not database.file.exists():
            raise MachineSaidNo(say(NONE_YET, file=database.file))
        if migrate.level(database) is None:
            raise MachineSaidNo(say(NONE_YET, file="PostgreSQL") if not database.is_sqlite else say(NOT_OURS))
        yield database


@contextmanager
def empty_database(given: Settings, say: Say) -> Iterator[Database]:
    """Where a database is to be; nobody else makes one there meanwhile. Raises MachineSaidNo."""
    with _in_words(say), only_writer(given), _opened(given) as database:
        given.folder.mkdir(parents=True, exist_ok=True)
        yield database


@contextmanager
def _opened(given: Settings) -> Iterator[Database]:
    database = Database(given.database)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _in_words(say: Say) -> Iterator[None]:
    try:
        yield
    except SomebodyElseWrites as error:
        raise MachineSaidNo(say(SERVER_WRITES, process=error.process or "?")) from error
    except migrate.NewerDatabase as error:
        raise MachineSaidNo(say(NEWER, level=error.level)) from error
    except migrate.NotOurs as error:
        raise MachineSaidNo(say(NOT_OURS)) from error
    except safety.NotSafe as error:
        raise MachineSaidNo(danger(error.danger, say)) from error
    except OperationalError as error:
        raise MachineSaidNo(say(NO_ANSWER, reason=_first_line(error))) from error


def danger(one: safety.Danger, say: Say) -> str:
    return say(ASYNCHRONOUS) if one is safety.Danger.ASYNCHRONOUS else say(WAL_RESET, version=safety.VERSION)


def _first_line(error: OperationalError) -> str:
    return str(error.orig).strip().splitlines()[0]
