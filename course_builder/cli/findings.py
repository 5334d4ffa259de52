"""What there is to say about an installation, line by line, and whether it is well."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from course_builder.cli.database import danger
from course_builder.cli.keeping import LAST
from course_builder.cli.words import Say, Text
from course_builder.database import migrate, safety
from course_builder.database.lock import writer_of
from course_builder.database.store import Database
from course_builder.jobs import table
from course_builder.library.media import StoreUnusable, media_store, orphans
from course_builder.post import outbox
from course_builder.settings import Settings

LOW = 1_000_000_000
OLD_DAYS = 7
GIGABYTE = 1_000_000_000

SQLITE = Text("SQLite {version}, {file}", "SQLite {version}, {file}")
POSTGRES = Text(
    "PostgreSQL {version}, synchronous_commit={commits}", "PostgreSQL {version}, synchronous_commit={commits}"
)
ONE_WRITER = Text(
    "En skrivare i taget: servern (process {process}).",
    "One writer at a time: the server (process {process}).",
)
NO_SERVER = Text("Servern är inte igång.", "The server is not running.")
GUARDED = Text(
    "SQLite {version} kräver att en enda process skriver, och låset ser till det.",
    "SQLite {version} demands that one process alone writes, and the lock sees to it.",
)
REPAIRED = Text(
    "SQLite {version} har inte felet från före 3.51.3.",
    "SQLite {version} does not have the fault from before 3.51.3.",
)
NO_DATABASE = Text(
    "Ingen databas än. Den görs när servern startas första gången.",
    "No database yet. It is made when the server is started for the first time.",
)
UP_TO_DATE = Text(
    "Tabellerna är i nivå {level}, den senaste.", "The tables are at level {level}, the latest."
)
BEHIND = Text(
    "Tabellerna är i nivå {level}; programmet vill ha {newest}. Starta om servern med den installerade versionen.",
    "The tables are at level {level}; the program wants {newest}. Restart the server with the installed version.",
)
FREE = Text("{free} GB ledigt i {folder}.", "{free} GB free in {folder}.")
NEARLY_FULL = Text(
    "Bara {free} GB ledigt i {folder}. Frigör plats, annars kan svar snart inte sparas.",
    "Only {free} GB free in {folder}. Make room, or answers can soon not be saved.",
)
BACKED_UP = Text("Senast {made}, {place}.", "Last {made}, {place}.")
BACKUP_OLD = Text(
    "Senast {made}, för {days} dagar sedan. Kör course-builder backup, helst varje natt.",
    "Last {made}, {days} days ago. Run course-builder backup, every night if you can.",
)
NO_BACKUP = Text(
    "Ingen än. Kör course-builder backup, helst varje natt.",
    "None yet. Run course-builder backup, every night if you can.",
)
MAIL = Text(
    "{how}. {waiting} väntar, {sent} skickade, {failed} misslyckade.",
    "{how}. {waiting} waiting, {sent} sent, {failed} failed.",
)
BY_SERVER = Text("Genom {host}", "Through {host}")
TO_LOG = Text("Ingen brevserver: brev skrivs i loggen", "No mail server: letters are written to the log")
JOBS = Text(
    "{waiting} väntar, {running} pågår, {failed} misslyckade.",
    "{waiting} waiting, {running} running, {failed} failed.",
)
MEDIA = Text(
    "{missing} saknas, {stray} visas inte av någon version. Kör course-builder media för att läsa varje fil.",
    "{missing} missing, {stray} shown by no version. Run course-builder media to read every file.",
)
MEDIA_AWAY = Text("Går inte att nå: {reason}", "Cannot be reached: {reason}")
NO_ANSWER = Text("Databasen svarar inte: {reason}", "The database does not answer: {reason}")


@dataclass(frozen=True)
class Finding:
    name: str
    words: str
    well: bool = True


def findings(given: Settings, say: Say, now: datetime) -> Iterator[Finding]:
    database = Database(given.database)
    try:
        yield from _database(database, given, say)
    finally:
        database.close()
    yield _disk(given, say)
    yield _backup(given, say, now)


def _database(database: Database, given: Settings, say: Say) -> Iterator[Finding]:
    if database.file is not None and not database.file.exists():
        yield Finding("database", say(NO_DATABASE))
        return
    try:
        yield _which(database, say)
        yield from _writer(database, given, say)
        yield _level(database, say)
        if migrate.level(database) == migrate.newest():
            yield from _work(database, given, say)
            yield _media(database, given, say)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        yield Finding("database", say(NO_ANSWER, reason=reason), well=False)


def _which(database: Database, say: Say) -> Finding:
    if database.is_sqlite:
        return Finding("database", say(SQLITE, version=safety.VERSION, file=database.file))
    with database.reader.connect() as connection:
        version = connection.scalar(text("SHOW server_version"))
        commits = connection.scalar(text("SHOW synchronous_commit"))
    return Finding("database", say(POSTGRES, version=version, commits=commits))


def _writer(database: Database, given: Settings, say: Say) -> Iterator[Finding]:
    process = writer_of(given)
    if database.is_sqlite:
        yield Finding("writer", say(ONE_WRITER, process=process) if process else say(NO_SERVER))
    try:
        safety.check(database, alone=True)
    except safety.NotSafe as error:
        yield Finding("safety", danger(error.danger, say), well=False)
        return
    if database.is_sqlite:
        yield Finding(
            "safety", say(GUARDED if safety.needs_one_writer() else REPAIRED, version=safety.VERSION)
        )


def _level(database: Database, say: Say) -> Finding:
    level, newest = migrate.level(database), migrate.newest()
    if level == newest:
        return Finding("level", say(UP_TO_DATE, level=level))
    return Finding("level", say(BEHIND, level=level or "-", newest=newest), well=False)


def _work(database: Database, given: Settings, say: Say) -> Iterator[Finding]:
    with database.reading() as session:
        letters, jobs = outbox.counts(session), table.counts(session)
    host = urlsplit(given.smtp_url).hostname
    how = say(BY_SERVER, host=host) if host else say(TO_LOG)
    failed = letters.get(outbox.FAILED, 0)
    counted = {
        "waiting": letters.get(outbox.WAITING, 0),
        "sent": letters.get(outbox.SENT, 0),
        "failed": failed,
    }
    yield Finding("mail", say(MAIL, how=how, **counted), well=not failed)
    numbers = {state: jobs.get(state, 0) for state in (table.WAITING, table.RUNNING, table.FAILED)}
    yield Finding("jobs", say(JOBS, **numbers), well=not numbers[table.FAILED])


def _media(database: Database, given: Settings, say: Say) -> Finding:
    try:
        with database.reading() as session:
            found = orphans(session, media_store(given))
    except (StoreUnusable, OSError) as error:
        return Finding("media", say(MEDIA_AWAY, reason=error), well=False)
    words = say(MEDIA, missing=len(found.missing), stray=len(found.stray))
    return Finding("media", words, well=not found.missing)


def _disk(given: Settings, say: Say) -> Finding:
    there = given.folder if given.folder.exists() else given.folder.absolute().parent
    free = shutil.disk_usage(there).free
    words = FREE if free > LOW else NEARLY_FULL
    return Finding("disk", say(words, free=round(free / GIGABYTE, 1), folder=given.folder), well=free > LOW)


def _backup(given: Settings, say: Say, now: datetime) -> Finding:
    file = given.folder / LAST
    if not file.is_file():
        return Finding("backup", say(NO_BACKUP), well=False)
    last = json.loads(file.read_text("utf-8"))
    made = datetime.fromisoformat(last["made"])
    days = (now - made).days
    if days > OLD_DAYS:
        return Finding("backup", say(BACKUP_OLD, made=f"{made:%Y-%m-%d}", days=days), well=False)
    return Finding("backup", say(BACKED_UP, made=f"{made:%Y-%m-%d %H:%M} UTC", place=last["place"]))
