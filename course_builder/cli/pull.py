"""`course-builder pull`: a course of the library as a folder to work in."""

from collections.abc import Sequence
from pathlib import Path

import click
from sqlalchemy.orm import Session

from course_builder.cli.courses import day
from course_builder.cli.database import reading_database, settings
from course_builder.cli.exchanging import in_words
from course_builder.cli.failures import FINE, WrongUsage
from course_builder.cli.media import store_of
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.library.drafts.exchange import fetch
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft, drafts
from course_builder.library.drafts.shelf import DraftShelf

ABOUT = Text(
    "Hämta en kurs ur biblioteket till en mapp: texterna, filmsamtal och frågor som den använder, och lagrum. "
    "Redigera i vilken editor som helst och skicka tillbaka med push. Servern kan vara igång.",
    "Fetch a course from the library to a folder: its texts, the film discussions and questions it uses, and the law register. "
    "Edit in any editor and send it back with push. The server may be running.",
)
TO = Text("Mappen att hämta till (annars den du står i).", "The folder to fetch to (else the current one).")
NO_DRAFT = Text("Det finns ingen kurs som heter {name}. Här finns: {names}.", "There is no course called {name}. There are: {names}.")  # fmt: skip
NEWER_HERE = Text(
    "Inget är hämtat. De här filerna är ändrade i mappen och skulle skrivas över:\n{files}\n"
    "Skicka dem först med course-builder push, eller hämta till en annan mapp med --to.",
    "Nothing was fetched. These files are changed in the folder and would be written over:\n{files}\n"
    "Send them first with course-builder push, or fetch to another folder with --to.",
)
FETCHED = Text("{title} ligger i {folder}", "{title} is in {folder}")
EXAMPLES = ("course-builder pull grundutbildning", "course-builder pull grundutbildning --to arbete")


def command(say: Say) -> click.Command:
    @click.command("pull", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("names", metavar="NAME...", nargs=-1, required=True)
    @click.option("--to", metavar="FOLDER", default=".", help=say(TO))
    def pull(names: Sequence[str], to: str) -> int:
        given = settings(say)
        store, root = store_of(given, say), Path(to)
        with reading_database(given, say) as database, database.reading() as session:
            courses = [_course(session, name, say) for name in names]
            shelf = DraftShelf(database, store)
            behind = [one for course in courses for one in shelf.used_by(course.name, day(None, say))]
            unique = {(one.kind, one.name): one for one in (*behind, *courses)}
            root.mkdir(parents=True, exist_ok=True)
            with in_words(say, NEWER_HERE):
                fetch(session, store, list(unique.values()), root)
            for course in courses:
                click.echo(say(FETCHED, title=course.title, folder=root / "courses" / course.name))
        return FINE

    return pull


def _course(session: Session, name: str, say: Say) -> Draft:
    found = draft(session, Kind.COURSE, name)
    if found is None or found.head == 0:
        there = ", ".join(one.name for one in drafts(session, Kind.COURSE)) or "–"
        raise WrongUsage(say(NO_DRAFT, name=name, names=there))
    return found
