"""trust 51: with the whole database and the list of who was there, nobody ties an answer to a person better than by chance.

The room is the worst there can be: everybody joins and answers in the order of the list, and each answer is its own.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from sqlalchemy import inspect, select, text

from course_builder.database.base import Base
from course_builder.database.store import Database
from course_builder.meetings import ballots, rounds, voting
from course_builder.meetings.joining import by_door
from course_builder.meetings.models import Attendee, Ballot, Meeting, Part, Phone, Round
from course_builder.meetings.opening import open_hour
from course_builder.meetings.planning import Expected, plan_hour
from tests.meetings.held import STARTS, publish
from tests.web.region import Region, both

ROOMS, PEOPLE = 20, 12
CHANCE = ROOMS
"""Of a random order one in each room is right by itself; more than so many says something."""
MORE = CHANCE + 5 * 4.5
PLAN = [{"id": "valkommen", "minutes": 4}]
FORBIDDEN = {
    "at",
    "address",
    "ip",
    "agent",
    "person_id",
    "account_id",
    "attendee_id",
    "created",
    "order",
    "key",
}


def word(room: int, number: int) -> str:
    """Of nobody else, and in no order that could be guessed."""
    return f"{random.Random(room * 1000 + number).getrandbits(60):015x}x"


@pytest.fixture
def evenings(region: Region) -> list[tuple[int, str]]:
    """Hours with everybody's answer, and the round it is in: still open."""
    released = publish(region)
    names = tuple(f"Person {number}" for number in range(PEOPLE))
    with region.database.writing() as session:
        made = [
            plan_hour(
                session, region.units["clinic"], released, STARTS, PLAN, {region.people["rep"]: Part.REP}, Expected((), names),
                region.people["rep"], region.time(),
            ).id
            for _ in range(ROOMS)
        ]  # fmt: skip
    return [(meeting_id, answered(region, room, meeting_id)) for room, meeting_id in enumerate(made)]


def answered(region: Region, room: int, meeting_id: int) -> str:
    database = region.database
    asked = rounds.Asked(id=token_hex(16), step="landning", kind="word", ask="Ett ord?")
    with database.writing() as session:
        door = open_hour(session, meeting_id, region.time()).door or ""
        rounds.ask(session, meeting_id, asked)
    with database.glance() as at:
        found = by_door(at, door, region.time())
    assert found is not None
    for number in range(PEOPLE):
        phone = voting.name_of(found, token_hex(16))
        assert database.hand_in(partial(voting.join, room=found, phone=phone, most=100))
        given = word(room, number)
        assert database.hand_in(partial(voting.vote, room=found, phone=phone, round_id=asked.id, given=given))
    return asked.id


def right(orders: Iterable[Sequence[str]]) -> int:
    """How many a matcher gets right who takes the n:th answer for the n:th person's."""
    return sum(
        given == word(room, number) for room, order in enumerate(orders) for number, given in enumerate(order)
    )


def in_table_order(database: Database, evenings: list[tuple[int, str]], *columns: Any) -> list[list[str]]:
    with database.reading() as session:
        return [
            list(session.scalars(select(Ballot.given).where(Ballot.round_id == round_id).order_by(*columns)))
            for _, round_id in evenings
        ]


def in_file_order(database: Database, *endings: str) -> list[list[str]]:
    """As the bytes of the file and of its log tell, the first place of each answer."""
    assert database.file is not None
    raw = b"".join(_bytes(database.file, ending) for ending in endings)
    found = []
    for room in range(ROOMS):
        places = {one: raw.find(one.encode()) for one in (word(room, number) for number in range(PEOPLE))}
        found.append(sorted((one for one, place in places.items() if place >= 0), key=places.__getitem__))
    return found


def _bytes(file: Path, ending: str) -> bytes:
    path = file.with_name(file.name + ending)
    return path.read_bytes() if path.exists() else b""


def test_while_a_round_is_open_no_order_of_the_tables_says_who(
    region: Region, evenings: list[tuple[int, str]]
) -> None:
    orders: list[Callable[[], list[list[str]]]] = [
        lambda: in_table_order(region.database, evenings),
        lambda: in_table_order(region.database, evenings, Ballot.phone),
        lambda: in_table_order(region.database, evenings, Ballot.given),
    ]
    assert max(right(order()) for order in orders) < MORE
    with region.database.reading() as session:
        rowids = session.execute(
            text("SELECT sql FROM sqlite_master WHERE name IN ('meeting_ballot', 'meeting_phone')")
        )
        assert all("WITHOUT ROWID" in sql for (sql,) in rowids)


def test_when_a_round_is_closed_the_file_and_its_log_say_nothing(
    region: Region, evenings: list[tuple[int, str]]
) -> None:
    assert right(in_file_order(region.database, "-wal")) > MORE, "the matcher would notice"
    with region.database.writing() as session:
        for meeting_id, round_id in evenings:
            one = rounds.of(session, meeting_id, round_id)
            assert one is not None
            rounds.turn(session, one, rounds.CLOSED, region.time())
    assert region.database.scrub(ballots.TABLES)
    assert (
        max(right(in_file_order(region.database, *endings)) for endings in (("",), ("-wal",), ("", "-wal")))
        < MORE
    )


@both
def test_when_the_hour_is_closed_there_is_nothing_to_match(
    region: Region, evenings: list[tuple[int, str]]
) -> None:
    with region.database.reading() as session:
        hashes = list(session.scalars(select(Phone.phone)))
        salts = list(session.scalars(select(Meeting.salt)))
    assert (len(hashes), len(salts)) == (ROOMS * PEOPLE, ROOMS)
    with region.database.writing() as session:
        for meeting_id, _ in evenings:
            ballots.sum_up(session, session.get_one(Meeting, meeting_id))
    assert region.database.scrub(ballots.TABLES)
    left = dump(region.database)
    words = [word(room, number) for room in range(ROOMS) for number in range(PEOPLE)]
    assert [one for one in (*words, *hashes, *map(str, salts)) if one.encode() in left] == []
    with region.database.reading() as session:
        assert [one.tally for one in session.query(Round)] == [{"*": PEOPLE}] * ROOMS
        assert session.query(Attendee).count() == ROOMS * PEOPLE


def dump(database: Database) -> bytes:
    """Everything that is stored: the files as they are, or every row of every table."""
    if database.file is not None:
        return _bytes(database.file, "") + _bytes(database.file, "-wal") + _bytes(database.file, "-shm")
    with database.reading() as session:
        rows = [session.execute(table.select()).all() for table in Base.metadata.sorted_tables]
        pages = session.execute(
            text("SELECT count(*) FROM pg_class WHERE relname = 'meeting_ballot' AND relpages > 0")
        )
        assert pages.scalar() == 0, "the ballots' file is empty"
    return repr(rows).encode()


def test_answers_and_people_share_no_key_no_address_and_no_time(region: Region) -> None:
    with region.database.reading() as session:
        found = inspect(session.get_bind())
        assert found is not None
        columns = {table: {one["name"] for one in found.get_columns(table)} for table in ballots.TABLES}
        reached = {one["referred_table"] for table in ballots.TABLES for one in found.get_foreign_keys(table)}
        pointing = {
            table.name
            for table in Base.metadata.sorted_tables
            for key in table.foreign_keys
            if key.column.table.name in ballots.TABLES
        }
    assert columns == {
        "meeting_ballot": {"round_id", "phone", "given"},
        "meeting_phone": {"meeting_id", "phone"},
    }
    assert not FORBIDDEN & set.union(*columns.values())
    assert (reached, pointing) == ({"meeting_round", "meeting"}, set())
