"""`course-builder kit`: the meeting kit of a course, for those who lead the hour."""

from pathlib import Path

import click

from course_builder.cli import report
from course_builder.cli.courses import TODAY, course_folders, day
from course_builder.cli.failures import COURSE_ERRORS, FINE, MachineSaidNo, WrongUsage
from course_builder.cli.packing import KILO, MADE, NO_ASSETS
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.library.folders import check_folder
from course_builder.meetings.course_kit import Plan, course_kit, plans, zip_name
from course_builder.packaging import zipwriter
from course_builder.paths.atomic import replacing
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from course_builder.player.built import NotBuilt

ABOUT = Text(
    "Gör en möteslåda av en möteskurs eller ett filmsamtal: en zip-fil till den som leder timmen, för rum utan nät. "
    "Den innehåller facit och stödet till samtalsledaren, och läggs aldrig i portalen.",
    "Make a meeting kit of a meeting course or a film discussion: a zip file for the one who leads the hour, for rooms "
    "without a network. It holds the key and the leader notes, and is never put in the portal.",
)
PLAN = Text(
    "Minuterna i en färdig plan (60), eller ett filmsamtal och minuter (vantrummet:30). Annars den första planen.",
    "The minutes of a ready plan (60), or a film discussion and minutes (vantrummet:30). Default: the first plan.",
)
OUTPUT = Text("Mappen som lådan läggs i (krävs).", "The folder the kit goes to (required).")
NO_OUTPUT = Text("Skriv vart lådan ska: --output MAPP.", "Say where the kit goes: --output DIR.")
NO_PLAN = Text("Kursen har ingen plan {name}. Välj bland: {names}.", "The course has no plan {name}. Choose from: {names}.")  # fmt: skip
NO_MEETING = Text(
    "{folder} är inget möte och har inget filmsamtal. Möteslådor görs av kurser med kind: meeting och av filmsamtal.",
    "{folder} is no meeting and has no film discussion. Kits are made of courses with kind: meeting and of film discussions.",
)
REFUSED = Text(
    "{folder}: ingen låda görs förrän felen är rättade ({count}).",
    "{folder}: no kit until the errors are put right ({count}).",
)
EXAMPLES = (
    "course-builder kit apt-barnkonventionen --output lada",
    "course-builder kit apt-barnkonventionen --plan vantrummet:30 --output lada",
)


def command(say: Say) -> click.Command:
    @click.command("kit", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("path", metavar="PATH")
    @click.option("--plan", metavar="P", help=say(PLAN))
    @click.option("--output", metavar="DIR", help=say(OUTPUT))
    @click.option("--today", metavar="D", help=say(TODAY))
    def kit(path: str, plan: str | None, output: str | None, today: str | None) -> int:
        if output is None:
            raise WrongUsage(say(NO_OUTPUT))
        checked = check_folder(course_folders([path], say)[0], day(today, say))
        wrong = errors(checked.problems)
        if checked.course is None or wrong:
            for problem in wrong:
                report.show(problem, say)
            click.echo(say(REFUSED, folder=checked.folder, count=len(wrong)), err=True)
            return COURSE_ERRORS
        _pack(checked.course, _chosen(checked.course, plan, path, say), Path(output), say)
        return FINE

    return kit


def _chosen(course: Course, wanted: str | None, path: str, say: Say) -> Plan:
    offered = {plan.key: plan for plan in plans(course)}
    if not offered:
        raise WrongUsage(say(NO_MEETING, folder=path))
    key = wanted or next(iter(offered))
    if key not in offered:
        raise WrongUsage(say(NO_PLAN, name=key, names=", ".join(offered)))
    return offered[key]


def _pack(course: Course, plan: Plan, output: Path, say: Say) -> None:
    output.mkdir(parents=True, exist_ok=True)
    path = output / zip_name(course, plan)
    try:
        made = course_kit(course, plan, FolderTree(TEMPLATES), FolderTree(BUILT), course.today)
        with replacing(path) as out:
            zipwriter.write(out, made.files())
    except NotBuilt as error:
        raise MachineSaidNo(say(NO_ASSETS, path=error.filename or error)) from error
    click.echo(say(MADE, path=path, size=max(1, round(path.stat().st_size / KILO))))
