"""`course-builder check`: every problem of every course, where it was made."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from course_builder.cli import report
from course_builder.cli.courses import TODAY, course_folders, day, earlier
from course_builder.cli.failures import COURSE_ERRORS, FINE
from course_builder.cli.fixing import write_missing_ids
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content import state
from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.library.folders import CheckedFolder, check_folder

ABOUT = Text(
    "Kontrollera kurser. Alla fel visas på en gång, som fil:rad:kolumn. "
    "PATH är en kursmapp, en mapp med kurser eller namnet på en kurs som följer med.",
    "Check courses. Every problem is shown at once, as file:line:column. "
    "PATH is a course's folder, a folder of courses, or the name of a course that is included.",
)
JSON = Text("Skriv problemen som JSON.", "Print the problems as JSON.")
FIX = Text("Skriv in de id som saknas; inget annat ändras.", "Write missing ids; nothing else changes.")
AGAINST = Text(
    "Jämför med en tidigare version av kursen: id som har försvunnit eller bytt typ.",
    "Compare with an earlier version of the course: ids that vanished or changed kind.",
)
VERBOSE = Text(
    "Visa var delade quiz, filmsamtal, lagrum, artiklar och regionens uppgifter hittades.",
    "Show where shared quizzes, film discussions, provisions, articles and the region's details were found.",
)
WROTE = Text("{file}: {count} id inskrivna.", "{file}: {count} ids written.")
MEMORY = Text(
    "{title}: portalen behöver minnas högst {size} tecken per deltagare. SCORM 1.2 rymmer {most}.",
    "{title}: the portal has to remember at most {size} characters per learner. SCORM 1.2 holds {most}.",
)
FOUND = Text("{name} finns i {file}", "{name} is found in {file}")

EXAMPLES = (
    "course-builder check min-kurs",
    "course-builder check courses --json",
    "course-builder check min-kurs --fix",
    "course-builder check min-kurs --against ../forra/min-kurs --today 2027-01-01 -v",
)


def command(say: Say) -> click.Command:
    @click.command("check", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True)
    @click.option("--json", "as_json", is_flag=True, help=say(JSON))
    @click.option("--fix", is_flag=True, help=say(FIX))
    @click.option("--against", metavar="OLD", help=say(AGAINST))
    @click.option("--today", metavar="D", help=say(TODAY))
    @click.option("-v", "--verbose", is_flag=True, help=say(VERBOSE))
    def check(
        paths: Sequence[str], as_json: bool, fix: bool, against: str | None, today: str | None, verbose: bool
    ) -> int:
        judged_on = day(today, say)
        folders = course_folders(paths, say)
        old = earlier(against, judged_on, say) if against else None
        checked = [_check(folder, judged_on, fix, old, say) for folder in folders]
        _print_json(checked, say) if as_json else _print(checked, verbose, say)
        return COURSE_ERRORS if any(errors(one.problems) for one in checked) else FINE

    return check


def _check(folder: Path, today: date, fix: bool, old: Course | None, say: Say) -> CheckedFolder:
    checked = check_folder(folder, today, old)
    if not fix or not checked.reading.gaps:
        return checked
    for file, count in write_missing_ids(checked.reading).items():
        click.echo(say(WROTE, file=file, count=count), err=True)
    return check_folder(folder, today, old)


def _print(checked: Sequence[CheckedFolder], verbose: bool, say: Say) -> None:
    for one in checked:
        for problem in one.problems:
            report.show(problem, say)
        if one.course is not None:
            size = state.worst(one.course)
            click.echo(say(MEMORY, title=one.course.title, size=size, most=state.SCORM12_MOST))
        if verbose:
            for name, file in sorted(one.reading.found.items()):
                click.echo(say(FOUND, name=name, file=file))
    everything = [problem for one in checked for problem in one.problems]
    click.echo(report.summary(everything, len(checked), say))


def _print_json(checked: Sequence[CheckedFolder], say: Say) -> None:
    everything = [problem for one in checked for problem in one.problems]
    data: dict[str, Any] = {
        "courses": [
            {
                "path": str(one.folder),
                "id": one.course.id if one.course else None,
                "problems": [report.as_data(problem, say) for problem in one.problems],
            }
            for one in checked
        ],
        "errors": len(errors(everything)),
        "warnings": len(everything) - len(errors(everything)),
    }
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
