"""`course-builder release`: courses as they are now become versions that people take."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from course_builder.cli import report
from course_builder.cli.courses import course_folders
from course_builder.cli.database import settings, writing_database
from course_builder.cli.exchanging import in_words
from course_builder.cli.failures import COURSE_ERRORS, FINE, MachineSaidNo, WrongUsage
from course_builder.cli.media import store_of
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content.compare import compare
from course_builder.content.problems import errors
from course_builder.database.store import Database
from course_builder.library.drafts.exchange import root_of, send
from course_builder.library.gather import Gathered, ReleaseStopped, gather
from course_builder.library.models import Change, Release
from course_builder.library.ready import FileChanged, Ready, keep_media
from course_builder.library.releases import course_of, day, latest, release
from course_builder.library.store import MediaStore

ABOUT = Text(
    "Publicera kurser: det som står i mappen blir en ny version som deltagarna går. "
    "PATH är en kursmapp, en mapp med kurser eller namnet på en kurs som följer med.",
    "Publish courses: what stands in the folder becomes a new version that people take. "
    "PATH is a course's folder, a folder of courses, or the name of a course that is included.",
)
CHANGE = Text(
    "Vad den nya versionen är: wording (språklig ändring), content (nytt innehåll) eller correction (rättelse: lag eller "
    "fakta var fel, och alla som är mitt i kursen flyttas och får veta det). Annars väljs det efter vad som har ändrats.",
    "What the new version is: wording, content or correction (law or fact was wrong: everyone in mid-course moves and is "
    "told). Else it is chosen by what has changed.",
)
NOTE = Text("Vad som är nytt, med dina ord. Deltagarna läser det.", "What is new, in your words. People who take the course read it.")  # fmt: skip
NO_CHANGE = Text("--change kan vara {values}, inte {value}.", "--change may be {values}, not {value}.")
STOPPED = Text(
    "{folder}: ingen version publiceras förrän felen är rättade ({count}).",
    "{folder}: no version is published until the errors are put right ({count}).",
)
MOVED_UNDER_US = Text(
    "{folder}: en fil ändrades medan den kopierades. Inget är publicerat. Kör igen.",
    "{folder}: a file changed while it was copied. Nothing is published. Run again.",
)
NEWER_THERE = Text(
    "Inget är publicerat. De här filerna är ändrade i biblioteket, inte i mappen:\n{files}\n"
    "Publicera utkastet i webbläsaren, eller hämta det med course-builder pull --to och för ihop texterna.",
    "Nothing is published. These files are changed in the library, not in the folder:\n{files}\n"
    "Publish the draft in the browser, or fetch it with course-builder pull --to and bring the texts together.",
)
SAME = Text(
    "{title}: inget har ändrats sedan version {number} ({day}). Den ligger kvar.",
    "{title}: nothing has changed since version {number} ({day}). It stays.",
)
PUBLISHED = Text(
    "{title}: version {number} är publicerad ({kind}).", "{title}: version {number} is published ({kind})."
)
SAFE = Text("Kan paketet bytas ut? {verdict}", "Safe to replace? {verdict}")
KINDS: Mapping[str, Text] = {
    Change.FIRST: Text("första versionen", "the first version"),
    Change.WORDING: Text("språklig ändring", "wording"),
    Change.CONTENT: Text("nytt innehåll", "new content"),
    Change.CORRECTION: Text("rättelse", "correction"),
}
CHOICES = (Change.WORDING, Change.CONTENT, Change.CORRECTION)
EXAMPLES = (
    "course-builder release min-kurs",
    'course-builder release courses --note "Nya frågor om närstående."',
    'course-builder release min-kurs --change correction --note "Lagrummet i modul 4 var fel."',
)


def command(say: Say) -> click.Command:
    @click.command("release", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True)
    @click.option("--change", metavar="|".join(CHOICES), help=say(CHANGE))
    @click.option("--note", metavar="TEXT", default="", help=say(NOTE))
    def release_command(paths: Sequence[str], change: str | None, note: str) -> int:
        chosen = _change(change, say)
        folders = course_folders(paths, say)
        given = settings(say)
        with writing_database(given, say) as database:
            desk = _Desk(database, store_of(given, say), chosen, note, say)
            return max(desk.publish(folder) for folder in folders)

    return release_command


def _change(value: str | None, say: Say) -> Change | None:
    if value is not None and value not in CHOICES:
        raise WrongUsage(say(NO_CHANGE, values=", ".join(CHOICES), value=value))
    return None if value is None else Change(value)


class _Desk:
    """Publishes one course after another; what is wrong with one stops no other."""

    def __init__(
        self, database: Database, store: MediaStore, change: Change | None, note: str, say: Say
    ) -> None:
        self.database, self.store, self.change, self.note, self.say = database, store, change, note, say
        self.now = datetime.now(UTC)

    def publish(self, folder: Path) -> int:
        """The draft of the library becomes what the folder is, so that whoever writes on it writes on what people take."""
        try:
            gathered = gather(folder, day(self.now))
        except ReleaseStopped as stopped:
            wrong = errors(stopped.problems)
            for problem in wrong:
                report.show(problem, self.say)
            click.echo(self.say(STOPPED, folder=folder, count=len(wrong)), err=True)
            return COURSE_ERRORS
        try:
            ready = keep_media(self.store, gathered)
        except FileChanged as error:
            raise MachineSaidNo(self.say(MOVED_UNDER_US, folder=folder)) from error
        with in_words(self.say, NEWER_THERE):
            send(self.database, self.store, folder, root_of(folder), self.now)
        self._tell(gathered, *self._release(ready))
        return FINE

    def _release(self, ready: Ready) -> tuple[Release | None, Release]:
        with self.database.writing() as session:
            before = latest(session, ready.gathered.course.id)
            made = release(session, self.store, ready, self.change, self.note, None, self.now)
            return before, made

    def _tell(self, gathered: Gathered, before: Release | None, made: Release) -> None:
        if before is not None and before.id == made.id:
            click.echo(self.say(SAME, title=made.title, number=made.number, day=day(made.made_on)))
            return
        kind = self.say(KINDS[made.change])
        click.echo(self.say(PUBLISHED, title=made.title, number=made.number, kind=kind))
        if before is None:
            return
        comparison = compare(course_of(self.database, before.id), gathered.course)
        click.echo(self.say(SAFE, verdict=comparison.title(self.say.language)))
        for reason in comparison.reasons:
            click.echo(f"- {reason.text(self.say.language)}")
