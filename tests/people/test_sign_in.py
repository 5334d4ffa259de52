from datetime import timedelta

from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.database.straight import straight
from course_builder.people import sign_in
from course_builder.people.models import SignIn
from tests.people.place import NOW, account, somebody


def test_a_token_is_long_and_only_its_hash_is_kept(database: Database) -> None:
    """trust 23"""
    with database.writing() as session:
        anna = account(session, somebody(session, "Anna Ombud"))
        token = sign_in.start(session, anna.id, NOW)
        session.flush()
        kept = session.scalars(select(SignIn)).one()
        assert len(token) >= 43  # 256 bits
        assert token not in (kept.token_hash, kept.csrf)
        found = sign_in.find(straight(session), token, NOW)
        assert found is not None
        assert (found.account_id, found.name, found.csrf) == (anna.id, "Anna Ombud", kept.csrf)
        assert sign_in.find(straight(session), token[:-1], NOW) is None
        assert sign_in.find(straight(session), kept.token_hash, NOW) is None


def test_it_ends_when_idle_and_at_last_anyway(database: Database) -> None:
    """trust 23"""
    with database.writing() as session:
        anna = account(session, somebody(session, "Anna Ombud"))
        token = sign_in.start(session, anna.id, NOW)
        session.flush()
        assert sign_in.find(straight(session), token, NOW + timedelta(minutes=59)) is not None
        assert sign_in.find(straight(session), token, NOW + timedelta(minutes=60)) is None
        for half_hours in range(1, 24):
            moment = NOW + timedelta(minutes=30 * half_hours)
            found = sign_in.find(straight(session), token, moment)
            assert found is not None
            sign_in.seen(session, found.token_hash, moment)
        assert sign_in.find(straight(session), token, NOW + timedelta(hours=12)) is None


def test_it_can_be_ended(database: Database) -> None:
    """trust 23"""
    with database.writing() as session:
        anna, bo = (account(session, somebody(session, name)) for name in ("Anna Ombud", "Bo Ombud"))
        one, two, other = (sign_in.start(session, who.id, NOW) for who in (anna, anna, bo))
        session.flush()
        found = sign_in.find(straight(session), one, NOW)
        assert found is not None
        sign_in.end(session, found.token_hash, NOW)
        assert [sign_in.find(straight(session), token, NOW) is None for token in (one, two, other)] == [
            True,
            False,
            False,
        ]
        sign_in.end_all(session, anna.id, NOW)
        assert [sign_in.find(straight(session), token, NOW) is None for token in (one, two, other)] == [
            True,
            True,
            False,
        ]
        bo.disabled = True
        session.flush()
        assert sign_in.find(straight(session), other, NOW) is None


def test_old_ones_are_forgotten(database: Database) -> None:
    with database.writing() as session:
        anna = account(session, somebody(session, "Anna Ombud"))
        old = sign_in.start(session, anna.id, NOW - timedelta(hours=13))
        new = sign_in.start(session, anna.id, NOW)
        session.flush()
        sign_in.forget(session, NOW)
        assert len(session.scalars(select(SignIn)).all()) == 1
        assert (
            sign_in.find(straight(session), old, NOW),
            sign_in.find(straight(session), new, NOW) is None,
        ) == (None, False)
