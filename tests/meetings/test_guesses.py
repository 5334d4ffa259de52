"""trust 45: guessing a code costs work once it has gone wrong often; whoever has the right one is let in all the same."""

from hashlib import sha256
from itertools import count

from course_builder.meetings.guesses import FREE_HERE, GOOD_FOR, LEAST_BITS, MOST_BITS, REMEMBERED, Guesses

HERE, THERE = "10.0.0.1", "10.0.0.2"


def work(known: Guesses, code: str, bits: int, now: float) -> tuple[str, str]:
    about = known.sum(now)
    number = next(
        n
        for n in count()
        if int.from_bytes(sha256(f"{about}{code}{n}".encode()).digest()[:4]) >> (32 - bits) == 0
    )
    return about, str(number)


def after(failures: int, now: float = 0.0) -> Guesses:
    known = Guesses(b"secret")
    for _ in range(failures):
        known.failed(HERE, now)
    return known


def test_the_first_mistakes_cost_nothing() -> None:
    known = after(FREE_HERE - 1)
    assert known.bits(HERE, 0.0) == 0
    known.failed(HERE, 0.0)
    assert (known.bits(HERE, 0.0), known.bits(THERE, 0.0)) == (LEAST_BITS, 0)


def test_many_mistakes_cost_more_and_many_addresses_cost_everybody() -> None:
    assert [after(failures).bits(HERE, 0.0) for failures in (20, 40, 10_000)] == [13, 14, MOST_BITS]
    known = Guesses(b"secret")
    for number in range(1000):
        known.failed(f"10.1.{number}", 0.0)
    assert known.bits(THERE, 0.0) > LEAST_BITS


def test_they_are_forgotten() -> None:
    known = after(100)
    assert known.bits(HERE, REMEMBERED - 1) > 0
    assert known.bits(HERE, REMEMBERED) == 0
    assert (known._here, len(known._failed)) == ({}, 0)


def test_work_is_for_one_code_and_not_for_long() -> None:
    known = after(20)
    about, number = work(known, "ABC234", LEAST_BITS, 10.0)
    assert known.done(about, "ABC234", number, LEAST_BITS, 10.0)
    assert known.done(about, "ABC234", number, LEAST_BITS, GOOD_FOR + 10.0)
    assert not known.done(about, "ABC234", number, LEAST_BITS, 2 * GOOD_FOR + 10.0)
    others = [known.done(about, f"ABC{three}", number, LEAST_BITS, 10.0) for three in range(100, 150)]
    assert sum(others) <= 2
    assert not known.done("made up", "ABC234", number, LEAST_BITS, 10.0)


def test_another_process_of_the_server_takes_the_work_too() -> None:
    about, number = work(after(20), "ABC234", LEAST_BITS, 10.0)
    assert Guesses(b"secret").done(about, "ABC234", number, LEAST_BITS, 10.0)


def test_no_address_is_kept() -> None:
    assert HERE not in repr(vars(after(3)))
