"""The page of publishing: places and repairs, warnings that may stay, four eyes, whom a correction touches, refreshers."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft, text
from course_builder.settings import Settings
from tests.web.learned import Learned, learned
from tests.web.region import Region, both
from tests.web.test_exports import hand_out
from tests.web.test_release import NAME, kept, publish, seen

__all__ = ["learned"]
PAGE = f"{NAME}/release"
VAGUE = ("Barnet har rätt", "Läs mer [här](https://exempel.se/a).\n\nBarnet har rätt")
REASON = "Sidan heter så."


def mark(client: FlaskClient, words: str) -> str:
    """Of the first problem whose words are these."""
    page = client.get(PAGE).text
    found = re.search(re.escape(words) + r'.*?name="mark" value="([0-9a-f]{64})"', page, re.DOTALL)
    assert found, page
    return found[1]


def source(region: Region, name: str = "liten", path: str = "start.md") -> str:
    with region.database.reading() as session:
        course = draft(session, Kind.COURSE, name)
        assert course is not None
        return text(session, course, path) or ""


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@both
def test_what_stops_is_a_list_of_places_that_a_button_may_put_right(region: Region) -> None:
    trainer = region.as_("trainer")
    before = source(region)
    region.edit("liten", "start.md", "id: tank\n", "")
    region.edit("liten", "start.md", "crc:12", "crc:99")
    page = trainer.get(PAGE).text
    assert "Hindrar publicering (2)" in page
    assert "/write/course/liten/start.md?line=" in page
    assert page.count("publishing") == 0
    assert page.count("Rätta åt mig") == 1
    assert " fel " not in words(page).lower()
    assert trainer.post(f"{PAGE}/repair", data={"mark": mark(trainer, "id saknas.")}).status_code == 302
    assert "Hindrar publicering (1)" in trainer.get(PAGE).text
    assert re.sub(r"id: [a-z]{4}\nask", "id: tank\nask", source(region)) == before.replace("crc:12", "crc:99")
    assert kept(region) == []


def test_what_only_a_person_can_put_right_is_left_to_her(region: Region) -> None:
    trainer = region.as_("trainer")
    region.edit("liten", "start.md", "crc:12", "crc:99")
    before = source(region)
    trainer.post(f"{PAGE}/repair", data={"mark": "0" * 64})
    assert source(region) == before


@both
def test_a_warning_stays_accepted_until_its_text_changes(region: Region) -> None:
    trainer = region.as_("trainer")
    region.edit("liten", "start.md", *VAGUE)
    known = mark(trainer, "säger inte vart länken leder")
    assert trainer.post(f"{PAGE}/accept", data={"mark": known, "reason": "  "}).status_code == 302
    assert "Får stå kvar (1)" not in trainer.get(PAGE).text
    trainer.post(f"{PAGE}/accept", data={"mark": known, "reason": REASON})
    page = words(trainer.get(PAGE).text)
    assert "Får stå kvar (1)" in page
    assert f"”{REASON}” Tove Utbildare" in page
    region.edit("liten", "start.md", "Läs mer [här]", "\nLäs mer [här]")
    assert "Får stå kvar (1)" in trainer.get(PAGE).text
    publish(trainer)
    assert f"Får stå kvar: ”{REASON}”" in words(trainer.get(f"{NAME}/versions").text)
    region.edit("liten", "start.md", "Läs mer [här]", "Läs ännu mer [här]")
    assert "Får stå kvar (1)" not in trainer.get(PAGE).text


def test_what_was_let_stand_can_be_taken_up_again(region: Region) -> None:
    trainer = region.as_("trainer")
    region.edit("liten", "start.md", *VAGUE)
    trainer.post(
        f"{PAGE}/accept", data={"mark": mark(trainer, "säger inte vart länken leder"), "reason": REASON}
    )
    found = re.search(r"/accepted/\d+/withdraw", trainer.get(PAGE).text)
    assert found
    assert region.as_("manager").post(PAGE + found[0]).status_code == 404
    assert trainer.post(PAGE + found[0]).status_code == 302
    assert "Får stå kvar (1)" not in trainer.get(PAGE).text


def test_what_stops_publishing_cannot_be_let_stand(region: Region) -> None:
    trainer = region.as_("trainer")
    region.edit("liten", "start.md", "id: tank\n", "")
    trainer.post(f"{PAGE}/accept", data={"mark": mark(trainer, "id saknas."), "reason": REASON})
    assert "Hindrar publicering (1)" in trainer.get(PAGE).text


def approve(client: FlaskClient) -> int:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get("/write/course/liten/review").text)
    assert found
    return client.post("/write/course/liten/review/approve", data={"seen": found[1]}).status_code


def test_one_person_may_write_review_and_publish(region: Region) -> None:
    trainer = region.as_("trainer")
    assert approve(trainer) == 302
    assert publish(trainer) == 302
    assert "Godkänd av Tove Utbildare" in trainer.get(f"{NAME}/versions").text


@pytest.mark.parametrize(("said", "meant"), [("ja", True), ("Yes", True), ("1", True), ("nej", False), ("0", False), ("", False)])  # fmt: skip
def test_four_eyes_are_a_yes_or_a_no(said: str, meant: bool) -> None:
    assert Settings.from_environment({"COURSE_BUILDER_FOUR_EYES": said}).four_eyes is meant


def test_a_slip_of_the_pen_does_not_turn_four_eyes_off() -> None:
    with pytest.raises(ValueError, match="COURSE_BUILDER_FOUR_EYES"):
        Settings.from_environment({"COURSE_BUILDER_FOUR_EYES": "jaa"})


class TestFourEyes:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, four_eyes=True)

    @both
    def test_somebody_else_has_to_approve_just_this(self, region: Region) -> None:
        trainer, other = region.as_("trainer"), region.as_("coordinator")
        approve(trainer)
        assert "Någon annan än du behöver godkänna versionen först." in trainer.get(PAGE).text
        assert trainer.post(PAGE, data={"seen": seen(trainer)}).status_code == 409
        assert kept(region) == []
        approve(other)
        region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
        assert "ändrad sedan dess" in trainer.get(PAGE).text
        assert trainer.post(PAGE, data={"seen": seen(trainer)}).status_code == 409
        approve(other)
        assert other.post(PAGE, data={"seen": seen(other)}).status_code == 409
        assert publish(trainer) == 302
        assert len(kept(region)) == 1


def test_a_correction_says_whom_it_touches(learned: Learned) -> None:
    """`liten` is done by the representative, and the employee is in the middle of it."""
    learned.complete("rep")
    learned.open("employee")
    region = learned.region
    trainer = region.as_("trainer")
    hand_out(trainer, f"{NAME}/versions/1/download")
    page = words(trainer.get(PAGE).text)
    assert "Mitt i kursen 1 Har gått klart 1" in page
    assert "Lärportalen · version 1 · SCORM 1.2" in page
    assert "Anna Ombud" not in page


def test_a_refresher_is_a_draft_course_of_what_is_new(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    region.edit("liten", "start.md", "Barnet har rätt", "Varje barn har rätt")
    publish(trainer)
    answer = trainer.post(f"{NAME}/versions/1/refresher")
    assert answer.location == "/courses/liten-uppdatering-2026/"
    assert "- Avsnittet ”Börja här”: vi har ändrat under ”Börja här”.\n" in source(region, "liten-uppdatering-2026", "nytt.md")  # fmt: skip
    page = trainer.get(f"{answer.location}release").text
    assert "Publicera version 1" in page
    assert trainer.get(f"{answer.location}download/scorm12.zip").status_code == 200
    assert trainer.post(f"{NAME}/versions/1/refresher").location == f"{NAME}/versions"
    assert trainer.post(f"{NAME}/versions/2/refresher").status_code == 404


def test_a_course_of_other_trainers_is_not_there(region: Region) -> None:
    """Trust 35."""
    with region.database.writing() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        course.group_id = region.groups["north"]
    other = region.as_("trainer2")
    for address in ("repair", "accept", "accepted/1/withdraw"):
        assert other.post(f"{PAGE}/{address}", data={"mark": "0" * 64, "reason": "x"}).status_code == 404
    assert other.post(f"{NAME}/versions/1/refresher").status_code == 404
