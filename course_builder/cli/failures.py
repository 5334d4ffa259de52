"""What went wrong outside the course, in words and as an exit code."""

import errno
from collections.abc import Mapping

import click

from course_builder.cli.words import Say, Text

FINE, COURSE_ERRORS, WRONG_USAGE, MACHINE = 0, 1, 2, 3
INTERRUPTED = 130  # what a shell expects after Ctrl-C
PIPE_CLOSED = 141  # and when nobody reads any longer

FULL = Text(
    "Disken är full{where}. Inget halvfärdigt har lämnats kvar. Frigör plats och kör igen.",
    "The disk is full{where}. Nothing half-written was left. Free some space and run again.",
)
NO_RIGHT = Text(
    "Du får inte läsa eller skriva här: {path}. Välj en annan mapp, eller ändra rättigheterna.",
    "You may not read or write here: {path}. Choose another folder, or change the permissions.",
)
A_FILE = Text("{path} är en fil; där behövs en mapp.", "{path} is a file; a folder is needed there.")
NOT_THERE = Text("Det här finns inte: {path}", "This does not exist: {path}")
CHANGED = Text(
    "En fil ändrades medan paketet gjordes{where}. Inget halvfärdigt har lämnats kvar. Kör igen.",
    "A file changed while the package was made{where}. Nothing half-written was left. Run again.",
)
OTHER = Text("Datorn sa nej: {reason}{where}", "The machine said no: {reason}{where}")

REASONS: Mapping[int, Text] = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.ESTALE: CHANGED,
    errno.EACCES: NO_RIGHT,
    errno.EPERM: NO_RIGHT,
    errno.EROFS: NO_RIGHT,
    errno.ENOENT: NOT_THERE,
    errno.EEXIST: A_FILE,
    errno.ENOTDIR: A_FILE,
}

NO_COMMAND = Text("Kommandot {name} finns inte.{close}", "There is no command {name}.{close}")
NO_OPTION = Text("Valet {name} finns inte.{close}", "There is no option {name}.{close}")
CLOSE = Text(" Menade du {names}?", " Did you mean {names}?")
MISSING = Text("{name} saknas.", "{name} is missing.")
BAD_OPTION = Text("Valet {name} är inte rätt skrivet.", "The option {name} is not written correctly.")
NOT_UNDERSTOOD = Text("Det gick inte att förstå: {message}", "Not understood: {message}")
TRY = Text("Kör {command} --help för hjälp.", "Run {command} --help for help.")


class WrongUsage(click.UsageError):
    """The command was called wrongly; the message is in the reader's language already."""


class MachineSaidNo(Exception):
    """Something outside the course is missing or refused; the message says what and the way out."""


def _close(say: Say, names: list[str] | None) -> str:
    return say(CLOSE, names=", ".join(names)) if names else ""


def usage_words(error: click.UsageError, say: Say) -> str:
    if isinstance(error, WrongUsage):
        return error.message
    if isinstance(error, click.NoSuchCommand):
        return say(NO_COMMAND, name=error.command_name, close=_close(say, error.possibilities))
    if isinstance(error, click.NoSuchOption):
        return say(NO_OPTION, name=error.option_name, close=_close(say, error.possibilities))
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say(MISSING, name=error.param.make_metavar(error.ctx or click.Context(click.Command(None))))
    if isinstance(error, click.BadOptionUsage):
        return say(BAD_OPTION, name=error.option_name)
    return say(NOT_UNDERSTOOD, message=error.format_message())


def usage_hint(error: click.UsageError, say: Say) -> str:
    return say(TRY, command=error.ctx.command_path if error.ctx else "course-builder")


def machine_words(error: OSError, say: Say) -> str:
    reason = REASONS.get(error.errno or 0, OTHER)
    where = f" ({error.filename})" if error.filename else ""
    return say(reason, path=error.filename or "", where=where, reason=error.strerror or str(error))
