"""A trainer who writes and publishes again and again, in a process that is killed. A version is acknowledged by a line in a file.

`python -m tests.faults.publisher URL MEDIA ACKS ROUND`
"""

import sys
from itertools import count
from pathlib import Path

from course_builder.database.store import Database
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import save
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.library.gather import gather
from course_builder.library.media_folder import FolderStore
from course_builder.library.ready import keep_media
from course_builder.library.releases import release
from tests.learning.school import NOW, TODAY

COURSE, LESSON = "liten", "publicerat.md"


def words(round_: int, number: int) -> str:
    return f"---\nid: publicerat\n---\n# Version\n\nSkriven i omgång {round_} som nummer {number}.\n"


def publish(database: Database, store: FolderStore, round_: int, number: int) -> int:
    """The number of the version, once it is durable."""
    with database.writing() as session:
        course = draft(session, Kind.COURSE, COURSE)
        assert course is not None
        save(session, course, {LESSON: words(round_, number)}, course.head, Verb.EDITED, "", None, NOW)
    origin = DraftShelf(database, store).origin(COURSE)
    assert origin is not None
    ready = keep_media(store, gather(origin, TODAY))
    with database.writing() as session:
        return release(session, store, ready, None, f"{round_} {number}", None, NOW).number


def main(url: str, media: str, acks: str, round_: str) -> None:
    database, store = Database(url), FolderStore(Path(media))
    with Path(acks).open("a") as file:
        for number in count():
            made = publish(database, store, int(round_), number)
            file.write(f"{made} {round_} {number}\n")
            file.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
