"""`course-builder formats`: which packages there are, and what each is for."""

import click

from course_builder.cli.failures import FINE
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.packaging.formats import formats as all_formats

ABOUT = Text("Visa vilka paketformat som finns.", "Show the package formats there are.")
KIT = Text(
    "Till den som leder ett möte, inte till portalen: möteslådan. Kör course-builder kit --help.",
    "For the one who leads a meeting, not for the portal: the meeting kit. Run course-builder kit --help.",
)
EXAMPLES = ("course-builder formats",)


def command(say: Say) -> click.Command:
    @click.command("formats", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    def formats() -> int:
        for name, found in all_formats().items():
            click.echo(f"{click.style(f'{name:<12}', bold=True)} {found.label[say.language]}")
            click.echo(f"{'':<12} {found.use[say.language]}")
        click.echo(f"\n{say(KIT)}")
        return FINE

    return formats
