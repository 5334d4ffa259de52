"""Links of review: unguessable, kept as a hash, for some days, taken back at once."""

from datetime import timedelta

from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.library.review import links
from course_builder.library.review.models import ReviewLink
from tests.library.conftest import NOON
from tests.library.review.test_comments import course


def test_the_address_is_kept_as_a_hash(database: Database) -> None:
    with database.writing() as session:
        link, token = links.make(session, course(session), " Gun  Gäst ", 14, True, None, NOON)
        row = session.execute(select(*ReviewLink.__table__.columns)).one()
        assert len(token) == 43
        assert token not in repr(tuple(row))
        assert (link.for_whom, link.facilitator, link.expires) == (
            "Gun Gäst",
            True,
            NOON + timedelta(days=14),
        )


def test_opening_uses_nothing_up_and_ends_with_the_day(database: Database) -> None:
    with database.writing() as session:
        draft = course(session)
        link, token = links.make(session, draft, "Gun", 7, False, None, NOON)
        for days in (0, 1, 6.9):
            found = links.look(session, token, NOON + timedelta(days=days))
            assert found is not None
            assert (found[0].id, found[1].id) == (link.id, draft.id)
        assert links.look(session, token, NOON + timedelta(days=7)) is None
        assert links.look(session, token + "x", NOON) is None
        assert links.look(session, "", NOON) is None
        assert links.known(session, token) is True
        assert links.known(session, token + "x") is False


def test_what_is_taken_back_is_gone_at_once_and_only_by_its_own_draft(database: Database) -> None:
    with database.writing() as session:
        draft, other = course(session), course(session, "annan")
        link, token = links.make(session, draft, "Gun", 7, False, None, NOON)
        assert links.revoke(session, other, link.id, NOON) is False
        assert links.look(session, token, NOON) is not None
        assert links.revoke(session, draft, link.id, NOON) is True
        assert links.look(session, token, NOON) is None
        assert [one.open(NOON) for one in links.links_of(session, draft)] == [False]


def test_a_draft_that_is_put_away_is_shown_to_nobody(database: Database) -> None:
    with database.writing() as session:
        draft = course(session)
        _, token = links.make(session, draft, "Gun", 7, False, None, NOON)
        draft.archived_on = NOON
        session.flush()
        assert links.look(session, token, NOON) is None
