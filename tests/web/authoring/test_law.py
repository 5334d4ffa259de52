"""The law register in the browser: a provision is added, changed, and everything that cites it is read through."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from course_builder.library.addresses.asking import Reason
from course_builder.library.addresses.checking import write_down
from course_builder.library.drafts.arriving import arrive_shared
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft, text
from course_builder.library.drafts.saving import save
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults
from tests.web.region import Region, both
from tests.web.served import signed_in

PAGE, ENTRY = "/write/law/", "/write/law/law/pl-3-3"
NEW = {
    "act": "patientlagen (2014:821)", "provision": "9 kap. 9 §", "name": "pl-9-9", "source": "https://lag.exempel.se/pl",
    "says": "Barnets inställning ska få betydelse.", "valid_from": "2015-01-01",
}  # fmt: skip


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    arrive_shared(region.database, region.app.extensions["media_store"], region.time())
    region.edit("liten", "start.md", "Barnet har", "[Patientlagen](law:pl-3-3). Barnet har")
    return region.as_("trainer")


def law(region: Region) -> str:
    with region.database.reading() as session:
        found = draft(session, Kind.REGISTER, "lagrum")
        assert found is not None
        return text(session, found, "law.yaml") or ""


def reword(region: Region) -> None:
    with region.database.writing() as session:
        found = draft(session, Kind.REGISTER, "lagrum")
        assert found is not None
        words = law(region).replace("den första mottagaren", "den som informeras först")
        save(
            session,
            found,
            {"law.yaml": words},
            found.head,
            Verb.EDITED,
            "",
            region.people["trainer"],
            region.time(),
        )


@both
def test_a_provision_is_added_and_no_other_line_is_touched(region: Region, trainer: FlaskClient) -> None:
    before = law(region)
    answer = trainer.post(PAGE, data=NEW)
    assert (answer.status_code, answer.location) == (302, "/write/law/law/pl-9-9")
    after = law(region)
    assert after.startswith(before.rstrip("\n"))
    assert "Barnets inställning ska få betydelse." in trainer.get(answer.location).text
    assert "Från 1 januari 2015" in trainer.get(answer.location).text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": "pl-3-3"}, "Det finns redan ett lagrum med det korta namnet."),
        ({"name": "PL 3"}, "Skriv bara a–z, siffror och bindestreck"),
        ({"source": "lagen.se"}, "Skriv en adress som börjar med https://"),
        ({"says": ""}, "Skriv vad lagrummet säger."),
    ],
)
def test_what_cannot_be_added_says_why_and_keeps_what_was_written(
    region: Region, trainer: FlaskClient, wrong: dict[str, str], told: str
) -> None:
    before = law(region)
    answer = trainer.post(PAGE, data={**NEW, **wrong})
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="9 kap. 9 §"' in answer.text
    assert law(region) == before


def test_a_changed_provision_is_read_through_place_by_place(region: Region, trainer: FlaskClient) -> None:
    assert "att läsa" not in trainer.get(PAGE).text
    assert "Jag har läst det" not in trainer.get(ENTRY).text
    reword(region)
    page = trainer.get(ENTRY).text
    places = re.findall(r'name="place" value="([^"]*)"', page)
    assert "course/liten/start.md" in places
    assert "set/barnet-som-patient/barnet-som-patient.yaml" in places
    assert "Orden ändrades 23 november 2026 av Tove Utbildare." in page
    assert f"{len(places)} ställen att läsa igenom" in trainer.get(PAGE).text
    for place in places:
        assert trainer.post(f"{ENTRY}/read", data={"place": place}).location == f"{ENTRY}#list"
    assert "att läsa igenom" not in trainer.get(PAGE).text
    assert "Tove Utbildare, 23 november 2026" in trainer.get(ENTRY).text
    trainer.post(f"{ENTRY}/unread", data={"place": places[0]})
    assert "1 ställe att läsa igenom" in trainer.get(PAGE).text


def test_only_a_place_on_the_list_can_be_ticked(region: Region, trainer: FlaskClient) -> None:
    assert trainer.post(f"{ENTRY}/read", data={"place": "course/annan/x.md"}).status_code == 404
    assert trainer.post(f"{ENTRY}/read", data={}).status_code == 404
    assert trainer.get("/write/law/law/finns-inte").status_code == 404


def test_dead_addresses_are_told_with_their_places(region: Region, trainer: FlaskClient) -> None:
    source = "https://rkrattsbaser.gov.se/sfst?bet=2014:821"
    assert "Adresserna är inte kontrollerade än." in trainer.get(PAGE).text
    with region.database.writing() as session:
        write_down(session, {source: Reason.GONE, "https://finns.test/": None}, region.time())
    page = trainer.get(PAGE).text
    assert "Sedan 23 november 2026: sidan finns inte längre." in page
    assert "/write/register/lagrum/law.yaml?line=" in page
    assert "Källans adress svarar inte sedan 23 november 2026" in trainer.get(ENTRY).text


def test_without_a_register_the_page_is_empty_and_nothing_can_be_added(region: Region) -> None:
    trainer = region.as_("trainer")
    assert "Inget hittades." in trainer.get(PAGE).text
    assert trainer.post(PAGE, data=NEW).status_code == 404


@pytest.fixture
def page(region: Region, trainer: FlaskClient, browser: Browser) -> Iterator[Page]:
    reword(region)
    with signed_in(browser, region, "trainer") as made:
        yield made


@pytest.mark.browser
@pytest.mark.parametrize("path", [PAGE, ENTRY, "/write/law/crc/12", f"{PAGE}?show=left"])
def test_the_pages_look_right(page: Page, path: str) -> None:
    for language in ("sv", "en"):
        page.goto(f"{path}{'&' if '?' in path else '?'}lang={language}")
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert [*violations(page), *faults(page)] == []
