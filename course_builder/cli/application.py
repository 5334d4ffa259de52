"""The command line as a whole: language first, then one command, then an exit code."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence

import click

from course_builder.cli.failures import (
    INTERRUPTED,
    MACHINE,
    PIPE_CLOSED,
    WRONG_USAGE,
    MachineSaidNo,
    machine_words,
    usage_hint,
    usage_words,
)
from course_builder.cli.spoken import SpokenGroup
from course_builder.cli.words import Say, Text, chosen_language

COMMANDS = (
    *("new", "check", "build", "kit", "preview", "compare", "push", "pull", "release", "formats", "schema"),
    *("run", "admin", "demo", "verify", "backup", "restore", "doctor", "media"),
)

SELDOM = 100_000
ABOUT = Text(
    "Skriv kurser om barnets rättigheter, kontrollera dem och gör paket för vilken portal som helst.",
    "Write courses on the rights of the child, check them, and make packages for any portal.",
)
EXAMPLES = (
    "course-builder new min-kurs --from sjalvstudier",
    "course-builder check min-kurs",
    "course-builder build min-kurs --output paket",
    "course-builder run",
)


def application(say: Say) -> click.Command:
    return SpokenGroup("course-builder", help=say(ABOUT), modules=COMMANDS, say=say, examples=EXAMPLES)


def execute(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs one command; every failure becomes words on stderr and an exit code."""
    language, rest = chosen_language(arguments, environment)
    say = Say(language)
    looking = sys.stdout
    try:
        code = application(say).main(rest or ["--help"], prog_name="course-builder", standalone_mode=False)
    except click.UsageError as error:
        return _refuse(error, say)
    except SystemExit:
        if sys.stdout is looking:
            raise
        return PIPE_CLOSED  # click found the pipe closed, and has silenced stdout
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except MachineSaidNo as error:
        click.echo(str(error), err=True)
        return MACHINE
    except OSError as error:
        click.echo(machine_words(error, say), err=True)
        return MACHINE
    return code or 0


def _refuse(error: click.UsageError, say: Say) -> int:
    click.echo(usage_words(error, say), err=True)
    click.echo(usage_hint(error, say), err=True)
    return WRONG_USAGE


def main() -> None:
    gc.set_threshold(SELDOM)  # importing makes no garbage, and looking for it took a sixth of a small build
    sys.exit(execute(sys.argv[1:], os.environ))
