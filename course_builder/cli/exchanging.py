"""What stands in the way between a folder and the library, in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from course_builder.cli.failures import MachineSaidNo
from course_builder.cli.words import Say, Text
from course_builder.library.drafts.exchange import NewerWork
from course_builder.library.drafts.marker import MARKER, DamagedMarker

DAMAGED = Text(
    "Filen {file} går inte att läsa. Ta bort den; då jämförs mappen med biblioteket från början.",
    "The file {file} cannot be read. Remove it; the folder is then compared with the library from the start.",
)


@contextmanager
def in_words(say: Say, newer: Text) -> Iterator[None]:
    """Raises MachineSaidNo; `newer` has room for the files that would be written over."""
    try:
        yield
    except NewerWork as refused:
        raise MachineSaidNo(say(newer, files="\n".join(f"- {file}" for file in refused.files))) from refused
    except DamagedMarker as error:
        raise MachineSaidNo(say(DAMAGED, file=MARKER)) from error
