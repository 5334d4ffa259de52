from datetime import timedelta

from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.people import throttle
from course_builder.people.models import Failure
from tests.people.place import NOW

ANNA, BO = "anna.ombud@exempel.se", "bo.ombud@exempel.se"
HERE, THERE = "192.0.2.1", "192.0.2.2"


def test_after_ten_wrong_tries_she_waits_and_elsewhere_she_does_not(database: Database) -> None:
    """trust 21"""
    looked_at = 0
    with database.writing() as session:
        for _ in range(200):
            if throttle.wait_seconds(session, ANNA, HERE, NOW) == 0:
                looked_at += 1
                throttle.failed(session, ANNA, HERE, NOW)
        assert looked_at == 10
        assert throttle.wait_seconds(session, ANNA.upper(), HERE, NOW) == 1
        assert throttle.wait_seconds(session, ANNA, THERE, NOW) == 0
        assert throttle.wait_seconds(session, BO, HERE, NOW) == 0


def test_the_wait_grows_and_never_becomes_a_lock(database: Database) -> None:
    """trust 21"""
    with database.writing() as session:
        moment, waits = NOW, []
        for _ in range(24):
            wait = throttle.wait_seconds(session, ANNA, HERE, moment)
            waits.append(wait)
            moment += timedelta(seconds=wait)
            assert throttle.wait_seconds(session, ANNA, HERE, moment) == 0
            throttle.failed(session, ANNA, HERE, moment)
        assert waits[:15] == [0] * 10 + [1, 2, 4, 8, 16]
        assert max(waits) == 900
        assert throttle.wait_seconds(session, ANNA, HERE, moment + throttle.REMEMBERED) == 0


def test_guesses_from_everywhere_slow_an_account_down_a_little(database: Database) -> None:
    with database.writing() as session:
        for number in range(80):
            throttle.failed(session, ANNA, f"198.51.100.{number}", NOW)
        assert throttle.wait_seconds(session, ANNA, HERE, NOW) == 30
        assert throttle.wait_seconds(session, BO, HERE, NOW) == 0


def test_guesses_at_everybody_slow_an_address_down(database: Database) -> None:
    with database.writing() as session:
        for number in range(120):
            throttle.failed(session, f"{number}@exempel.se", HERE, NOW)
        assert throttle.wait_seconds(session, ANNA, HERE, NOW) == 60
        assert throttle.wait_seconds(session, ANNA, THERE, NOW) == 0


def test_a_right_password_clears_her_but_not_the_address(database: Database) -> None:
    with database.writing() as session:
        for _ in range(110):
            throttle.failed(session, ANNA, HERE, NOW)
        throttle.cleared(session, ANNA, HERE)
        assert throttle.wait_seconds(session, ANNA, THERE, NOW) == 0
        assert throttle.wait_seconds(session, BO, HERE, NOW) == 60


def test_one_machine_has_a_whole_network_of_the_new_kind(database: Database) -> None:
    with database.writing() as session:
        for number in range(10):
            throttle.failed(session, ANNA, f"2001:db8::{number:x}", NOW)
        assert throttle.wait_seconds(session, ANNA, "2001:db8::ffff", NOW) == 1
        assert throttle.wait_seconds(session, ANNA, "2001:db8:0:1::1", NOW) == 0


def test_neither_account_nor_address_can_be_read_from_the_table(database: Database) -> None:
    with database.writing() as session:
        throttle.failed(session, ANNA, HERE, NOW)
        kept = " ".join(session.scalars(select(Failure.what)))
        assert [word in kept for word in (ANNA, "anna", HERE)] == [False, False, False]
        throttle.forget(session, NOW + throttle.REMEMBERED)
        assert session.scalars(select(Failure)).all() == []


def test_odd_words_are_counted_too(database: Database) -> None:
    with database.writing() as session:
        for _ in range(10):
            throttle.failed(session, "x" * 1_000_000, "ingen adress \ud800", NOW)
        assert throttle.wait_seconds(session, "x" * 1_000_000, "ingen adress \ud800", NOW) == 1
