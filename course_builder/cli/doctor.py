"""`course-builder doctor`: what an administrator asks first, answered in one look."""

import os
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime

import click

from course_builder.cli.database import settings
from course_builder.cli.failures import FINE
from course_builder.cli.findings import findings
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.settings import Settings, variable

ABOUT = Text(
    "Visa hur installationen mår: databas, tabeller, disk, säkerhetskopia, post, jobb och inställningar. "
    "Ändrar ingenting; servern kan vara igång. Slutar med 1 när något behöver en människa.",
    "Show how the installation is: database, tables, disk, backup, mail, jobs and settings. "
    "Changes nothing; the server may be running. Ends with 1 when something needs a person.",
)
EXAMPLES = ("course-builder doctor",)
SICK = 1
UNSEEN = ("secret", "smtp_url", "database_url", "media_url", "oidc_client_secret")
"""Settings that may hold a password."""
SET = Text("satt", "set")
DEFAULT = Text("{value} (förvalt)", "{value} (default)")
EMPTY = Text("tomt", "empty")
NAMES = {
    "database": Text("Databas", "Database"),
    "writer": Text("Skrivare", "Writer"),
    "safety": Text("Trygghet", "Safety"),
    "level": Text("Tabeller", "Tables"),
    "disk": Text("Disk", "Disk"),
    "backup": Text("Kopia", "Backup"),
    "mail": Text("Post", "Mail"),
    "jobs": Text("Jobb", "Jobs"),
    "media": Text("Filmer", "Media"),
}
SETTINGS = Text("Inställningar", "Settings")


def command(say: Say) -> click.Command:
    @click.command("doctor", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    def doctor() -> int:
        given = settings(say)
        found = list(findings(given, say, datetime.now(UTC)))
        for one in found:
            mark = click.style("ok" if one.well else "!!", fg="green" if one.well else "red")
            click.echo(f"{mark}  {say(NAMES[one.name]):<14}{one.words}")
        click.echo(f"\n{say(SETTINGS)}")
        for line in _settings(given, say):
            click.echo(f"    {line}")
        return FINE if all(one.well for one in found) else SICK

    return doctor


def _settings(given: Settings, say: Say) -> Iterator[str]:
    for one in fields(given):
        value = getattr(given, one.name)
        if value == "":
            words = say(EMPTY)
        elif one.name in UNSEEN:
            words = say(SET)
        else:
            words = str(value) if variable(one) in os.environ else say(DEFAULT, value=value)
        yield f"{variable(one):<36}{words}"
