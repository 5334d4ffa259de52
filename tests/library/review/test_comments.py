"""Comments: at a block or a second, answered, resolved and opened again; none is seen where it does not belong."""

import pytest
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.saving import create
from course_builder.library.review import comments, links
from course_builder.library.review.comments import Anchor, Author, Thread
from course_builder.people.models import Person
from tests.library.conftest import NOON

HERE = Anchor("ett.md", "tank", None, "När lyssnade du?")
GUEST = "Gun Gäst"


def person(session: Session, name: str) -> int:
    made = Person(name=name)
    session.add(made)
    session.flush()
    return made.id


def course(session: Session, name: str = "liten") -> Draft:
    return create(session, Kind.COURSE, name, {"ett.md": "# Ett\n"}, None, None, NOON)


def told(threads: object) -> list[tuple[str, list[str], bool]]:
    assert isinstance(threads, list)
    return [(one.comment.text, [reply.text for reply in one.replies], one.resolved) for one in threads]


def test_a_comment_is_answered_resolved_and_opened_again(database: Database) -> None:
    with database.writing() as session:
        draft, tove = course(session), person(session, "Tove Utbildare")
        first = comments.write(session, draft, HERE, "  Otydligt. ", Author("Tove Utbildare", tove), NOON)
        film = comments.write(session, draft, Anchor("ett.md", "film", 41.0), "Klipp här.", Author("Tove Utbildare", tove), NOON)  # fmt: skip
        answer = comments.reply(session, first, "Bättre nu?", Author("Karin", None), NOON)
        comments.reply(session, answer, "Ja.", Author("Tove Utbildare", tove), NOON)
        assert (first.block_id, first.second, first.revision, film.second) == ("tank", None, 1, 41.0)
        assert told(comments.threads(session, draft)) == [
            ("Otydligt.", ["Bättre nu?", "Ja."], False),
            ("Klipp här.", [], False),
        ]
        comments.resolve(session, first, tove, NOON)
        assert told(comments.threads(session, draft))[-1] == ("Otydligt.", ["Bättre nu?", "Ja."], True)
        assert comments.open_count(session, draft) == 1
        comments.reopen(session, first)
        assert (first.resolved_on, first.resolved_by_id) == (None, None)
        assert comments.open_count(session, draft) == 2


def test_the_list_of_a_file_is_of_that_file_and_draft(database: Database) -> None:
    with database.writing() as session:
        mine, other = course(session), course(session, "annan")
        for draft, path in ((mine, "ett.md"), (mine, "tva.md"), (other, "ett.md")):
            comments.write(session, draft, Anchor(path), f"{draft.name} {path}", Author("A"), NOON)
        assert [one.comment.text for one in comments.threads(session, mine, "ett.md")] == ["liten ett.md"]
        foreign = comments.threads(session, other)[0].comment
        assert comments.comment(session, mine, foreign.id) is None
        assert comments.comment(session, other, foreign.id) is foreign


def test_a_visitor_sees_what_she_said_and_its_answers_only(database: Database) -> None:
    with database.writing() as session:
        draft = course(session)
        link, _ = links.make(session, draft, "Gun", 14, False, None, NOON)
        other, _ = links.make(session, draft, "Per", 14, False, None, NOON)
        comments.write(session, draft, HERE, "Av en kollega", Author("Tove"), NOON)
        comments.write(session, draft, HERE, "Av Per", Author("Per", link_id=other.id), NOON)
        hers = comments.write(session, draft, HERE, "Av Gun", Author(GUEST, link_id=link.id), NOON)
        comments.reply(session, hers, "Tack!", Author("Tove"), NOON)
        assert told(list(comments.by_link(session, link))) == [("Av Gun", ["Tack!"], False)]


def test_what_is_said_of_a_shared_set_is_found_from_the_set(database: Database) -> None:
    with database.writing() as session:
        draft = course(session)
        said = Anchor("quizzes/vantrummet.yaml", "jrne")
        comments.write(session, draft, said, "Bra fråga", Author("Tove"), NOON)
        comments.write(session, draft, HERE, "Annat", Author("Tove"), NOON)
        found = comments.about_set(session, "vantrummet")
        assert [(one.name, thread.comment.text) for one, thread in found] == [("liten", "Bra fråga")]


def test_a_leaked_link_fills_no_disk_and_shuts_nobody_out(database: Database) -> None:
    with database.writing() as session:
        draft = course(session)
        link, _ = links.make(session, draft, "Gun", 14, False, None, NOON)
        guest = Author(GUEST, link_id=link.id)
        for _ in range(comments.MOST_BY_LINK):
            comments.write(session, draft, HERE, "x", guest, NOON)
        with pytest.raises(comments.TooMany):
            comments.write(session, draft, HERE, "x", guest, NOON)
        comments.write(session, draft, HERE, "Av en kollega", Author("Tove"), NOON)
        assert len(comments.threads(session, draft)) == comments.MOST_BY_LINK + 1


def test_a_thread_is_resolved_by_its_first() -> None:
    assert Thread(comments.Comment(resolved_on=NOON), ()).resolved is True
