"""A course from a starter, by keyboard alone: two modules made, moved, removed and taken back. And every page looked at."""

import pytest
from playwright.sync_api import Page, expect

from course_builder.content.structure.outline import outline
from tests.acceptance.axe import violations
from tests.acceptance.web import Complaints
from tests.web.authoring.drafted import COURSE, LESSON, written
from tests.web.authoring.site import AT, Opens, address, opens
from tests.web.region import Region

__all__ = ["address", "opens"]
pytestmark = pytest.mark.browser
MANY = 60
"""Tab presses within which what is wanted must come."""


def tab_to(page: Page, role: str, name: str) -> None:
    """Presses Tab until it has the focus."""
    wanted = page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
    for _ in range(MANY):
        if wanted.count() and wanted.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {role} {name}")


def press(page: Page, role: str, name: str) -> None:
    tab_to(page, role, name)
    page.keyboard.press("Enter")


def shape(region: Region, name: str) -> list[tuple[str, list[str]]]:
    known = outline(written(region, "course.yaml", name))
    assert known is not None
    return [(branch.title, [leaf.key for leaf in branch.leaves]) for branch in known.branches]


def add(page: Page, kind: str, title: str) -> None:
    press_adding(page)
    page.keyboard.press("Tab")
    page.keyboard.type(title)
    press(page, "button", kind)
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def press_adding(page: Page) -> None:
    """`Lägg till` is a disclosure, which has no role of its own to be found by."""
    for _ in range(MANY):
        if page.evaluate("document.activeElement.matches('[data-adding] summary')"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab never came to Lägg till")


def test_a_course_of_two_modules_by_keyboard_alone(region: Region, opens: Opens) -> None:
    page = opens("trainer", "/courses/")
    complaints = Complaints(page, page.url.split("/courses")[0])
    press(page, "link", "Ny kurs")
    page.wait_for_url("**/write/new")
    page.keyboard.type("Barn i väntrummet")
    press(page, "button", "Skapa kursen")
    page.wait_for_url("**/write/course/barn-i-vantrummet/")
    add(page, "Modul", "Andra delen")
    add(page, "Avsnitt", "Efter besöket")
    name = "barn-i-vantrummet"
    assert shape(region, name) == [
        ("Möta barn i vården", ["lesson:forsta-motet.md", "lesson:forklara-i-steg.md", "quiz:mota-barn"]),
        ("Andra delen", ["lesson:andra-delen-1.md", "lesson:efter-besoket.md"]),
    ]

    tab_to(page, "link", "Efter besöket")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-said]")).to_contain_text(
        "”Efter besöket” är nu nummer 1 av 2 i ”Andra delen”."
    )
    expect(page.get_by_role("link", name="Efter besöket")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-said]")).to_contain_text("nummer 4 av 4 i ”Möta barn i vården”")

    tab_to(page, "link", "Modul 2: Andra delen")
    page.keyboard.press("Delete")
    toast = page.get_by_role("group", name="”Andra delen” togs bort")
    expect(toast).to_be_visible()
    assert len(shape(region, name)) == 1
    press(page, "button", "Ångra")
    expect(page.get_by_role("link", name="Modul 2: Andra delen")).to_be_visible()
    assert shape(region, name)[1] == ("Andra delen", ["lesson:andra-delen-1.md"])

    tab_to(page, "link", "Modul 2: Andra delen")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-said]")).to_contain_text("”Andra delen” är nu modul 1 av 2.")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("link", name="Modul 2: Andra delen")).to_be_visible()
    page.keyboard.press("Control+y")
    expect(page.get_by_role("link", name="Modul 1: Andra delen")).to_be_visible()
    assert complaints.heard == []


def test_dragging_does_what_the_keys_do(region: Region, opens: Opens) -> None:
    page = opens("trainer", f"{AT}/")
    film, lesson = page.locator('[data-key="film:filmen"] a'), page.locator(f'[data-key="lesson:{LESSON}"] a')
    film.drag_to(lesson, target_position={"x": 20, "y": 2})
    expect(page.locator("[data-said]")).to_contain_text("nummer 1 av 3")
    assert shape(region, COURSE) == [("Start", ["film:filmen", f"lesson:{LESSON}", "quiz:prov"])]


def test_renaming_from_the_outline(region: Region, opens: Opens) -> None:
    page = opens("trainer", f"{AT}/")
    page.locator(f'[data-key="lesson:{LESSON}"] a').focus()
    page.keyboard.press("F2")
    page.keyboard.type("Nytt namn")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Nytt namn")).to_be_focused()
    assert "# Nytt namn\n" in written(region, LESSON)


PAGES = (
    f"{AT}/", f"{AT}/{LESSON}", f"{AT}/module/start", f"{AT}/course.yaml?as=text", f"{AT}/history", f"{AT}/history/1", f"{AT}/use",
    "/write/new", "/write/sets/", "/write/sets/new", "/write/bin", "/write/take-in", "/courses/",
)  # fmt: skip


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opens: Opens, width: int, scheme: str) -> None:
    """Done means: axe-core finds nothing in the editor; nothing is wider than the screen."""
    page = opens("trainer", "/write/bin", viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = {}
    for where in PAGES:
        page.goto(where)
        page.wait_for_timeout(300)
        wrong = violations(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append("wider than the screen")
        if wrong:
            found[where] = wrong
    assert found == {}


def test_on_a_narrow_screen_the_ways_are_links(opens: Opens) -> None:
    page = opens("trainer", f"{AT}/{LESSON}", viewport={"width": 320, "height": 700})
    expect(page.locator("[data-fold]")).not_to_have_attribute("open", "")
    page.get_by_role("navigation", name="Hoppa till").get_by_role("link", name="Innehåll").click()
    expect(page.get_by_role("link", name="Om kursen")).to_be_visible()


def test_what_another_trainer_moves_is_seen_without_a_new_page(region: Region, opens: Opens) -> None:
    tove, karin = opens("trainer", f"{AT}/{LESSON}"), opens("coordinator", f"{AT}/{LESSON}")
    karin.locator(f'[data-key="lesson:{LESSON}"] a').focus()
    karin.keyboard.press("Alt+ArrowDown")
    expect(karin.locator("[data-said]")).to_contain_text("nummer 2 av 3")
    tove.evaluate("dispatchEvent(new Event('focus'))")
    expect(tove.locator("[data-tree] li[data-key]").nth(1)).to_have_attribute("data-key", f"lesson:{LESSON}")
    expect(tove.locator("[data-said]")).to_contain_text("Innehållet har ändrats av någon annan")


def test_a_title_written_in_the_text_is_seen_in_the_outline(opens: Opens) -> None:
    page = opens("trainer", f"{AT}/{LESSON}")
    page.locator("[data-editor=text] .cm-line", has_text="# Barnets rätt").click()
    page.keyboard.press("End")
    page.keyboard.type(" i vården")
    expect(page.get_by_role("heading", level=1)).to_have_text("Barnets rätt i vården")
    expect(page.get_by_role("link", name="Barnets rätt i vården")).to_be_visible()
