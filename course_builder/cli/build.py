"""`course-builder build`: packages for portals, each whole or not there at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from course_builder.cli import report
from course_builder.cli.courses import TODAY, course_folders, day, earlier
from course_builder.cli.failures import COURSE_ERRORS, FINE, WrongUsage
from course_builder.cli.packing import ForLeadersOnly, Order, pack
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content.problems import errors
from course_builder.library.folders import CheckedFolder, check_folder
from course_builder.packaging.choices import QUESTIONS
from course_builder.packaging.format import Format
from course_builder.packaging.formats import formats as all_formats

ABOUT = Text(
    "Gör paket av kurser: en zip-fil för portalen och ett brev till den som lägger in den. "
    "PATH är en kursmapp, en mapp med kurser eller namnet på en kurs som följer med.",
    "Make packages of courses: a zip file for the portal and a letter to the person who uploads it. "
    "PATH is a course's folder, a folder of courses, or the name of a course that is included.",
)
FORMAT = Text(
    "Ett eller flera format, med komma mellan (annars scorm12). Se course-builder formats.",
    "One or more formats, separated by commas (default: scorm12). See course-builder formats.",
)
OUTPUT = Text("Mappen som paketen läggs i (krävs).", "The folder the packages go to (required).")
AGAINST = Text(
    "Kursen så som portalen har den nu: brevet säger om paketet kan bytas ut.",
    "The course as the portal has it now: the letter says whether the package may be replaced.",
)
PDF = Text("Skriv brevet som PDF också.", "Write the letter as PDF too.")
NO_FORMAT = Text(
    "Formatet {name} finns inte. Välj bland: {names}.", "There is no format {name}. Choose from: {names}."
)
NO_ANSWER = Text("--{option} kan vara {values}, inte {value}.", "--{option} may be {values}, not {value}.")
NO_OUTPUT = Text("Skriv vart paketen ska: --output MAPP.", "Say where the packages go: --output DIR.")
REFUSED = Text(
    "{folder}: inget paket görs förrän felen är rättade ({count}).",
    "{folder}: no package until the errors are put right ({count}).",
)
WARNINGS = Text(
    "{folder}: {count} att se över. Kör course-builder check {folder}",
    "{folder}: {count} worth a look. Run course-builder check {folder}",
)
EXAMPLES = (
    "course-builder build min-kurs --output paket",
    "course-builder build min-kurs --format scorm12,cmi5,web --output paket",
    "course-builder build courses --output paket --fail-reports incomplete",
)


def command(say: Say) -> click.Command:
    @click.command("build", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True)
    @click.option("--format", "names", metavar="F[,F...]", default="scorm12", help=say(FORMAT))
    @click.option("--output", metavar="DIR", help=say(OUTPUT))
    @click.option("--today", metavar="D", help=say(TODAY))
    @click.option("--against", metavar="OLD", help=say(AGAINST))
    @click.option("--pdf", is_flag=True, help=say(PDF))
    def build(
        paths: Sequence[str],
        names: str,
        output: str | None,
        today: str | None,
        against: str | None,
        pdf: bool,
        **answers: str,
    ) -> int:
        if output is None:
            raise WrongUsage(say(NO_OUTPUT))
        folders, judged_on = course_folders(paths, say), day(today, say)
        old = earlier(against, judged_on, say) if against else None
        order = Order(_formats(names, say), _answers(answers, say), Path(output), old, pdf)
        return max(_build(check_folder(folder, judged_on), order, say) for folder in folders)

    build.params.extend(_options(say))
    return build


def _options(say: Say) -> list[click.Option]:
    """One option for each question of the download dialog."""
    return [
        click.Option(
            [f"--{question.name.replace('_', '-')}", question.name],
            metavar="|".join(choice.value for choice in question.choices),
            default=question.choices[0].value,
            help=f"{question.ask.label(say.language)}: "
            + "; ".join(f"{choice.value} = {choice.label(say.language)}" for choice in question.choices),
        )
        for question in QUESTIONS
    ]


def _formats(names: str, say: Say) -> tuple[Format, ...]:
    known = all_formats()
    wanted = dict.fromkeys(name.strip() for name in names.split(","))
    unknown = next((name for name in wanted if name not in known), None)
    if unknown is not None:
        raise WrongUsage(say(NO_FORMAT, name=unknown or '""', names=", ".join(known)))
    return tuple(known[name] for name in wanted)


def _answers(answers: Mapping[str, str], say: Say) -> Mapping[str, str]:
    for question in QUESTIONS:
        values = [choice.value for choice in question.choices]
        if answers[question.name] not in values:
            option, value = question.name.replace("_", "-"), answers[question.name]
            raise WrongUsage(say(NO_ANSWER, option=option, values=", ".join(values), value=value))
    return answers


def _build(checked: CheckedFolder, order: Order, say: Say) -> int:
    wrong = errors(checked.problems)
    if checked.course is None or wrong:
        for problem in wrong:
            report.show(problem, say)
        click.echo(say(REFUSED, folder=checked.folder, count=len(wrong)), err=True)
        return COURSE_ERRORS
    try:
        pack(checked.course, order, say)
    except ForLeadersOnly as stopped:
        click.echo(str(stopped), err=True)
        return COURSE_ERRORS
    if checked.problems:
        click.echo(say(WARNINGS, folder=checked.folder, count=len(checked.problems)), err=True)
    return FINE
