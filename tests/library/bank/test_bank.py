"""The bank: what stands where, and what is put where, with ids of its own and as one revision."""

import io
from datetime import date

import pytest
from PIL import Image

from course_builder.content import checks
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.content.shelves import Shelf
from course_builder.content.tree import MemoryTree
from course_builder.database.store import Database
from course_builder.importing.gift import gift
from course_builder.importing.word import read_word
from course_builder.library.bank import finding, putting
from course_builder.library.bank.finding import Standing, Wanted
from course_builder.library.bank.pictures import kept
from course_builder.library.bank.releases import published
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import draft, drafts, text
from course_builder.library.drafts.saving import create
from course_builder.library.drafts.trees import tree
from course_builder.library.media_folder import FolderStore
from tests.importing.documents import document, paragraph, picture
from tests.importing.test_gift import ALL
from tests.library.conftest import NOON

QUIZ = """\
kind: quiz
id: grunder
title: Grunderna
questions:
  - id: aaaa
    kind: choice
    ask: Vad säger *artikel* 12?
    tags:
      - delaktighet
    options:
      - id: oaaa
        right: Barnet har rätt att [komma till tals](crc:12)
      - id: obbb
        wrong: Barnet bestämmer
  - id: bbbb
    kind: truth
    ask: Allt är lag.
    articles: [4, 42]
    right: falskt
"""
FILM = "kind: film-discussion\nid: film\ntitle: Film\nbefore:\n  - id: cccc\n    ask: Vad hoppas du?\n"
LESSON = "---\nid: ett\n---\n# Ett avsnitt\n\n```question\nid: dddd\nkind: number\nask: Hur många?\nright: 54\n```\n\n```reflect\nid: eeee\nask: Vad tar du med dig?\n```\n"
COURSE = "id: kurs\ntitle: Kursen\naudience:\n  - ombud\nmodules:\n  - id: modul\n    title: Modul\n    lessons:\n      - ett.md\n      - quiz: grunder\n"


@pytest.fixture
def held(database: Database) -> Database:
    with database.writing() as session:
        create(session, Kind.SET, "grunder", {"grunder.yaml": QUIZ}, None, None, NOON)
        create(session, Kind.SET, "film", {"film.yaml": FILM}, None, None, NOON)
        create(session, Kind.COURSE, "kurs", {"course.yaml": COURSE, "ett.md": LESSON}, None, None, NOON)
    return database


def found(database: Database, wanted: Wanted | None = None) -> list[Standing]:
    with database.reading() as session:
        every = [one for kind in Kind for one in drafts(session, kind)]
        return [one for one in finding.standings(session, every) if (wanted or Wanted()).fits(one.question)]


def ids(standings: list[Standing]) -> list[str]:
    return [one.question.id for one in standings]


def test_every_question_of_quizzes_and_lessons(held: Database) -> None:
    every = found(held)
    assert [(one.question.id, one.question.kind, one.draft.name, one.title) for one in every] == [
        ("aaaa", "choice", "grunder", "Grunderna"), ("bbbb", "truth", "grunder", "Grunderna"),
        ("dddd", "number", "kurs", "Ett avsnitt"), ("eeee", "reflect", "kurs", "Ett avsnitt"),
    ]  # fmt: skip
    first = every[0].question
    assert (first.ask, first.tags, first.articles) == ("Vad säger artikel 12?", ("delaktighet",), {12})
    assert first.answers == ((True, "Barnet har rätt att komma till tals"), (False, "Barnet bestämmer"))
    assert "id" not in first.value["options"][0]


def test_found_by_text_tag_article_and_kind(held: Database) -> None:
    assert ids(found(held, Wanted("BARNET komma"))) == ["aaaa"]
    assert ids(found(held, Wanted("hur många"))) == ["dddd"]
    assert ids(found(held, Wanted(tag="delaktighet"))) == ["aaaa"]
    assert ids(found(held, Wanted(article=42))) == ["bbbb"]
    assert ids(found(held, Wanted(kind="reflect"))) == ["eeee"]
    assert ids(found(held, Wanted("finns inte"))) == []
    assert finding.tags(found(held)) == [("delaktighet", 1)]
    assert finding.articles(found(held)) == [4, 12, 42]


