import re

import pytest
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.people import links, mailing
from course_builder.people.mailing import Sender
from course_builder.people.models import Link
from course_builder.people.refused import Refused
from course_builder.post.models import Letter
from tests.people.place import NOW, account, somebody

SENDER = Sender(
    "Barnrätt i Region Exempel", "Karin Samordnare", lambda token: f"https://barnratt.exempel.se/in/{token}"
)


def test_an_invitation_is_mailed(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        mailing.invite(session, anna.id, SENDER, NOW)
        letter = session.scalars(select(Letter)).one()
        assert (letter.to, letter.person_id, letter.purpose, letter.subject) == (
            "anna.ombud@exempel.se",
            anna.id,
            "invite",
            "Välkommen till Barnrätt i Region Exempel",
        )
        assert "till och med 7 december 2026" in letter.body
        (token,) = re.findall(r"https://barnratt\.exempel\.se/in/(\S+)", letter.body)
        assert links.look(session, token, NOW) is not None


def test_a_reset_goes_to_who_has_an_account_and_is_silent_about_others(database: Database) -> None:
    """trust 22"""
    with database.writing() as session:
        somebody(session, "Bo Ombud")
        account(session, somebody(session, "Anna Ombud"), "hash")
        for email in ("anna.ombud@exempel.se", "bo.ombud@exempel.se", "ingen@exempel.se"):
            assert mailing.reset(session, email, SENDER, NOW) is None
        assert session.scalars(select(Letter.to)).all() == ["anna.ombud@exempel.se"]
        assert len(session.scalars(select(Link)).all()) == 1


def test_a_new_password_is_told_in_her_language(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        anna.language = "en"
        mailing.password_changed(session, anna, SENDER, "https://barnratt.exempel.se/logga-in", NOW)
        assert session.scalars(select(Letter.subject)).all() == ["Your password has changed"]


def test_whoever_has_no_address_is_not_invited(database: Database) -> None:
    with database.writing() as session:
        anna = somebody(session, "Anna Ombud")
        anna.email = None
        with pytest.raises(Refused):
            mailing.invite(session, anna.id, SENDER, NOW)
        assert session.scalars(select(Letter)).all() == []
