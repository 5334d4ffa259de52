"""People who answer as fast as they can, in a process that is killed. An answer is acknowledged by a line in a file.

`python -m tests.faults.writer URL ACKS` imports everything once, and for each line with a number on its input starts
a process of that round and says its pid.
"""

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from course_builder.database.store import Database
from course_builder.learning import answers, attempts
from course_builder.learning.models import Enrolment
from course_builder.learning.refusals import NoTriesLeft
from course_builder.library.installed import install
from course_builder.library.media_folder import FolderStore
from course_builder.library.releases import course_of

PRACTICE, QUIZ = "ovning", "prov"


@dataclass(frozen=True)
class Ack:
    """`again`: it was sent a second time and had been stored by the first."""

    round: int
    writer: int
    number: int
    again: bool

    @property
    def key(self) -> str:
        return f"{self.round}-{self.writer}-{self.number}"


def acks(file: Path) -> list[Ack]:
    """Whole lines only: the last may have been cut off, and then nobody has read it."""
    lines = file.read_text().split("\n")[:-1] if file.exists() else []
    return [Ack(*map(int, line.split()[:3]), line.endswith("again")) for line in lines]


class Writer:
    """One person, who practises, and now and then takes the quiz."""

    def __init__(self, database: Database, round_: int, number: int, enrolment: Enrolment, file: int) -> None:
        self.database, self.round, self.number = database, round_, number
        self.enrolment, self.file = enrolment, file
        self.course = course_of(database, enrolment.release_id)

    def run(self, last: Ack | None) -> None:
        try:
            if last is not None:
                for number in (last.number, last.number + 1):  # the second may or may not have been stored
                    self.practise(last.round, number)
            for number in count():
                self.practise(self.round, number)
                if number == 2 and self.round % 8 == self.number:
                    self.try_quiz()
        except (DBAPIError, OSError):
            return  # the database has been killed under us: nothing more is acknowledged

    def practise(self, round_: int, number: int) -> None:
        given, key = number % 2 == 0, f"{round_}-{self.number}-{number}"
        with self.database.writing() as session:
            stored = answers.answer(session, self.enrolment, self.course, PRACTICE, None, given, key, now())
        word = "fresh" if stored.fresh else "again"
        os.write(self.file, f"{round_} {self.number} {number} {word}\n".encode())

    def try_quiz(self) -> None:
        try:
            with self.database.writing() as session:
                attempt = attempts.start(session, self.enrolment, self.course, QUIZ, now())
        except NoTriesLeft:
            return
        for question in attempts.questions(self.course, attempt):
            key = f"{attempt.id}-{question.id}"
            with self.database.writing() as session:
                answers.answer(
                    session,
                    self.enrolment,
                    self.course,
                    question.id,
                    attempt.id,
                    question.sample(True),
                    key,
                    now(),
                )


def now() -> datetime:
    return datetime.now(UTC)


def live(url: str, file: Path, round_: int) -> None:
    """Until it is killed."""
    before = [one for one in acks(file) if one.round == round_ - 1]
    database = Database(url)
    install(database.reader, FolderStore(file.parent / "media"))
    with database.reading() as session:
        latest = {
            one.person_id: one
            for one in session.scalars(select(Enrolment).order_by(Enrolment.person_id, Enrolment.round))
        }
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    threads = []
    for number, enrolment in enumerate(latest.values()):
        mine = [one for one in before if one.writer == number]
        last = max(mine, key=lambda one: one.number, default=None)
        writer = Writer(database, round_, number, enrolment, descriptor)
        threads.append(Thread(target=writer.run, args=(last,)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main(url: str, file: Path) -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            sys.stdin.close()
            live(url, file, int(line))
            os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