def stops(database: Database, store: FolderStore, name: str) -> list[str]:
    """What would stop the course."""
    with database.reading() as session:
        known = draft(session, Kind.COURSE, name)
        assert known is not None
        shelf = MemoryTree(
            {"quizzes/grunder.yaml": QUIZ, "courses/crc.yaml": "12:\n  title: Röst\n  says: Höras.\n"}
        )
        today = date(2026, 11, 22)
        reading = read(tree(session, store, known), [Shelf(shelf)], today=today)
        return [problem.line("sv") for problem in errors(checks.run(reading, today=today))]


def test_put_into_a_quiz_a_lesson_and_a_quiz_of_their_own(held: Database, store: FolderStore) -> None:
    asked = [one.value for one in gift(ALL, "a").questions] + [
        dict(one.question.value) for one in found(held)
    ]
    with held.writing() as session:
        made = putting.new_quiz(session, "Nya frågor", asked, None, None, NOON)
        assert (made.name, made.title, made.head) == ("nya-fragor", "Nya frågor", 1)
        quiz = session.get_one(Draft, draft(session, Kind.SET, "grunder").id)  # type: ignore[union-attr]
        assert putting.into(session, quiz, "grunder.yaml", asked, "Frågor", None, NOON).number == 2
        course = session.get_one(Draft, draft(session, Kind.COURSE, "kurs").id)  # type: ignore[union-attr]
        revision = putting.into(session, course, "ett.md", asked, "Frågor", None, NOON)
        assert (revision.number, revision.verb, list(revision.changes)) == (2, Verb.TAKEN_IN, ["ett.md"])
    every = found(held)
    assert len(every) == 4 + 3 * len(asked)
    assert len(set(ids(every))) == len(every)
    assert stops(held, store, "kurs") == []


def test_what_is_gone_or_no_quiz(held: Database) -> None:
    with held.writing() as session:
        film = session.get_one(Draft, draft(session, Kind.SET, "film").id)  # type: ignore[union-attr]
        with pytest.raises(putting.NoText):
            putting.into(session, film, "annat.yaml", [], "", None, NOON)
        with pytest.raises(LookupError):
            putting.into(session, film, "film.yaml", [{"kind": "reflect", "ask": "Vad?"}], "", None, NOON)


def drawn() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2), "red").save(out, "PNG")
    return out.getvalue()


def test_a_document_becomes_a_course_or_goes_into_one(held: Database, store: FolderStore) -> None:
    """trust 9: what is no picture does not come along, whatever it is called."""
    body = (
        paragraph("Ett", "Rubrik1"),
        paragraph(picture("Ett rum")),
        paragraph("Två", "Rubrik1"),
        paragraph("Text"),
    )
    sound = read_word(document(*body, more={"word/media/image1.png": drawn()}), "Kurs.docx")
    faked = read_word(document(*body, more={"word/media/image1.png": b"<html>"}), "Kurs.docx")
    pictures = kept(store, sound.pictures)
    assert [one.path for one in pictures.values()] == ["media/kurs-1.png"]
    assert kept(store, faked.pictures) == {}
    with held.writing() as session:
        made = putting.new_course(
            session, "En ny kurs", sound.lessons, pictures, None, None, NOON, date(2026, 11, 22)
        )
        assert made.name == "en-ny-kurs"
        course = session.get_one(Draft, draft(session, Kind.COURSE, "kurs").id)  # type: ignore[union-attr]
        number = putting.into_course(Bench(session, course, None, NOON), sound.lessons, pictures, "Kurs.docx")
        assert number == 2
        putting.into_course(Bench(session, course, None, NOON), faked.lessons, {}, "Kurs.docx")
        assert "![" not in (text(session, course, "ett-3.md") or "")
        newest = revisions(session, course)[1]
        assert sorted(newest.changes) == ["course.yaml", "ett-2.md", "media/kurs-1.png", "tva.md"]
    assert stops(held, store, "en-ny-kurs") == stops(held, store, "kurs") == []


def test_nothing_is_published_yet(held: Database) -> None:
    with held.reading() as session:
        assert published(session, ["aaaa"]) == {}
