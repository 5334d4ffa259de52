"""Where each begins, and what her menu offers."""

import re

import pytest

from tests.web.region import Region

COURSES = ["Mina kurser", "Kurskatalog"]
MENUS = {
    "employee": ("/mine", COURSES),
    "rep": ("/mine", [*COURSES, "Min enhet", "APT"]),
    "manager": ("/unit", [*COURSES, "Min enhet", "APT"]),
    "trainer": ("/courses/", [*COURSES, "Kurser"]),
    "admin": ("/operation", [*COURSES, "Personer", "Drift"]),
    "external": ("/mine", COURSES),
    "coordinator": (
        "/coverage",
        [
            *COURSES,
            "Min enhet",
            "APT",
            "Läget",
            "Begärda kurser",
            "Listor",
            "Handlingar",
            "Kurser",
            "Personer",
        ],
    ),
}


@pytest.mark.parametrize("key", MENUS)
def test_a_menu_offers_what_opens(region: Region, key: str) -> None:
    browser = region.as_(key)
    first, menu = MENUS[key]
    assert browser.get("/").location == first
    page = browser.get("/me").text
    offered = re.findall(
        r'<a href="([^"]+)"[^>]*>([^<]+)</a>', page.split('aria-label="Huvudmeny">')[1].split("</nav>")[0]
    )
    assert [label for _, label in offered] == menu
    opened = {address: browser.get(address, follow_redirects=True).status_code for address, _ in offered}
    assert {address: status for address, status in opened.items() if status != 200} == {}


def test_a_visitor_has_no_menu(region: Region) -> None:
    assert "Huvudmeny" not in region.anonymous().get("/sign-in").text
