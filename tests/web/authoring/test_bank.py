"""The question bank: found, told where it is used, copied and linked; how few people's answers are never told."""

import re

import pytest
from flask.testing import FlaskClient

from course_builder.learning.question_figures import FirstTime
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from course_builder.web.authoring.question_words import first_time
from tests.library.bank.test_bank import QUIZ
from tests.web.authoring.drafted import change, drafted, held, written
from tests.web.region import MONDAY, Region

PAGE = "/write/bank"


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    with region.database.writing() as session:
        create(session, Kind.SET, "grunder", {"grunder.yaml": QUIZ}, region.groups["north"], None, MONDAY)
    return region.as_("trainer")


def said(trainer: FlaskClient, address: str = PAGE) -> str:
    answer = trainer.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def key(trainer: FlaskClient, ask: str) -> str:
    """What the form calls the question."""
    found = re.search(rf'value="(\d+:\w+)"[^>]*><span><strong>{re.escape(ask)}', trainer.get(PAGE).text)
    assert found is not None
    return found[1]


def test_found_by_text_tag_and_article(trainer: FlaskClient) -> None:
    assert "Vad säger artikel 12?" in said(trainer)
    assert "Allt är lag." not in said(trainer, f"{PAGE}?q=komma+tals")
    assert "Vad säger artikel 12?" in said(trainer, f"{PAGE}?tag=delaktighet")
    assert "Allt är lag." in said(trainer, f"{PAGE}?article=42")
    assert "Ingen fråga passar det du sökte." in said(trainer, f"{PAGE}?q=finns+inte")
    assert "Allt är lag." in said(trainer, f"{PAGE}?article=hundra")


def test_where_it_is_used(region: Region, trainer: FlaskClient) -> None:
    assert "används inte i någon kurs än" in said(trainer, f"{PAGE}?article=42")
    answer = trainer.post(f"{PAGE}/link", data={"quiz": "grunder", "course": "skrivkurs"})
    assert answer.location == "/write/course/skrivkurs/"
    assert "quiz: grunder" in written(region, "course.yaml")
    assert "används inte i någon kurs än" not in said(trainer, f"{PAGE}?article=42")
    before = held(region)
    trainer.post(f"{PAGE}/link", data={"quiz": "grunder", "course": "skrivkurs"})
    assert held(region) == before, "once is enough"


def test_copies_have_ids_of_their_own(region: Region, trainer: FlaskClient) -> None:
    sent = {"question": key(trainer, "Allt är lag."), "where": "new", "title": "Mina"}
    assert trainer.post(PAGE, data=sent).location == "/write/set/mina/"
    text = written(region, "mina.yaml", "mina", Kind.SET)
    assert "ask: Allt är lag." in text
    assert "id: bbbb" not in text
    assert "articles:\n      - 4\n      - 42" in text
    sent = {"question": key(trainer, "Allt är lag."), "where": "lesson", "lesson": "skrivkurs/ett.md"}
    assert trainer.post(PAGE, data=sent).status_code == 302
    assert "ask: Allt är lag." in written(region, "ett.md")


def test_nothing_ticked_or_no_place(trainer: FlaskClient) -> None:
    assert trainer.post(PAGE, data={"where": "new", "title": "Mina"}).status_code == 422
    assert (
        trainer.post(PAGE, data={"question": key(trainer, "Allt är lag."), "where": "new"}).status_code == 422
    )


def test_what_others_own_is_not_there(region: Region, trainer: FlaskClient) -> None:
    with region.database.writing() as session:
        words = QUIZ.replace("Allt är lag", "Deras hemlighet").replace("bbbb", "zzzz")
        theirs = create(
            session, Kind.SET, "deras", {"deras.yaml": words}, region.groups["south"], None, MONDAY
        ).id
    assert "Deras hemlighet" not in said(trainer)
    assert (
        trainer.post(PAGE, data={"question": f"{theirs}:zzzz", "where": "new", "title": "x"}).status_code
        == 422
    )
    assert trainer.post(f"{PAGE}/link", data={"quiz": "deras", "course": "skrivkurs"}).status_code == 404


def test_a_text_that_cannot_be_read_has_no_questions(region: Region, trainer: FlaskClient) -> None:
    change(region, {"grunder.yaml": "kind: quiz\nquestions: [ask: {"}, "grunder", Kind.SET)
    assert "Här finns inga frågor än." in said(trainer) or "Allt är lag." not in said(trainer)


def test_few_peoples_answers_are_not_told(region: Region) -> None:
    with region.app.test_request_context():
        assert first_time(None) == ""
        assert first_time(FirstTime(3, 4)) == "för få har svarat för att det ska visas"
        assert first_time(FirstTime(4, 20)) == "färre än 5 av 20 svarade rätt första gången"
        assert first_time(FirstTime(12, 20)) == "12 av 20 svarade rätt första gången"
