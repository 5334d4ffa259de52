"""The process is killed while trainers save: what they were told is saved is there, and nothing is half there.

`make faults` asks for 60 kills instead of 8.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from course_builder.content.structure.outline import outline
from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import DraftFile, Kind
from course_builder.library.drafts.reading import draft, files, files_at, text, text_at
from course_builder.library.drafts.saving import create
from course_builder.library.models import TextBlob
from tests.database.places import create_tables, opened
from tests.faults.saver import COURSE, WRITERS, words
from tests.learning.school import NOW

KILLS = int(os.environ.get("KILLS_SAVE", "8"))
SECONDS = 30
ROOT = (
    "id: kurs\ntitle: Kurs\naudience:\n  - ombud\nmodules:\n  - id: m\n    title: M\n    lessons:\n"
    + "".join(f"      - w{writer}.md\n" for writer in range(WRITERS))
)


@pytest.mark.timeout(600)
def test_a_server_killed_while_it_saves(tmp_path: Path) -> None:
    """trust 53"""
    url, acks = f"sqlite:///{tmp_path / 'kurs.sqlite'}", tmp_path / "acks"
    with opened(url) as database:
        create_tables(database)
        with database.writing() as session:
            lessons = {f"w{writer}.md": words(-1, writer, 0) for writer in range(WRITERS)}
            create(session, Kind.COURSE, COURSE, {"course.yaml": ROOT, **lessons}, None, None, NOW)
    dice = random.Random(53)
    for round_ in range(KILLS):
        live_and_die(url, acks, round_, dice.uniform(0.0, 0.4))
        check(url, acks)
    assert len(told(acks)) > KILLS


def live_and_die(url: str, acks: Path, round_: int, rest: float) -> None:
    size = acks.stat().st_size if acks.exists() else 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.saver", url, str(acks), str(round_)]
    ) as process:
        last = time.monotonic() + SECONDS
        while not acks.exists() or acks.stat().st_size == size:
            assert time.monotonic() < last, "nobody could save"
            time.sleep(0.01)
        time.sleep(rest)
        process.send_signal(signal.SIGKILL)


def told(acks: Path) -> list[tuple[int, int, int]]:
    """Whole lines only: the last may have been cut off, and then nobody has read it."""
    lines = acks.read_text().split("\n")[:-1]
    return [(int(one), int(two), int(three)) for one, two, three in (line.split() for line in lines)]


def check(url: str, acks: Path) -> None:
    latest = {writer: (round_, number) for round_, writer, number in told(acks)}
    with opened(url) as database, database.reading() as session:
        known = draft(session, Kind.COURSE, COURSE)
        assert known is not None
        history = revisions(session, known, limit=100_000)
        assert [one.number for one in history] == list(range(known.head, 0, -1))
        for writer, (round_, number) in latest.items():
            path = f"w{writer}.md"
            newest = text(session, known, path)
            assert newest in (words(round_, writer, number), words(round_, writer, number + 1), words(round_ + 1, writer, 0))  # fmt: skip
        shas = set(session.scalars(select(DraftFile.sha256)))
        assert shas <= set(session.scalars(select(TextBlob.sha256)))
        assert files_at(session, known, known.head) == files(session, known)
        assert text_at(session, known, "course.yaml", 1) == ROOT
        order = outline(text(session, known, "course.yaml") or "")
        assert order is not None
        assert sorted(leaf.name for leaf in order.leaves()) == [f"w{writer}.md" for writer in range(WRITERS)]
