"""`course-builder push`: a course that was worked on in a folder goes back to the library."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from course_builder.cli.courses import course_folders
from course_builder.cli.database import settings, writing_database
from course_builder.cli.exchanging import in_words
from course_builder.cli.failures import FINE
from course_builder.cli.media import store_of
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.database.store import Database
from course_builder.library.drafts.exchange import mark_sent, root_of, send
from course_builder.library.store import MediaStore

ABOUT = Text(
    "Skicka en kurs från en mapp till biblioteket, med filmsamtal, frågor och lagrum bredvid den. Den blir ett utkast; "
    "deltagarna ser den när den publiceras. Inget skrivs över som någon annan har ändrat.",
    "Send a course from a folder to the library, with the film discussions, questions and law register beside it. It becomes a "
    "draft; people see it when it is published. Nothing that somebody else has changed is written over.",
)
NEWER_THERE = Text(
    "Inget är skickat. De här filerna är ändrade i biblioteket sedan du hämtade dem:\n{files}\n"
    "Hämta kursen till en annan mapp med course-builder pull --to, för ihop texterna och skicka igen.",
    "Nothing was sent. These files are changed in the library since you fetched them:\n{files}\n"
    "Fetch the course to another folder with course-builder pull --to, bring the texts together and send again.",
)
SENT = Text("{name}: skickad (ändring {number})", "{name}: sent (revision {number})")
SAME = Text("Inget har ändrats sedan sist.", "Nothing has changed since last time.")
EXAMPLES = ("course-builder push courses/grundutbildning", "course-builder push min-kurs")


def command(say: Say) -> click.Command:
    @click.command("push", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True)
    def push(paths: Sequence[str]) -> int:
        folders = course_folders(paths, say)
        given = settings(say)
        with writing_database(given, say) as database:
            store = store_of(given, say)
            for folder in folders:
                _push(database, store, folder, say)
        return FINE

    return push


def _push(database: Database, store: MediaStore, folder: Path, say: Say) -> None:
    root = root_of(folder)
    with in_words(say, NEWER_THERE):
        sent = send(database, store, folder, root, datetime.now(UTC))
        mark_sent(database, sent, root)
    changed = [one for one in sent if one.changed]
    for one in changed:
        click.echo(say(SENT, name=one.name, number=one.revision))
    if not changed:
        click.echo(say(SAME))
