"""`course-builder new`: a course to begin from, copied from a starter."""

import re
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from course_builder.cli.failures import FINE, WrongUsage
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content.models.base import ID_PATTERN
from course_builder.content.names import slug
from course_builder.paths import shipped

STARTERS = shipped.TEMPLATES / "starters"
FIRST = "sjalvstudier"
ABOUT = Text(
    "Börja en kurs: en mapp som går att kontrollera och paketera direkt. "
    "NAME är kursens namn eller mapp. Mallar: {starters}.",
    "Begin a course: a folder that checks clean and builds at once. "
    "NAME is the course's name or folder. Starters: {starters}.",
)
FROM = Text(
    "Vilken mall kursen börjar från (annars sjalvstudier).",
    "Which starter to begin from (default: sjalvstudier).",
)
UNKNOWN = Text(
    "Det finns ingen mall {name}. Välj bland: {names}.",
    "There is no starter {name}. Choose from: {names}.",
)
TAKEN = Text("{path} finns redan. Välj ett annat namn.", "{path} already exists. Choose another name.")
NO_NAME = Text(
    "{name} går inte att göra till ett namn. Skriv minst en bokstav.",
    "{name} cannot become a name. Write at least one letter.",
)
DONE = Text(
    "Kursen finns i {path}. Nästa steg: course-builder check {path}",
    "The course is in {path}. Next: course-builder check {path}",
)
EXAMPLES = (
    "course-builder new min-kurs",
    'course-builder new "Barn i väntrummet" --from filmsamtal-15',
    "course-builder new kurser/apt-hosten --from apt-60",
)


def command(say: Say) -> click.Command:
    about = say(ABOUT, starters=", ".join(starters()))

    @click.command("new", cls=SpokenCommand, say=say, help=about, examples=EXAMPLES)
    @click.argument("name", metavar="NAME")
    @click.option("--from", "starter", metavar="STARTER", default=FIRST, help=say(FROM))
    def new(name: str, starter: str) -> int:
        if starter not in starters():
            raise WrongUsage(say(UNKNOWN, name=starter, names=", ".join(starters())))
        title = Path(name).name
        identifier = slug(title)
        if not re.fullmatch(ID_PATTERN, identifier):
            raise WrongUsage(say(NO_NAME, name=name))
        folder = Path(name).parent / identifier
        if folder.exists():
            raise WrongUsage(say(TAKEN, path=folder))
        begin(folder, STARTERS / starter, identifier, None if title == identifier else title, date.today())
        click.echo(say(DONE, path=folder))
        return FINE

    return new


def starters() -> list[str]:
    return sorted(path.parent.name for path in STARTERS.glob("*/course.yaml"))


def begin(folder: Path, starter: Path, identifier: str, title: str | None, today: date) -> None:
    """The folder is whole or not there; only the course's id, title and date differ from the starter."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside:
        made = Path(beside, folder.name)
        shutil.copytree(starter, made)
        source = made / "course.yaml"
        text = re.sub(r"(?m)^id: .*$", f"id: {identifier}", source.read_text("utf-8"), count=1)
        text = re.sub(r"(?m)^  date: .*$", f"  date: {today}", text, count=1)
        if title is not None:
            quoted = title.replace('"', '\\"')
            text = re.sub(r"(?m)^title: .*$", lambda _: f'title: "{quoted}"', text, count=1)
        source.write_text(text, "utf-8")
        made.replace(folder)
