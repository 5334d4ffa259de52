"""`course-builder demo`: a region to try everything in."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import click

from course_builder.cli.database import settings, writing_database
from course_builder.cli.demo_region.making import make
from course_builder.cli.failures import FINE, MachineSaidNo
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.library.media import media_store
from course_builder.people.first import has_demo, nobody_yet
from course_builder.settings import Settings

ABOUT = Text(
    "Gör en demoregion i en tom mapp: påhittade enheter och personer med alla slags uppdrag, några klara, några på väg. "
    "Vem som helst kan logga in i den, så den visas bara på den här datorn.",
    "Make a demo region in an empty folder: invented units and people in all roles, some done, some on their way. "
    "Anybody can sign in to it, so it is shown on this machine only.",
)
MADE = Text(
    "Demoregionen finns i {folder}. Starta med course-builder run.",
    "The demo region is in {folder}. Start with course-builder run.",
)
THERE = Text("Demoregionen finns redan i {folder}.", "The demo region is in {folder} already.")
NOT_EMPTY = Text(
    "Databasen i {folder} används redan. En demoregion görs bara där det är tomt: välj en annan mapp med COURSE_BUILDER_DATA.",
    "The database in {folder} is in use already. A demo region is made in an empty place only: choose another folder with COURSE_BUILDER_DATA.",
)
EXAMPLES = ("course-builder demo",)


def command(say: Say) -> click.Command:
    @click.command("demo", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    def demo() -> int:
        given = settings(say)
        now = datetime.now(UTC)  # the command line is where the clock is read
        made = _in_database(given, say, now) if given.database_url else _in_folder(given, say, now)
        click.echo(say(MADE if made else THERE, folder=given.folder))
        return FINE

    return demo


def _in_folder(given: Settings, say: Say, now: datetime) -> bool:
    """Made beside the folder and moved there when it is whole; False when it was there."""
    if given.folder.exists() and any(given.folder.iterdir()):
        return _in_database(given, say, now)
    given.folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{given.folder.name}.", suffix=".part", dir=given.folder.parent))
    try:
        _in_database(replace(given, data=str(beside)), say, now)
        beside.chmod(0o755)
        beside.replace(given.folder)
    except BaseException:
        rmtree(beside)
        raise
    return True


def _in_database(given: Settings, say: Say, now: datetime) -> bool:
    with writing_database(given, say) as database:
        with database.reading() as session:
            if has_demo(session):
                return False
            if not nobody_yet(session):
                raise MachineSaidNo(say(NOT_EMPTY, folder=given.folder))
        make(database, media_store(given), now)
    return True
