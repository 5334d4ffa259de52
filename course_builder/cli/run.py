"""`course-builder run`: the whole application in the browser."""

import atexit
import secrets
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask

from course_builder.cli.cores import anywhere
from course_builder.cli.courses import course_folders
from course_builder.cli.database import settings, writing_database
from course_builder.cli.failures import FINE, MachineSaidNo
from course_builder.cli.listening import HOST, PORT_HELP, address, listen, on_this_machine_only
from course_builder.cli.media import store_of
from course_builder.cli.server import Server
from course_builder.cli.serving import ADDRESS, built
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.database.lock import in_turn
from course_builder.database.store import Database
from course_builder.library.drafts.arriving import arrive, arrive_shared
from course_builder.paths.shipped import COURSES
from course_builder.people.first import has_demo, nobody_yet
from course_builder.settings import Settings
from course_builder.web import background, first_run, log
from course_builder.web.application import create_app

ABOUT = Text(
    "Starta servern: logga in, skriv och gå kurser, följ upp. Kurserna i PATH tas in som utkast första gången; utan PATH de som följer med. "
    "Svarar på den här datorn, om du inte säger något annat med --host. Inställningar läses ur miljön.",
    "Start the server: sign in, write and take courses, follow up. The courses of PATH become drafts the first time; without PATH the included ones. "
    "Answers on this machine, unless you say otherwise with --host. Settings are read from the environment.",
)
WHAT = Text("Kursbyggaren", "Course builder")
HOST_HELP = Text("Adressen att svara på (annars 127.0.0.1).", "The address to answer on (else 127.0.0.1).")
DEMO_INSIDE = Text(
    "Databasen har demokonton som vem som helst kan logga in med. Den visas bara på den här datorn: kör utan --host. "
    "Börja om i en tom mapp (COURSE_BUILDER_DATA) för att ta systemet i drift.",
    "The database has demo accounts that anybody can sign in with. It is shown on this machine only: run without --host. "
    "Begin in an empty folder (COURSE_BUILDER_DATA) to put the system to use.",
)
FIRST = Text(
    "Här är tomt än. Öppna adressen och skriv koden {code}, så skapar du den första administratören. "
    "Eller kör course-builder admin create.",
    "It is empty here yet. Open the address and write the code {code} to make the first administrator. "
    "Or run course-builder admin create.",
)
EXAMPLES = ("course-builder run", "course-builder run kurser --port 8080")
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""None that is mistaken for another."""


def command(say: Say) -> click.Command:
    @click.command("run", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("paths", metavar="[PATH...]", nargs=-1)
    @click.option("--host", metavar="ADDRESS", default=HOST, help=say(HOST_HELP))
    @click.option("--port", metavar="N", type=int, help=say(PORT_HELP))
    def run(paths: Sequence[str], host: str, port: int | None) -> int:
        return start(settings(say), course_folders(paths, say) or [COURSES], host, port, say)

    return run


def start(given: Settings, folders: Sequence[Path], host: str, port: int | None, say: Say) -> int:
    """Holds the right to write until the server has stopped."""
    built(say)
    with writing_database(given, say) as database, listen(host, port, say) as listener:
        code = _first_code(database, host, say)
        store, now = store_of(given, say), datetime.now(UTC)
        arrive(database, store, folders, now)
        arrive_shared(database, store, now)
        one_process = database.is_sqlite
        database.close()  # a connection is never taken along into another process

        def make() -> Flask:
            if not sys.stderr.isatty():
                log.to_stderr()
            in_turn(given)
            app = create_app(given)
            first_run.open_with(app, code)
            with anywhere():
                jobs = background.start(app)
            atexit.register(jobs.stop)
            hub = app.extensions["hub"]
            hub.start()
            atexit.register(hub.stop)
            return app

        def ready() -> None:
            click.echo(say(ADDRESS, what=say(WHAT), address=address(listener, "/")))
            if code:
                click.echo(say(FIRST, code=code))
            sys.stdout.flush()

        Server(make, listener, given.threads, 1 if one_process else given.processes, ready).run()
    return FINE


def _first_code(database: Database, host: str, say: Say) -> str | None:
    """To be written by whoever makes the first administrator; None when there are accounts. Raises MachineSaidNo."""
    with database.reading() as session:
        if has_demo(session) and not on_this_machine_only(host):
            raise MachineSaidNo(say(DEMO_INSIDE))
        if not nobody_yet(session):
            return None
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(4)) for _ in range(2))
