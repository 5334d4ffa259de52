import pytest

from course_builder.database.store import Database
from course_builder.database.straight import straight
from course_builder.people import accounts, links, sign_in
from course_builder.people.models import Role
from course_builder.people.refused import Refused
from tests.people.place import NOW, TODAY, account, region, somebody

ISSUER = "https://id.exempel.se"


def test_an_identity_is_issuer_and_subject_never_an_address(database: Database) -> None:
    """trust 26"""
    with database.writing() as session:
        anna = account(session, somebody(session, "Anna Ombud"))
        accounts.connect(session, anna.id, ISSUER, "a1b2")
        accounts.connect(session, anna.id, ISSUER, "a1b2")
        assert accounts.of_identity(session, ISSUER, "a1b2") is anna
        for issuer, subject in (
            (ISSUER, "A1B2"),
            ("https://annan.se", "a1b2"),
            (ISSUER, "anna.ombud@exempel.se"),
        ):
            assert accounts.of_identity(session, issuer, subject) is None


def test_an_identity_is_one_persons(database: Database) -> None:
    with database.writing() as session:
        anna, bo = (account(session, somebody(session, name)) for name in ("Anna Ombud", "Bo Ombud"))
        accounts.connect(session, anna.id, ISSUER, "a1b2")
        with pytest.raises(Refused, match="another account"):
            accounts.connect(session, bo.id, ISSUER, "a1b2")


def test_an_invited_person_may_sign_in_elsewhere_only(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        made = links.redeem(session, links.invite(session, anna.id, NOW), NOW)
        assert made is not None
        found = accounts.of_person(session, anna.id)
        assert found is not None
        assert (found.id, found.password_hash) == (made, None)


def test_a_closed_account_is_out_at_once(database: Database) -> None:
    """trust 23"""
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        made = account(session, anna, "hash")
        accounts.connect(session, made.id, ISSUER, "a1b2")
        token = sign_in.start(session, made.id, NOW)
        session.flush()
        accounts.close(session, anna.id, True, NOW)
        session.flush()
        assert sign_in.find(straight(session), token, NOW) is None
        assert accounts.of_email(session, "anna.ombud@exempel.se") is None
        assert accounts.of_identity(session, ISSUER, "a1b2") is None
        accounts.close(session, anna.id, False, NOW)
        session.flush()
        assert accounts.of_email(session, " ANNA.ombud@exempel.se ") is made
        assert sign_in.find(straight(session), token, NOW) is None
        with pytest.raises(Refused, match="no account yet"):
            accounts.close(session, somebody(session, "Bo Ombud").id, True, NOW)


def test_what_each_holds_today(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna, bo = somebody(session, "Anna Ombud", units["clinic"], Role.REP), somebody(session, "Bo Ombud")
        assert accounts.held_by(session, [anna.id, bo.id], TODAY) == {anna.id: [("rep", "Barnkliniken")]}
