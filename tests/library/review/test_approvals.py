"""Approval by name: of one content, taken back when she likes; four eyes are somebody else's."""

from course_builder.database.store import Database
from course_builder.library.review import approvals, waiting
from tests.library.bare import bare_release
from tests.library.conftest import NOON
from tests.library.review.test_comments import course, person


def test_an_approval_holds_until_the_course_is_changed(database: Database) -> None:
    with database.writing() as session:
        draft, tove = course(session), person(session, "Tove Utbildare")
        made = approvals.approve(session, draft, "a" * 64, tove, NOON)
        assert approvals.approve(session, draft, "a" * 64, tove, NOON) is made
        assert made.revision == draft.head
        assert [(one.name, one.holds) for one in approvals.approvals(session, draft, "a" * 64)] == [("Tove Utbildare", True)]  # fmt: skip
        assert [one.holds for one in approvals.approvals(session, draft, "b" * 64)] == [False]
        assert [one.holds for one in approvals.approvals(session, draft, None)] == [False]
        approvals.approve(session, draft, "b" * 64, tove, NOON)
        assert [one.holds for one in approvals.approvals(session, draft, "b" * 64)] == [True]


def test_it_can_be_taken_back(database: Database) -> None:
    with database.writing() as session:
        draft, tove, karin = course(session), person(session, "Tove"), person(session, "Karin")
        for one in (tove, karin):
            approvals.approve(session, draft, "a" * 64, one, NOON)
        approvals.withdraw(session, draft, tove, NOON)
        assert [one.name for one in approvals.approvals(session, draft, "a" * 64)] == ["Karin"]


def test_a_release_remembers_who_stood_for_it(database: Database) -> None:
    with database.writing() as session:
        draft, tove, karin = course(session), person(session, "Tove"), person(session, "Karin")
        approvals.approve(session, draft, "a" * 64, tove, NOON)
        approvals.approve(session, draft, "b" * 64, karin, NOON)
        release = bare_release(session, NOON)
        for _ in range(2):
            approvals.keep_with(session, release, approvals.approvals(session, draft, "a" * 64))
        approvals.withdraw(session, draft, tove, NOON)
        assert approvals.of_releases(session, "grund") == {release.id: ["Tove"]}


def test_four_eyes_are_somebody_elses(database: Database) -> None:
    with database.writing() as session:
        draft, tove, karin = course(session), person(session, "Tove"), person(session, "Karin")
        assert approvals.lacks_eyes(approvals.approvals(session, draft, "a" * 64), tove) is True
        approvals.approve(session, draft, "a" * 64, tove, NOON)
        there = approvals.approvals(session, draft, "a" * 64)
        assert (approvals.lacks_eyes(there, tove), approvals.lacks_eyes(there, karin)) == (True, False)
        approvals.approve(session, draft, "a" * 64, karin, NOON)
        assert approvals.lacks_eyes(approvals.approvals(session, draft, "a" * 64), tove) is False
        assert approvals.lacks_eyes(approvals.approvals(session, draft, "b" * 64), tove) is True


def test_who_is_asked_has_it_before_her_until_she_answers(database: Database) -> None:
    with database.writing() as session:
        draft, tove, karin = course(session), person(session, "Tove"), person(session, "Karin")
        first = approvals.ask(session, draft, karin, tove, NOON)
        assert approvals.ask(session, draft, karin, tove, NOON) is first
        assert [(one.draft.name, one.by) for one in waiting.asked_of(session, karin)] == [("liten", "Tove")]
        assert [name for _, name in approvals.asked(session, draft)] == ["Karin"]
        approvals.approve(session, draft, "a" * 64, karin, NOON)
        assert waiting.asked_of(session, karin) == []
        assert approvals.asked(session, draft) == []
