"""`course-builder preview`: one course in the real player."""

import click

from course_builder.cli.courses import course_folders
from course_builder.cli.listening import PORT_HELP
from course_builder.cli.serving import serve
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.web.application import workbench

ABOUT = Text(
    "Visa en kurs i spelaren, så som deltagaren ser den. Sidan läser om kursen när du har sparat och laddar om.",
    "Show a course in the player, as learners see it. The page reads the course again when you have saved and reload.",
)
WHAT = Text("Förhandsvisning", "Preview")
EXAMPLES = ("course-builder preview min-kurs",)


def command(say: Say) -> click.Command:
    @click.command("preview", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("path", metavar="PATH")
    @click.option("--port", metavar="N", type=int, help=say(PORT_HELP))
    def preview(path: str, port: int | None) -> int:
        folder = course_folders([path], say)[0].resolve()
        return serve(workbench([folder]), f"/courses/{folder.name}/player", say(WHAT), port, say, look=True)

    return preview
