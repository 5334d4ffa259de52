"""The pages of attendance in a real browser: axe-core, reflow, targets, spacing, light and dark, without any script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from course_builder.meetings import attendance, guests
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.models import Meeting
from tests.meetings.held import Held
from tests.web.authoring.site import unlike_itself
from tests.web.served import signed_in

pytestmark = pytest.mark.browser


@pytest.fixture
def page(held: Held, browser: Browser) -> Iterator[Page]:
    """Of a leader whose hour is open; Elin and a guest are there."""
    people, now = held.region.people, held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        hour.began = now
        row = guests.person_on_list(session, hour, people["employee"])
        assert row is not None
        attendance.tick(session, hour, row.id, True, How.TICK, people["manager"], now)
        guests.guest(
            session, hour, "Gunilla Gäst-Nilsson-Fredriksson", None, How.WALK_IN, people["manager"], now
        )
        attendance.say_guests(session, hour, 2)
    with signed_in(browser, held.region, "manager") as page:
        yield page


def test_every_page_looks_right(page: Page, held: Held) -> None:
    at = f"/apt/{held.meeting_id}"
    found: list[str] = []
    for path in ("/attendance", "/attendance?all_but", "/attendance?q=sven", "/attendance/paste", "/attendance/wall", "/again"):  # fmt: skip
        page.goto(at + path)
        found += unlike_itself(page, f"attend{path}")
    page.goto(f"{at}/attendance/paste")
    page.get_by_label("Namn på dem som deltog").fill("Elin Medarbetare\nAnna\nÅsa Okänd")
    page.get_by_role("button", name="Se vilka som känns igen").click()
    found += unlike_itself(page, "attend-matched")
    page.goto(f"{at}/attendance")
    page.get_by_role("button", name="Ange bara ett antal i stället").click()
    found += unlike_itself(page, "attend-asked")
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).ended = held.region.time()
    for path in ("/attendance", "/absent", "/absent/paper"):
        page.goto(at + path)
        found += unlike_itself(page, f"attend-after{path}")
    assert found == []


def test_what_a_phone_sees(page: Page, held: Held) -> None:
    page.goto(f"/apt/{held.meeting_id}/attendance/wall")
    address = page.locator("figcaption").inner_text()
    page.goto(address[address.index("/apt/here") :])
    found = unlike_itself(page, "attend-here")
    page.get_by_role("button", name="Jag är här").click()
    page.get_by_text("Du är noterad som närvarande.").wait_for()
    assert found + unlike_itself(page, "attend-here-done") == []
