"""trust 53, with the whole server: it is killed with all its processes, or only the one that answers, while browsers
send answers. Each browser goes on as the player does: what was not answered with 200 is sent again under the same key.
"""

import os
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from bench.load.client import Connection, post
from bench.load.school import Pupil, opened, school
from course_builder.learning.models import Answer, Event
from course_builder.learning.verify import verify
from course_builder.settings import Settings
from tests.faults.running import Server

SCHOOLS = int(os.environ.get("SCHOOLS", "1"))
PEOPLE, QUESTIONS = 8, 400
GONE = (OSError, ValueError, IndexError)
"""What a browser meets when the server falls under it: no connection, or half an answer."""


@dataclass
class Browser:
    pupil: Pupil
    at: int = 0
    saved: list[str] = field(default_factory=list)
    refused: list[tuple[int, bytes]] = field(default_factory=list)

    def key(self, number: int) -> str:
        return f"{self.pupil.attempt}-{number}"

    def answer_until(self, over: threading.Event, port: int) -> None:
        connection = None
        while not over.is_set() and self.at < len(self.pupil.answers):
            try:
                connection = connection or Connection(port)
                status, body = connection.ask(self._request())
            except GONE:
                connection = None
                time.sleep(0.05)
                continue
            if status == 200:
                self.saved.append(self.key(self.at))
                self.at += 1
            else:
                self.refused.append((status, body[:200]))
                return

    def _request(self) -> bytes:
        question, given = self.pupil.answers[self.at]
        body = {"question": question, "attempt": self.pupil.attempt, "given": given, "key": self.key(self.at)}
        return post(f"/learn/{self.pupil.course_id}/answer", self.pupil.token, self.pupil.csrf, body)


def live(server: Server, browsers: list[Browser], chance: random.Random, worker_first: bool) -> None:
    """The server is up; when this ends it has fallen."""
    over = threading.Event()
    threads = [threading.Thread(target=one.answer_until, args=(over, server.port)) for one in browsers]
    for thread in threads:
        thread.start()
    progress(browsers)
    if worker_first:
        server.lose_its_worker()
        progress(browsers)
    time.sleep(chance.uniform(0.0, 0.3))
    server.fall()
    over.set()
    for thread in threads:
        thread.join()


def progress(browsers: list[Browser]) -> None:
    """Waits until each has had something saved, which after a fall says that the server is back."""
    before = [one.at for one in browsers]
    last = time.monotonic() + 60
    while any(one.at == at and not one.refused for one, at in zip(browsers, before, strict=True)):
        assert time.monotonic() < last, "no answer was saved"
        time.sleep(0.02)


@pytest.mark.timeout(3600)
def test_what_browsers_were_told_is_saved(tmp_path: Path) -> None:
    told = sum(four_falls(tmp_path / str(number), number) for number in range(SCHOOLS))
    print(f"the server: {4 * SCHOOLS} falls, {told} answers told to be saved, all there")


def four_falls(folder: Path, seed: int) -> int:
    """How many answers were told to be saved; every one of them is there, once."""
    settings = Settings(data=str(folder / "data"))
    browsers = [Browser(pupil) for pupil in school(settings, folder, PEOPLE, QUESTIONS)]
    server, chance = Server(settings), random.Random(seed)
    for number in range(4):
        server.start()
        live(server, browsers, chance, worker_first=number % 2 == 1)
    assert [one.refused for one in browsers if one.refused] == []
    told = {key for one in browsers for key in one.saved}
    with opened(settings) as database, database.reading() as session:
        stored = Counter(session.scalars(select(Answer.key)))
        assert told - stored.keys() == set()
        assert set(stored.values()) == {1}
        assert session.scalar(select(func.count()).where(Event.kind == "answered")) == len(stored)
        assert list(verify(session)) == []
        assert session.scalars(text("PRAGMA integrity_check")).all() == ["ok"]
    return len(told)
