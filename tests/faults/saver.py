"""Trainers who save as fast as they can, in a process that is killed. A save is acknowledged by a line in a file.

`python -m tests.faults.saver URL ACKS ROUND` writes until it is killed: each saves a text of its own, and now and then
moves something in the course file and takes it back.
"""

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread

from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.structure import step
from course_builder.library.drafts.writing import save_text, step_back

COURSE, WRITERS = "kurs", 4
OFTEN = 5


def now() -> datetime:
    return datetime.now(UTC)


def words(round_: int, writer: int, number: int) -> str:
    return f"---\nid: w{writer}\n---\n# Avsnitt {writer}\n\nSparat {round_}-{writer}-{number}.\n"


def write(database: Database, round_: int, writer: int, file: int) -> None:
    for number in count():
        with database.writing() as session:
            known = _course(session)
            save_text(
                session, known, f"w{writer}.md", words(round_, writer, number), known.head, "", None, now()
            )
        os.write(file, f"{round_} {writer} {number}\n".encode())
        if number % OFTEN == 0:
            _move_and_take_back(database, writer)


def _move_and_take_back(database: Database, writer: int) -> None:
    with database.writing() as session:
        moved = step(Bench(session, _course(session), None, now()), f"lesson:w{writer}.md", 1).revision
    with database.writing() as session:
        known = _course(session)
        if known.head == moved:
            step_back(session, known, moved, None, now())


def _course(session: Session) -> Draft:
    found = draft(session, Kind.COURSE, COURSE)
    assert found is not None
    return found


def main(url: str, acks: Path, round_: int) -> None:
    database = Database(url)
    file = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for writer in range(WRITERS):
        Thread(target=write, args=(database, round_, writer, file)).start()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
