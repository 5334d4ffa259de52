"""A newer version of what comes with the program is offered as a difference; a draft is never written over."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from course_builder.library.drafts.arriving import arrive_shared
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import draft, text
from course_builder.library.drafts.saving import save
from course_builder.paths.shipped import QUIZZES
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults
from tests.web.region import Region, both
from tests.web.served import signed_in

LIST, ONE = "/write/shipped", "/write/set/konventionen/shipped"
OURS = (QUIZZES / "konventionen.yaml").read_text()
OWN = OURS.replace("Från konvention", "Vår väg från konvention")


def quiz(region: Region) -> tuple[Draft, str]:
    with region.database.reading() as session:
        found = draft(session, Kind.SET, "konventionen")
        assert found is not None
        return found, text(session, found, "konventionen.yaml") or ""


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    """An earlier version was taken in, and the trainers have made it their own."""
    arrive_shared(region.database, region.app.extensions["media_store"], region.time())
    assert OWN != OURS
    with region.database.writing() as session:
        found = draft(session, Kind.SET, "konventionen")
        assert found is not None
        save(
            session,
            found,
            {"konventionen.yaml": OWN},
            1,
            Verb.EDITED,
            "",
            region.people["trainer"],
            region.time(),
        )
        found.shipped = "0" * 64
    return region.as_("trainer")


@both
def test_it_is_taken_in_as_a_revision_and_not_offered_again(region: Region, trainer: FlaskClient) -> None:
    assert f'href="{LIST}"' in trainer.get("/courses/").text
    assert f'href="{ONE}"' in trainer.get(LIST).text
    assert "Vår väg" in trainer.get(ONE).text
    answer = trainer.post(ONE, data={"seen": 2, "take": "1"})
    assert (answer.status_code, answer.location) == (302, "/write/set/konventionen/")
    made, words = quiz(region)
    assert (made.head, words) == (3, OURS)
    assert trainer.get(ONE).status_code == 404
    assert "Inget nytt just nu." in trainer.get(LIST).text
    assert f'href="{LIST}"' not in trainer.get("/courses/").text


def test_their_own_text_is_kept(region: Region, trainer: FlaskClient) -> None:
    assert trainer.post(ONE, data={"seen": 2, "decline": "1"}).status_code == 302
    made, words = quiz(region)
    assert (made.head, words) == (2, OWN)
    assert trainer.get(ONE).status_code == 404


def test_what_was_written_since_the_difference_was_shown_stays(region: Region, trainer: FlaskClient) -> None:
    with region.database.writing() as session:
        found = draft(session, Kind.SET, "konventionen")
        assert found is not None
        save(session, found, {"konventionen.yaml": OWN + "# mer\n"}, 2, Verb.EDITED, "", None, region.time())
    answer = trainer.post(ONE, data={"seen": 2, "take": "1"})
    assert answer.location == ONE
    assert "Texten har ändrats sedan du såg skillnaden." in trainer.get(ONE).text
    assert quiz(region)[1] == OWN + "# mer\n"


def test_what_has_nothing_newer_or_belongs_to_others_is_not_there(
    region: Region, trainer: FlaskClient
) -> None:
    assert trainer.get("/write/set/principerna/shipped").status_code == 404
    assert trainer.post(ONE, data={"take": "1"}).status_code == 422
    with region.database.writing() as session:
        found = draft(session, Kind.SET, "konventionen")
        assert found is not None
        found.group_id = region.groups["south"]
    assert trainer.get(ONE).status_code == 404
    assert "konventionen" not in trainer.get(LIST).text


@pytest.fixture
def page(region: Region, trainer: FlaskClient, browser: Browser) -> Iterator[Page]:
    with signed_in(browser, region, "trainer") as made:
        yield made


@pytest.mark.browser
def test_the_pages_look_right(page: Page) -> None:
    for path in (LIST, ONE):
        for width in (1280, 320):
            page.goto(f"{path}?lang={'sv' if width == 320 else 'en'}")
            page.set_viewport_size({"width": width, "height": 800})
            assert [*violations(page), *faults(page)] == []
