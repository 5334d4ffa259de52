"""Questions and documents from elsewhere: shown first, taken in as one revision, never half."""

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft, drafts
from tests.importing.documents import document
from tests.importing.test_gift import ALL
from tests.importing.test_word import WHOLE
from tests.web.authoring.drafted import change, drafted, held, written
from tests.web.region import Region

PAGE = "/write/bring"
GIFT = "Allt är lag. {F#Artiklarna 43–54 är det inte.#Just det.}\n\nInget rätt {~a ~b}\n"


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    return region.as_("trainer")


def bring(trainer: FlaskClient, data: bytes, name: str, form: str = "") -> str:
    """The address of the preview."""
    answer = trainer.post(
        PAGE, data={"file": (BytesIO(data), name), "form": form}, content_type="multipart/form-data"
    )
    assert answer.status_code == 302, answer.text
    return str(answer.location)


def page(trainer: FlaskClient, address: str) -> str:
    answer = trainer.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def test_a_file_is_shown_before_anything_changes(region: Region, trainer: FlaskClient) -> None:
    before = held(region)
    said = page(trainer, bring(trainer, GIFT.encode(), "frågor.gift"))
    assert "Allt är lag. Sant eller falskt · rad 1" in said
    assert "Rad 3 Inget av svaren är märkt som rätt." in said
    assert held(region) == before
    with region.database.reading() as session:
        assert draft(session, Kind.SET, "fragor") is None


def test_into_a_new_quiz(region: Region, trainer: FlaskClient) -> None:
    where = bring(trainer, ALL.encode(), "frågor.gift")
    answer = trainer.post(
        where, data={"question": ["0", "1", "99", "x"], "where": "new", "title": "Nya frågor"}
    )
    assert answer.status_code == 302
    assert answer.location == "/write/set/nya-fragor/"
    text = written(region, "nya-fragor.yaml", "nya-fragor", Kind.SET)
    assert text.count("kind: choice\n") + text.count("kind: truth\n") == 2
    assert "2 frågor är intagna." in trainer.get("/write/set/nya-fragor/").text
    assert trainer.get(where).status_code == 404, "what has been taken in does not wait any longer"


def test_into_a_lesson_as_one_revision(region: Region, trainer: FlaskClient) -> None:
    where = bring(trainer, GIFT.encode(), "frågor.gift")
    answer = trainer.post(where, data={"question": ["0"], "where": "lesson", "lesson": "skrivkurs/ett.md"})
    assert answer.location == "/write/course/skrivkurs/"
    assert "```question\nid: " in written(region, "ett.md")
    with region.database.reading() as session:
        known = draft(session, Kind.COURSE, "skrivkurs")
        assert known is not None
        newest = revisions(session, known)[0]
        assert (newest.number, newest.verb, newest.about, list(newest.changes)) == (
            2,
            Verb.TAKEN_IN,
            "frågor.gift",
            ["ett.md"],
        )


def test_a_document_into_a_new_course_and_into_one_that_is_there(
    region: Region, trainer: FlaskClient
) -> None:
    data = document(*WHOLE)
    where = bring(trainer, data, "Barnets rätt.docx")
    assert "2 avsnitt" in page(trainer, where)
    answer = trainer.post(where, data={"lesson": ["0"], "course": "", "course_title": "Barnets rätt"})
    assert answer.location == "/write/course/barnets-ratt/"
    assert sorted(held(region, "barnets-ratt")) == ["course.yaml", "fran-konvention-till-lag.md"]
    trainer.post(bring(trainer, data, "Barnets rätt.docx"), data={"lesson": ["1"], "course": "skrivkurs"})
    assert "# Hos oss" in written(region, "hos-oss.md")
    assert "hos-oss.md" in written(region, "course.yaml")


def test_what_is_pasted(trainer: FlaskClient) -> None:
    answer = trainer.post(PAGE, data={"text": "Fråga\tRätt svar\tFel svar 1\nVem?\tBarnet\tBara den vuxna\n"})
    said = page(trainer, answer.location)
    assert "Vem? Ett rätt svar · rad 2" in said
    assert "Rätt: Barnet Inte rätt: Bara den vuxna" in said


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"PK\x03\x04skadad", "a.docx", "Filen är inget Word-dokument som går att läsa."),
        (b"PK\x03\x04skadad", "a.xlsx", "Kalkylarket a.xlsx går inte att öppna."),
        (b"<quiz><question>", "a.xml", "Filen är inte hel: den går inte att läsa förbi rad 1."),
        (b"\xd0\xcf\x11\xe0", "a.doc", "Filen är ett äldre eller låst Word-dokument."),
        (b"\n", "a.txt", "Här finns inga frågor som går att läsa."),
        (b"\0\0", "a.bin", "Filen är ingen text som går att läsa."),
    ],
)
def test_what_cannot_be_read_says_why(trainer: FlaskClient, data: bytes, name: str, told: str) -> None:
    answer = trainer.post(PAGE, data={"file": (BytesIO(data), name)}, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert told in answer.text


def test_nothing_chosen_and_nowhere_to_go(region: Region, trainer: FlaskClient) -> None:
    assert trainer.post(PAGE, data={}).status_code == 422
    where = bring(trainer, GIFT.encode(), "a.gift")
    for sent in (
        {}, {"question": "0", "where": "new", "title": " "}, {"question": "0", "where": "quiz", "quiz": ""},
        {"question": "0", "where": "lesson", "lesson": ""},
    ):  # fmt: skip
        assert trainer.post(where, data=sent).status_code == 422
    change(region, {"ett.md": "---\nid: ett\n"})
    assert (
        trainer.post(
            where, data={"question": "0", "where": "lesson", "lesson": "skrivkurs/borta.md"}
        ).status_code
        == 404
    )
    assert trainer.get(f"{PAGE}/{'0' * 32}").status_code == 404
    with region.database.reading() as session:
        assert drafts(session, Kind.SET) == []


def test_not_into_what_others_own(region: Region, trainer: FlaskClient) -> None:
    drafted(region, "south", "deras")
    where = bring(trainer, GIFT.encode(), "a.gift")
    assert "deras" not in trainer.get(where).text
    assert (
        trainer.post(where, data={"question": "0", "where": "lesson", "lesson": "deras/ett.md"}).status_code
        == 404
    )
    lesson = bring(trainer, document(*WHOLE), "a.docx")
    assert trainer.post(lesson, data={"lesson": "0", "course": "deras"}).status_code == 404


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_template_comes_back_whole(trainer: FlaskClient, form: str) -> None:
    data = trainer.get(f"{PAGE}/template?format={form}").data
    said = page(trainer, bring(trainer, data, f"mall.{form}"))
    assert "10 frågor" in said
    assert "Följde inte med" not in said
