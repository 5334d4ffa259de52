"""An offline zip: opened in a browser, without a portal. Nothing is recorded, and the package says so."""

from collections.abc import Iterator

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging.format import Format
from course_builder.packaging.learner import learner_files
from course_builder.packaging.options import BuildOptions

NOTES = {
    "sv": (
        "las-mig.txt",
        """{title}

1. Packa upp hela zip-filen i en mapp.
2. Öppna index.html i en webbläsare.

Inget registreras. Ingen portal får veta att kursen är gjord.
Det du gör sparas bara i webbläsaren på den här datorn, och du kan rensa det i kursen.
Kursen hämtar inget från nätet.
""",
    ),
    "en": (
        "read-me.txt",
        """{title}

1. Unpack the whole zip file into a folder.
2. Open index.html in a browser.

Nothing is recorded. No portal is told that the course has been taken.
What you do is kept only in the browser of this computer, and you can clear it in the course.
The course fetches nothing from the internet.
""",
    ),
}


def build(course: Course, options: BuildOptions, built: Tree) -> Iterator[File]:
    name, note = NOTES[course.language]
    yield File(name, BytesBlob(note.format(title=course.title).encode()))
    yield from learner_files(course, "file", options, built)


FORMAT = Format(
    "web",
    {"sv": "Webbsidor utan portal", "en": "Web pages without a portal"},
    {
        "sv": "För intranät, läsning och samtal i grupp. Inget registreras någonstans.",
        "en": "For intranets, reading and group discussions. Nothing is recorded anywhere.",
    },
    build,
)
