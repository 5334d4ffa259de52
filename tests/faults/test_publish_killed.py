"""The process is killed while a trainer publishes: each version that was told of is there whole, and no half one.

`make faults` asks for 60 kills instead of 6.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course_builder.content.models.lesson import Lesson
from course_builder.library.drafts.arriving import arrive
from course_builder.library.installed import install
from course_builder.library.media import orphans
from course_builder.library.media_folder import FolderStore
from course_builder.library.releases import course_of, releases
from tests.database.places import create_tables, opened
from tests.faults.publisher import COURSE, LESSON, words
from tests.learning.school import NOW, course_files, write

KILLS = int(os.environ.get("KILLS_PUBLISH", "6"))
SECONDS = 60


@pytest.mark.timeout(900)
def test_a_server_killed_while_it_publishes(tmp_path: Path) -> None:
    """trust 53"""
    url, media, acks = f"sqlite:///{tmp_path / 'kurs.sqlite'}", tmp_path / "media", tmp_path / "acks"
    folder = write(tmp_path / "courses" / COURSE, course_files())
    root = folder / "course.yaml"
    root.write_text(root.read_text().replace("    lessons:\n", f"    lessons:\n      - {LESSON}\n", 1))
    (folder / LESSON).write_text(words(-1, 0))
    with opened(url) as database:
        create_tables(database)
        assert arrive(database, FolderStore(media), [folder], NOW) == [COURSE]
    dice = random.Random(17)
    for round_ in range(KILLS):
        live_and_die(url, media, acks, round_, dice.uniform(0.0, 0.5))
        check(url, media, acks)
    assert len(told(acks)) >= KILLS


def live_and_die(url: str, media: Path, acks: Path, round_: int, rest: float) -> None:
    size = acks.stat().st_size if acks.exists() else 0
    words = [sys.executable, "-m", "tests.faults.publisher", url, str(media), str(acks), str(round_)]
    with subprocess.Popen(words) as process:
        last = time.monotonic() + SECONDS
        while not acks.exists() or acks.stat().st_size == size:
            assert time.monotonic() < last, "nobody could publish"
            time.sleep(0.01)
        time.sleep(rest)
        process.send_signal(signal.SIGKILL)


def told(acks: Path) -> dict[int, tuple[int, int]]:
    """Version -> what was written in it. Whole lines only: of a line that was cut off nobody has heard."""
    lines = [line.split() for line in acks.read_text().split("\n")[:-1]]
    return {int(number): (int(round_), int(which)) for number, round_, which in lines}


def check(url: str, media: Path, acks: Path) -> None:
    store = FolderStore(media)
    with opened(url) as database:
        install(database.reader, store)
        with database.reading() as session:
            made = releases(session, COURSE)
            assert [one.number for one in made] == list(range(len(made), 0, -1))
            for one in made:
                round_, number = map(int, one.note.split())
                lesson = next(part for part in course_of(session, one.id).parts if part.id == "publicerat")
                assert isinstance(lesson, Lesson)
                assert words(round_, number).endswith(lesson.source)
            known = {one.number: tuple(map(int, one.note.split())) for one in made}
            assert {number: known.get(number) for number in told(acks)} == told(acks)
            assert orphans(session, store).missing == ()
