from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.database.straight import straight
from course_builder.people import links, sign_in
from course_builder.people.models import Account, Link
from course_builder.people.refused import Refused
from tests.people.place import NOW, account, somebody


def test_an_invitation_opens_an_account_once(database: Database) -> None:
    """trust 32"""
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        token = links.invite(session, anna.id, NOW)
        for _ in range(3):  # a mail scanner opens it, and so does she
            opened = links.look(session, token, NOW)
            assert opened == links.Opened(anna.id, "Anna Ombud", "anna.ombud@exempel.se", "sv", "invite")
        made = links.redeem(session, token, NOW, "hash")
        assert [(one.id, one.person_id, one.password_hash) for one in session.scalars(select(Account))] == [
            (made, anna.id, "hash")
        ]
        assert links.redeem(session, token, NOW, "another") is None
        assert links.look(session, token, NOW) is None
        assert session.scalars(select(Account.password_hash)).all() == ["hash"]


def test_only_the_hash_of_a_token_is_kept(database: Database) -> None:
    with database.writing() as session:
        token = links.invite(session, somebody(session, "Anna Ombud").id, NOW)
        kept = session.scalars(select(Link)).one()
        assert len(token) >= 43
        assert token != kept.token_hash
        assert links.redeem(session, kept.token_hash, NOW, "hash") is None


def test_of_many_who_press_at_once_one_gets_in(database: Database) -> None:
    """trust 32"""
    with database.writing() as session:
        token = links.invite(session, somebody(session, "Anna Ombud").id, NOW)

    def press(number: int) -> int | None:
        with database.writing() as session:
            return links.redeem(session, token, NOW, f"hash {number}")

    with ThreadPoolExecutor(8) as pressing:
        opened = [account for account in pressing.map(press, range(8)) if account is not None]
    with database.reading() as session:
        assert session.scalars(select(Account.id)).all() == opened
    assert len(opened) == 1


@pytest.mark.parametrize(("minutes", "good"), [(59, True), (60, False)])
def test_a_reset_lasts_an_hour(database: Database, minutes: int, good: bool) -> None:
    """trust 32"""
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        made = account(session, anna, "old")
        reset = links.reset(session, " ANNA.ombud@exempel.se", NOW)
        assert reset is not None
        then = NOW + timedelta(minutes=minutes)
        assert (links.redeem(session, reset[1], then, "new") == made.id) is good
        assert made.password_hash == ("new" if good else "old")


@pytest.mark.parametrize(("days", "good"), [(13, True), (14, False)])
def test_an_invitation_lasts_two_weeks(database: Database, days: int, good: bool) -> None:
    with database.writing() as session:
        token = links.invite(session, somebody(session, "Anna Ombud").id, NOW)
        assert (links.look(session, token, NOW + timedelta(days=days)) is not None) is good


def test_a_link_is_bound_to_the_address_it_went_to(database: Database) -> None:
    """trust 32"""
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        made = account(session, anna, "old")
        reset = links.reset(session, "anna.ombud@exempel.se", NOW)
        assert reset is not None
        anna.email = "anna.nyman@exempel.se"
        session.flush()
        assert links.look(session, reset[1], NOW) is None
        assert links.redeem(session, reset[1], NOW, "new") is None
        assert made.password_hash == "old"


def test_a_new_password_ends_every_session_and_every_other_link(database: Database) -> None:
    """trust 23"""
    with database.writing() as session:
        anna = account(session, somebody(session, "Anna Ombud"), "old")
        token = sign_in.start(session, anna.id, NOW)
        first, second = (links.reset(session, "anna.ombud@exempel.se", NOW) for _ in range(2))
        assert first is not None
        assert second is not None
        assert links.look(session, first[1], NOW) is None
        assert links.redeem(session, second[1], NOW, "new") == anna.id
        assert sign_in.find(straight(session), token, NOW) is None


def test_nothing_for_whom_there_is_no_account(database: Database) -> None:
    with database.writing() as session:
        anna, bo = somebody(session, "Anna Ombud"), somebody(session, "Bo Ombud")
        closed = account(session, bo, "old")
        reset = links.reset(session, "bo.ombud@exempel.se", NOW)
        assert reset is not None
        closed.disabled = True
        session.flush()
        assert links.redeem(session, reset[1], NOW, "new") is None
        for email in ("bo.ombud@exempel.se", "anna.ombud@exempel.se", "ingen@exempel.se", "x" * 100_000, ""):
            assert links.reset(session, email, NOW) is None
        anna.email = None
        with pytest.raises(Refused, match="no e-mail address"):
            links.invite(session, anna.id, NOW)
        with pytest.raises(Refused, match="has an account already"):
            links.invite(session, bo.id, NOW)
        assert links.look(session, "\ud800" * 1_000, NOW) is None
