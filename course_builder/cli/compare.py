"""`course-builder compare`: can the new package take the old one's place?"""

from datetime import date
from pathlib import Path

import click

from course_builder.cli import report
from course_builder.cli.courses import TODAY, course_folders, day, unread
from course_builder.cli.failures import COURSE_ERRORS, FINE
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content.compare import compare as compare_courses
from course_builder.content.course import Course
from course_builder.library.folders import read_folder

ABOUT = Text(
    "Kan kursens paket bytas ut i portalen? Svaret är ett av tre: ja, bara texten har ändrats; "
    "ja, deltagarna behåller det de gjort; nej, deltagarna måste börja om. Skälen står efter.",
    "May the new course replace the old one in the portal? "
    "The answer is: text only, progress kept, or people must start over, with the reasons in words.",
)
EXAMPLES = ("course-builder compare ../forra/min-kurs min-kurs",)


def command(say: Say) -> click.Command:
    @click.command("compare", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("old", metavar="OLD")
    @click.argument("new", metavar="NEW")
    @click.option("--today", metavar="D", help=say(TODAY))
    def compare(old: str, new: str, today: str | None) -> int:
        judged_on = day(today, say)
        before, after = (_course(course_folders([path], say)[0], judged_on, say) for path in (old, new))
        if before is None or after is None:
            return COURSE_ERRORS
        comparison = compare_courses(before, after)
        click.echo(click.style(comparison.title(say.language), bold=True))
        for reason in comparison.reasons:
            click.echo(f"- {reason.text(say.language)}")
        return FINE

    return compare


def _course(folder: Path, today: date, say: Say) -> Course | None:
    reading = read_folder(folder, today)
    in_the_way = unread(reading)
    for problem in in_the_way:
        report.show(problem, say)
    return None if in_the_way else reading.course
