"""trust 45: ten thousand guesses open nothing, and an honest phone at the same address joins at once all the while."""

from hashlib import sha256
from itertools import count, product
from typing import Any

from flask.testing import FlaskClient

from course_builder.meetings.opening import SIGNS
from tests.hang import answered
from tests.meetings.held import Held
from tests.web.room.joined import Phone, opened

GUESSES = 10_000


def enter(client: FlaskClient, code: str) -> tuple[int, Any]:
    """As the page does: the work when it is asked for."""
    answer = client.post("/rum/code", json={"code": code})
    for _ in range(5):
        if answer.status_code != 428:
            break
        told = answer.json
        found = (n for n in count() if _hash(f"{told['sum']}{code}{n}") >> (32 - told["bits"]) == 0)
        answer = client.post("/rum/code", json={"code": code, "sum": told["sum"], "number": str(next(found))})
    return answer.status_code, answer.json


def _hash(said: str) -> int:
    return int.from_bytes(sha256(said.encode()).digest()[:4])


def test_ten_thousand_guesses(held: Held) -> None:
    room = opened(held)
    guesser, statuses = held.region.anonymous(), []
    codes = (f"{room.code[:3]}{''.join(end)}" for end in product(SIGNS, repeat=3))  # it even knows the half
    for number, code in zip(range(GUESSES), (one for one in codes if one != room.code), strict=False):
        answer = guesser.post("/rum/code", json={"code": code})
        statuses.append(answer.status_code)
        if number % 1000 == 999:
            with answered():
                status, told = enter(held.region.anonymous(), room.code)
            phone = Phone(held.region.anonymous(), told["address"].rpartition("/")[2])
            assert (status, phone.join().status_code) == (200, 200)
    assert (len(statuses), set(statuses)) == (GUESSES, {404, 428})
    assert statuses.count(404) < 20, "without work no guess is even looked up"


def test_a_right_code_without_the_work_is_not_looked_up(held: Held) -> None:
    room = opened(held)
    for _ in range(12):
        held.region.anonymous().post("/rum/code", json={"code": "ABCDEF"})
    assert held.region.anonymous().post("/rum/code", json={"code": room.code}).status_code == 428
    assert held.region.anonymous().get(f"/rum/{room.code}").status_code == 200, "the page asks for the code"
    assert held.region.anonymous().get(f"/rum/{room.door}").status_code == 200, "a picture needs no work"
    assert enter(held.region.anonymous(), room.code)[0] == 200
    assert enter(held.region.anonymous(), "ABCDEF")[0] == 404


def test_joining_is_never_counted(held: Held) -> None:
    room = opened(held)
    for _ in range(300):
        assert held.region.anonymous().post("/rum/code", json={"code": room.code}).status_code == 200


def test_a_code_opens_nothing_after_four_hours(held: Held) -> None:
    room = opened(held)
    held.region.time.pass_(hours=4)
    assert enter(held.region.anonymous(), room.code)[0] == 404
    assert held.region.anonymous().get(f"/rum/{room.door}").status_code == 410
