"""trust 52: whatever phones and leaders do, in any order and at once, the count is what a sheet of paper would say."""

import random
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex
from threading import Event, Thread

from course_builder.database.store import Database
from course_builder.meetings import ballots, rounds, voting
from course_builder.meetings.joining import Room, by_door
from course_builder.meetings.models import Meeting, Round
from course_builder.meetings.opening import open_hour
from tests.meetings.held import Held
from tests.web.region import both

MOVES, PHONES, AT_ONCE = 300, 7, 12


@dataclass
class Paper:
    """What is written down as it happens: by round its state, and what each phone answered last."""

    state: dict[str, str] = field(default_factory=dict)
    given: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Hall:
    database: Database
    held: Held
    room: Room
    phones: list[str]

    def ask(self) -> str:
        asked = rounds.Asked(id=token_hex(16), step="s", kind="choice", ask="?", options=["A", "B", "C"])
        with self.database.writing() as session:
            rounds.ask(session, self.room.id, asked)
        return asked.id

    def turn(self, round_id: str, state: str) -> None:
        with self.database.writing() as session:
            one = rounds.of(session, self.room.id, round_id)
            assert one is not None
            rounds.turn(session, one, state, self.held.region.time())

    def vote(self, round_id: str, phone: str, given: str) -> bool:
        work = partial(voting.vote, room=self.room, phone=phone, round_id=round_id, given=given)
        return self.database.hand_in(work)

    def counts(self, round_id: str) -> dict[str, int]:
        with self.database.reading() as session:
            return ballots.counts(session, session.get_one(Round, round_id))

    def sum_up(self) -> None:
        with self.database.writing() as session:
            ballots.sum_up(session, session.get_one(Meeting, self.room.id))


def hall(held: Held, many: int) -> Hall:
    database, now = held.region.database, held.region.time()
    with database.writing() as session:
        door = open_hour(session, held.meeting_id, now).door or ""
    with database.glance() as at:
        room = by_door(at, door, now)
    assert room is not None
    phones = [voting.name_of(room, token_hex(16)) for _ in range(many)]
    for phone in phones:
        assert database.hand_in(partial(voting.join, room=room, phone=phone, most=many))
    return Hall(database, held, room, phones)


@both
def test_any_order_of_moves(held: Held) -> None:
    dice, made, paper = random.Random(52), hall(held, PHONES), Paper()
    for _ in range(MOVES):
        _move(made, paper, dice)
    for round_id, given in paper.given.items():
        assert made.counts(round_id) == dict(sorted(Counter(given.values()).items()))
    made.sum_up()
    for round_id, given in paper.given.items():
        kept = dict(sorted(Counter(given.values()).items())) if len(given) >= ballots.LEAST else {}
        assert made.counts(round_id) == kept


def _move(made: Hall, paper: Paper, dice: random.Random) -> None:
    what = dice.random()
    known = list(paper.state)
    if not known or what < 0.05:
        round_id = made.ask()
        paper.state[round_id], paper.given[round_id] = rounds.OPEN, {}
        return
    round_id = dice.choice(known)
    if what < 0.1:
        state = dice.choice((rounds.CLOSED, rounds.SHOWN))
        made.turn(round_id, state)
        paper.state[round_id] = state
        return
    stranger = what > 0.97
    phone, given = "nobody" if stranger else dice.choice(made.phones), dice.choice("123")
    told = made.vote(round_id, phone, given)
    assert told == (paper.state[round_id] == rounds.OPEN and not stranger)
    if told:
        paper.given[round_id][phone] = given


@both
def test_who_answers_while_it_is_closed_and_summed_up_is_counted_or_told(held: Held) -> None:
    made, over = hall(held, AT_ONCE), Event()
    round_id = made.ask()
    saved: dict[str, str] = {}

    def answer(phone: str, dice: random.Random) -> None:
        while not over.is_set():
            given = dice.choice("123")
            if not made.vote(round_id, phone, given):
                return
            saved[phone] = given

    threads = [
        Thread(target=answer, args=(one, random.Random(number))) for number, one in enumerate(made.phones)
    ]
    for thread in threads:
        thread.start()
    while len(saved) < AT_ONCE:
        over.wait(0.01)
    made.sum_up()
    over.set()
    for thread in threads:
        thread.join()
    assert made.counts(round_id) == dict(sorted(Counter(saved.values()).items()))
