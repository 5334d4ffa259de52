"""`course-builder verify`: whether every table says what the events say."""

from collections.abc import Iterator

import click

from course_builder.cli.database import reading_database, settings, writing_database
from course_builder.cli.failures import FINE
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.learning.verify import Difference, rebuild, verify

ABOUT = Text(
    "Räkna om genomförda kurser, försök och intyg från händelserna och jämför. Visar bara nummer, aldrig namn.",
    "Compute completions, attempts and certificates anew from the events and compare. Shows numbers, never names.",
)
EXAMPLES = ("course-builder verify", "course-builder verify --rebuild")
REBUILD = Text(
    "Skriv det händelserna säger över det som skiljer.", "Write what the events say over what differs."
)
SAME = Text("Allt stämmer med händelserna.", "Everything agrees with the events.")
DIFFERS = Text(
    "Rader som skiljer från händelserna: {count}. Kör med --rebuild för att rätta dem.",
    "Rows that differ from the events: {count}. Run with --rebuild to put them right.",
)
MISSING = Text("{table} {key}: saknas", "{table} {key}: missing")
SURPLUS = Text("{table} {key}: ingen händelse ligger bakom", "{table} {key}: no event is behind it")
FIELD = Text(
    "{table} {key}: {name} är {stored}, händelserna säger {expected}",
    "{table} {key}: {name} is {stored}, the events say {expected}",
)
DIFFERENT = 1
"""The exit code when something differs."""
REBUILT = Text("Rättade rader: {count}.", "Rows put right: {count}.")


def command(say: Say) -> click.Command:
    @click.command("verify", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.option("--rebuild", "put_right", is_flag=True, help=say(REBUILD))
    def verify_(put_right: bool) -> int:
        return _rebuild(say) if put_right else _verify(say)

    return verify_


def _verify(say: Say) -> int:
    count = 0
    with reading_database(settings(say), say) as database, database.reading() as session:
        for difference in verify(session):
            count += 1
            for line in _lines(difference, say):
                click.echo(line)
    click.echo(say(DIFFERS, count=count) if count else say(SAME))
    return DIFFERENT if count else FINE


def _lines(one: Difference, say: Say) -> Iterator[str]:
    place = {"table": one.table, "key": ", ".join(map(str, one.key))}
    if one.stored is None:
        yield say(MISSING, **place)
    elif one.expected is None:
        yield say(SURPLUS, **place)
    else:
        for name, stored, expected in one.fields():
            yield say(FIELD, name=name, stored=stored, expected=expected, **place)


def _rebuild(say: Say) -> int:
    with writing_database(settings(say), say) as database, database.writing() as session:
        count = rebuild(session)
    click.echo(say(REBUILT, count=count) if count else say(SAME))
    return FINE
