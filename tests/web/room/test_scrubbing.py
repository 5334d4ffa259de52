"""When a question is closed the order of its answers leaves the disk, and at the end of the hour the answers do."""

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from course_builder.jobs.models import Job
from course_builder.jobs.worker import Worker
from course_builder.meetings import ballots
from course_builder.meetings.models import Ballot, Meeting
from course_builder.web import background
from course_builder.web.records import writing
from tests.meetings.held import Held
from tests.web.region import both
from tests.web.room.joined import opened

SECONDS = 20
SECRET = "kanariefågel"


@pytest.fixture
def worker(held: Held) -> Iterator[Worker]:
    made = background.start(held.region.app)
    yield made
    made.stop()


def done(held: Held, many: int) -> bool:
    with held.region.database.reading() as session:
        states = session.scalars(select(Job.state).where(Job.name == ballots.SCRUB)).all()
    return list(states) == ["done"] * many


def until_done(held: Held, many: int) -> None:
    last = time.monotonic() + SECONDS
    while not done(held, many):
        assert time.monotonic() < last
        time.sleep(0.05)


@both
def test_the_files_are_swept_twice(held: Held, worker: Worker) -> None:
    room = opened(held)
    asked = room.ask("word", [])
    assert room.phone().answer(asked, SECRET) == 200
    room.change(asked, state="closed")
    until_done(held, 1)
    with held.region.app.test_request_context(), writing() as session:
        ballots.sum_up(session, session.get_one(Meeting, held.meeting_id))
    until_done(held, 2)
    file = held.region.database.file
    if file is not None:
        raw = file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()
        assert SECRET.encode() not in raw


def test_an_hour_that_nobody_closed_is_summed_up_by_the_next_morning(held: Held) -> None:
    room = opened(held)
    asked = room.ask()
    for phone in room.phones(5):
        phone.answer(asked, "1")
    for hours, left in ((11, 5), (2, 0)):
        held.region.time.pass_(hours=hours)
        with held.region.database.writing() as session:
            ballots.forget(session, held.region.time())
        with held.region.database.reading() as session:
            assert session.query(Ballot).count() == left
    meeting = held.meeting()
    assert (meeting.code, meeting.door, meeting.salt, meeting.ended) == (None, None, None, None)
