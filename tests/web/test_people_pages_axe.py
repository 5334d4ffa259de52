"""The way in, the pages of people and of operation in a real browser: axe-core, reflow, targets, spacing."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from course_builder.people import appointments, links
from course_builder.people.models import Account, Appointment, Person
from course_builder.post import outbox
from course_builder.settings import Settings
from tests.acceptance.web import Complaints
from tests.web.looked import looked_at
from tests.web.region import MONDAY, Region
from tests.web.served import serving, sign_in
from tests.web.test_people import LIST

pytestmark = pytest.mark.browser

PAGES = {
    "": ["/sign-in", "/forgot", "/link/invite/{token}", "/link/reset/x", "/sign-in/elsewhere/back", "/sign-in?next=/me"],
    "rep": ["/me", "/people"],
    "coordinator": [
        "/people", "/people?q=anna", "/people?q=njure", "/people/{rep}", "/people/{admin}", "/people/{rep}/appoint?q=barn",
        "/people/{rep}/appoint?unit={clinic}", "/people/appointments/{held}/stand_in?q=elin",
        "/people/appointments/{held}/hand_over?person={employee}", "/people/units", "/people/units?q=barn",
        "/people/units/{clinic}", "/people/units/{north}", "/people/units/{clinic}/merge?q=barn",
        "/people/units/{clinic}/merge?into={emergency}", "/people/units/{clinic}/move?into={south}", "/people/groups",
        "/people/groups/{group}?q=tage", "/people/import", "/people/import/list",
    ],
    "admin": ["/operation", "/operation/mail", "/people/{hidden}"],
}  # fmt: skip
OF_THE_BROWSER = ("status of 4",)
"""What a browser says of its own accord about a page that is refused."""


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(
        data=str(tmp_path),
        database_url=database_url,
        oidc_issuer="https://id.exempel.se",
        oidc_name="Regionkonto",
    )


@pytest.fixture
def values(region: Region) -> dict[str, object]:
    """Ids and tokens for the addresses, in a region where there is something to see on each page."""
    with region.database.writing() as session:
        session.get_one(Account, region.accounts["manager"]).demo = True
        person = Person(name="Nina Ny", email="nina.ny@exempel.se")
        session.add(person)
        session.flush()
        token = links.invite(session, person.id, MONDAY - timedelta(days=1))
        held = session.query(Appointment).filter_by(person_id=region.people["rep"]).one()
        appointments.pause(session, held, date(2026, 11, 1), date(2027, 1, 1))
        outbox.write(session, "elin@exempel.se", "Det här återstår", "Hej", "reminder", None, MONDAY)
        outbox.take(session, 1, MONDAY)
        outbox.mark(session, 1, MONDAY, "550 no such user", again=False)
        held_id = held.id
    browser = region.as_("coordinator")
    file = f"{LIST}Barnkliniken;Eva Fel;inte en adress;E902;kung\n".encode()
    from_list = {"file": (BytesIO(file), "personal.csv"), "part": ""}
    assert browser.post("/people/import", data=from_list).status_code == 302
    return {**region.units, **region.people, "token": token, "held": held_id, "group": region.groups["north"]}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("key", PAGES)
def test_pages(
    region: Region, values: dict[str, object], context: BrowserContext, key: str, language: str
) -> None:
    """The pages of each role say nothing to axe, fit a narrow window, and fetch nothing from elsewhere."""
    found = []
    with serving(region.app) as address:
        page = context.new_page()
        complaints = Complaints(page, address)
        if key:
            sign_in(context, region, key, address)
        for path in PAGES[key]:
            found += [f"{path} {one}" for one in looked_at(page, address + path.format_map(values), language)]
        page.close()
    found += [said for said in complaints.heard if not any(one in said for one in OF_THE_BROWSER)]
    assert found == []
