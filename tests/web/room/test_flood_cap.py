"""trust 47: however many come in the same moment, on however many threads, the room holds exactly so many phones."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import func, select, text

from course_builder.meetings import voting
from course_builder.meetings.joining import by_door
from course_builder.meetings.models import Meeting, Phone
from tests.hang import HANG
from tests.meetings.held import Held
from tests.web.region import both
from tests.web.room.joined import opened

MOST, COMING, AT_ONCE = 20, 300, 4
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)


def coming(held: Held, most: int) -> Callable[[int], bool]:
    """A phone by its number comes; whether it is in."""
    database, door = held.region.database, opened(held).door
    with database.glance() as at:
        room = by_door(at, door, held.region.time())
    assert room is not None

    def comes(number: int) -> bool:
        phone = voting.name_of(room, f"{number:032}")
        return database.hand_in(partial(voting.join, room=room, phone=phone, most=most))

    return comes


def there(held: Held) -> int | None:
    with held.region.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Phone))


def all_wait(held: Held) -> None:
    last = time.monotonic() + HANG
    while time.monotonic() < last:
        with held.region.database.reading() as session:
            if session.scalar(text(WAITING)) == AT_ONCE:
                return
    raise AssertionError("they do not wait")


@both
def test_the_cap_holds_exactly_when_all_come_at_once(held: Held) -> None:
    comes = coming(held, MOST)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        told = list(threads.map(comes, range(COMING)))
    assert (told.count(True), there(held)) == (MOST, MOST)
    assert comes(told.index(True))


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_the_cap_holds_when_all_have_waited_for_the_same_hour(held: Held) -> None:
    """Something is changed of the hour meanwhile: none of those who wait goes by how many there were before."""
    comes, database = coming(held, 1), held.region.database
    with ThreadPoolExecutor(AT_ONCE) as threads, database.writing() as session:
        session.get_one(Meeting, held.meeting_id, with_for_update=True)
        told = [threads.submit(comes, number) for number in range(AT_ONCE)]
        all_wait(held)
    assert (sum(one.result() for one in told), there(held)) == (1, 1)
