"""`course-builder backup`: everything in one place, tried before it counts."""

from datetime import UTC, datetime
from pathlib import Path

import click

from course_builder.cli.database import any_database, settings
from course_builder.cli.failures import FINE, MACHINE, MachineSaidNo
from course_builder.cli.keeping import TrialFailed, keep
from course_builder.cli.kept import DamagedBackup
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text

ABOUT = Text(
    "Säkerhetskopiera databas, filmer och bilder till mappen TARGET (annars backups i datamappen). "
    "Servern kan vara igång. Kopian läses tillbaka på prov innan kommandot säger att den finns. "
    "Den innehåller personuppgifter: förvara den som databasen.",
    "Back up the database, films and pictures to the folder TARGET (else backups in the data folder). "
    "The server may be running. The backup is restored for a try before the command says that it exists. "
    "It holds personal data: keep it as you keep the database.",
)
MADE = Text(
    "{place}: {rows} rader och {media} filmer och bilder, läst tillbaka på prov.",
    "{place}: {rows} rows and {media} films and pictures, restored for a try.",
)
MISSING = Text(
    "{count} filmer eller bilder saknas eller är skadade på servern och kunde inte kopieras: {names}. "
    "Publicera kursen igen från sin mapp, så kommer de tillbaka.",
    "{count} films or pictures are missing or damaged on the server and could not be copied: {names}. "
    "Publish the course again from its folder to bring them back.",
)
NOT_TRUSTED = Text(
    "Kopian gick inte att läsa tillbaka och har tagits bort. Skadat: {what}. Kontrollera disken och kör igen.",
    "The backup could not be restored and has been removed. Damaged: {what}. Check the disk and run again.",
)
EXAMPLES = ("course-builder backup", "course-builder backup /srv/backup/course-builder")


def command(say: Say) -> click.Command:
    @click.command("backup", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("target", metavar="[TARGET]", required=False)
    def backup(target: str | None) -> int:
        given = settings(say)
        place = Path(target) if target else given.folder / "backups"
        with any_database(given, say) as database:
            try:
                made, manifest = keep(database, given, place, datetime.now(UTC))
            except (DamagedBackup, TrialFailed) as error:
                raise MachineSaidNo(say(NOT_TRUSTED, what=error)) from error
        click.echo(say(MADE, place=made, rows=sum(manifest.rows.values()), media=len(manifest.media)))
        if manifest.missing:
            names = ", ".join(sha[:12] for sha in manifest.missing)
            click.echo(say(MISSING, count=len(manifest.missing), names=names), err=True)
            return MACHINE
        return FINE

    return backup
