"""Problems as lines on a screen, coloured only where a person looks, and as JSON."""

from collections.abc import Iterable

import click

from course_builder.cli.words import Say, Text
from course_builder.content.problems import Problem

SUMMARY = Text(
    "{courses}: {errors} hindrar publicering, {warnings} bör ses över.",
    "{courses}: {errors} stop publishing, {warnings} worth a look.",
)
CLEAN = Text("{courses}: allt är bra.", "{courses}: all is well.")
ONE_COURSE = Text("1 kurs", "1 course")
COURSES = Text("{count} kurser", "{count} courses")


def show(problem: Problem, say: Say) -> None:
    """The same line as `Problem.line`; click drops the colours where no terminal is."""
    colour = "red" if problem.severity == "error" else "yellow"
    place = click.style(str(problem.place), bold=True)
    name = click.style(f"{problem.severity} {problem.code.name}", fg=colour)
    hint = problem.hint(say.language)
    tail = click.style(f" ({hint})", dim=True) if hint else ""
    click.echo(f"{place} {name} {problem.message(say.language)}{tail}")


def summary(problems: Iterable[Problem], courses: int, say: Say) -> str:
    severities = [problem.severity for problem in problems]
    count = say(ONE_COURSE) if courses == 1 else say(COURSES, count=courses)
    if not severities:
        return say(CLEAN, courses=count)
    return say(SUMMARY, courses=count, errors=severities.count("error"), warnings=severities.count("warning"))


def as_data(problem: Problem, say: Say) -> dict[str, str | int]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code.name,
        "message": problem.message(say.language),
        "hint": problem.hint(say.language),
    }
