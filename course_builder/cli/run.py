"""`course-builder run`: the library in the browser."""

from collections.abc import Sequence

import click

from course_builder.cli.courses import course_folders
from course_builder.cli.serving import PORT_HELP, serve
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.paths.shipped import COURSES
from course_builder.web.application import workbench

ABOUT = Text(
    "Visa biblioteket i webbläsaren: kurserna, vad som bör ses över, spelaren, vad portalen ser och paketen. "
    "Utan PATH visas kurserna som följer med. Svarar bara på den här datorn.",
    "Show the library in the browser: the courses, what is worth a look, the player, what the portal sees and the packages. "
    "Without PATH the included courses are shown. Answers on this machine only.",
)
WHAT = Text("Biblioteket", "The library")
EXAMPLES = ("course-builder run", "course-builder run kurser --port 8080")


def command(say: Say) -> click.Command:
    @click.command("run", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("paths", metavar="[PATH...]", nargs=-1)
    @click.option("--port", metavar="N", type=int, help=say(PORT_HELP))
    def run(paths: Sequence[str], port: int | None) -> int:
        return serve(workbench(course_folders(paths, say) or [COURSES]), "/", say(WHAT), port, say)

    return run
