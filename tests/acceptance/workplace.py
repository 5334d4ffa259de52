"""Barnkliniken with fourteen people, its region on a server of its own, and every browser of the hour."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from course_builder.content.course import Course
from course_builder.library.releases import course_of
from course_builder.people.models import Account, Appointment, Person, Role
from course_builder.people.passwords import hash
from course_builder.settings import Settings
from tests.acceptance.clocked import Clocked
from tests.meetings.held import publish
from tests.web.region import PEOPLE, SINCE, Region, opened

PLANNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
STARTS = datetime(2026, 12, 10, 13, 0, tzinfo=UTC)
"""Thursday, 14.00 in Sweden."""
COLLEAGUES = (
    "Amir Norberg", "Berit Hall", "Diana Kovac", "Fatima Ali", "Jonas Wik", "Linus Ek", "Nils Torp", "Petra Gren", "Sara Lind",
    "Ture Ask", "Yusuf Mo",
)  # fmt: skip
"""With Elin, Anna and Maria they are fourteen."""
SIGNING_IN = ("rep", "manager", "employee", "coordinator")
"""Milliseconds."""
PASSWORD = "sju glada grodor hoppar"


class Workplace:
    """`later` moves every clock there is: the server's and those of the browsers."""

    def __init__(self, server: Clocked, browser: Browser, course: Course) -> None:
        self.server, self.browser, self.course = server, browser, course
        self.contexts: list[BrowserContext] = []

    def machine(self, key: str = "", **options: Any) -> BrowserContext:
        """A browser of its own, in which `key` has signed in when one is named."""
        context = self.browser.new_context(
            base_url=self.server.address, reduced_motion="reduce", locale="sv-SE", timezone_id="Europe/Stockholm", **options
        )  # fmt: skip
        context.clock.install(time=self.server.now)
        self.contexts.append(context)
        if key:
            sign_in(context.new_page(), key)
        return context

    def phones(self, many: int) -> list[Page]:
        return [
            self.machine(viewport={"width": 390, "height": 780}, has_touch=True).new_page()
            for _ in range(many)
        ]

    def later(self, minutes: float) -> None:
        self.server.pass_(60 * minutes)
        for context in self.contexts:
            context.clock.fast_forward(round(60_000 * minutes))

    def until(self, moment: datetime) -> None:
        self.later((moment - self.server.now).total_seconds() / 60)


@contextmanager
def workplace(browser: Browser, folder: Path) -> Iterator[Workplace]:
    data = folder / "data"
    with opened(Settings(data=str(data))) as region:
        region.time.now = PLANNING
        course = course_of(region.database, publish(region).id)
        _people(region)
    server = Clocked(data, PLANNING)
    server.start()
    made = Workplace(server, browser, course)
    try:
        yield made
    finally:
        for context in made.contexts:
            context.close()
        server.kill()


def _people(region: Region) -> None:
    """The colleagues, and passwords of those who sign in."""
    with region.database.writing() as session:
        for number, name in enumerate(COLLEAGUES):
            person = Person(name=name, employee_ref=f"K{number}")
            session.add(person)
            session.flush()
            session.add(
                Appointment(
                    person_id=person.id, unit_id=region.units["clinic"], role=Role.EMPLOYEE, starts=SINCE
                )
            )
    with region.database.writing() as session:
        for key in SIGNING_IN:
            session.get_one(Account, region.accounts[key]).password_hash = hash(PASSWORD)


def sign_in(page: Page, key: str) -> None:
    """As one does on a morning."""
    name = PEOPLE[key][0]
    page.goto("/sign-in")
    page.get_by_label("E-postadress i arbetet").fill(name.lower().replace(" ", ".") + "@exempel.se")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("link", name=name)).to_be_visible()


def said(page: Page, *texts: str) -> None:
    """Each of them can be seen."""
    for text in texts:
        expect(page.get_by_text(text).first).to_be_visible()
