"""What an hour is for, in one story: planned, late and on time again, killed and cut off, attended, held again, done alone,
followed up, and on the unit's page of the year.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.learning.days import SWEDEN
from course_builder.learning.models import Completion, Source
from course_builder.meetings.models import Ballot, Meeting, Phone
from course_builder.people.models import Person
from course_builder.settings import Settings
from tests.acceptance.twin import take_alone
from tests.acceptance.workplace import STARTS, Workplace, said, workplace
from tests.meetings.run import synchronized

pytestmark = pytest.mark.browser

HOUR = "/apt/1"
DESK, WALL = {"width": 1280, "height": 900}, {"width": 1280, "height": 720}
THERE = (
    "Amir N.", "Anna O.", "Berit H.", "Diana K.", "Fatima A.", "Jonas W.", "Linus E.", "Maria C.", "Petra G.", "Sara L.", "Yusuf M.",
)  # fmt: skip
AT_NIGHT = ("Nils T.", "Ture A.")
ALONE = "Elin Medarbetare"
NIGHT = datetime(2026, 12, 14, 20, 0, tzinfo=UTC)
NEXT = datetime(2027, 1, 14, 13, 0, tzinfo=UTC)
MOST_PRESSES = 9
CORNERS = (
    "Barnet får veta först",
    "Barnet får veta först",
    "Någon annan",
    "Barnet får veta först",
    "Någon annan",
)
ACTIONS = (
    ("Den som ropar in hälsar på barnet först", "Receptionen", "Barnet blir tilltalat med sitt namn"),
    ("Låna ut en pall till vågrummet", "Vågrummet", "Barnet kan kliva upp själv"),
)


@pytest.fixture
def work(browser: Browser, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(browser, tmp_path) as made:
        yield made


@pytest.mark.timeout(900)
def test_planned_run_late_killed_attended_held_again_done_alone_and_followed_up(work: Workplace) -> None:
    planned(work)
    desk, wall = opened(work)
    late_and_on_time(work, desk)
    cut_off_and_killed(work, desk, wall)
    a_break(work, desk, wall)
    phones_answer(work, desk, wall)
    agreed(work, desk)
    ticked(desk)
    ended_on_time(work, desk)
    notes(desk)
    held_again(work)
    the_last_one_alone(work)
    followed_up(work)
    stored(work)


def planned(work: Workplace) -> None:
    page = work.machine("manager", viewport=DESK).pages[0]
    page.goto("/apt")
    page.get_by_role("link", name="Planera en timme").click()
    expect(page.get_by_label("60 min")).to_be_checked()
    page.get_by_label("Dag").fill("2026-12-10")
    page.get_by_role("button", name="Planera timmen").click()
    said(
        page,
        "Planera er timme",
        "60 minuter av 60",
        "Torsdag 10 december 2026, 14.00–15.00",
        "Maria Chef och Anna Ombud",
        "14 personer",
    )
    page.context.close()
    work.contexts.clear()


def opened(work: Workplace) -> tuple[Page, Page]:
    """A minute before the hour, on one laptop with a projector."""
    work.until(STARTS)
    context = work.machine("manager", viewport=DESK)
    desk = context.pages[0]
    desk.goto(HOUR)
    desk.get_by_role("link", name="Kör timmen").click()
    with context.expect_page() as found:
        desk.get_by_role("button", name="Öppna rumsvyn").first.click()
    wall = found.value
    wall.set_viewport_size(WALL)
    expect(wall.get_by_role("heading", name="Barnkonventionen och vårt uppdrag")).to_be_visible()
    desk.get_by_role("button", name="Börja timmen").click()
    expect(wall.get_by_role("heading", name="Välkommen")).to_be_visible()
    said(desk, "Ni slutar 15.00")
    return desk, wall


def late_and_on_time(work: Workplace, desk: Page) -> None:
    """The first item takes three minutes as planned, the second eleven instead of five."""
    later(work, desk, 3)
    onward(desk, "Varför gör vi det här?")
    later(work, desk, 11)
    said(desk, "ni ligger 6 min efter", "Slut 15.06 om inget ändras")
    desk.get_by_role("button", name="Gör så: Korta två punkter").click()
    said(desk, "Ni ligger i fas")


def onward(desk: Page, title: str) -> None:
    """To the next item, past the pages and phases of this one."""
    heading = desk.locator("#now-heading")
    for _ in range(MOST_PRESSES):
        if heading.inner_text() == title:
            return
        press_next(desk)
    expect(heading).to_have_text(title)


def press_next(desk: Page, heard: bool = True) -> None:
    if not heard:
        desk.keyboard.press("n")
        return
    with desk.expect_response("**/stage"):
        desk.keyboard.press("n")


def later(work: Workplace, desk: Page, minutes: float) -> None:
    """The server's clock is moved before the page's. What the page asked in between it asks once more."""
    synchronized(desk)
    work.later(minutes)
    synchronized(desk)
    for _ in range(100):
        if desk.locator("[data-is=clock]").inner_text() == f"{work.server.now.astimezone(SWEDEN):%H:%M}":
            return
        desk.evaluate("dispatchEvent(new Event('online'))")
        desk.wait_for_timeout(100)
    raise AssertionError(desk.locator("[data-is=clock]").inner_text())


def left(desk: Page) -> float:
    """Minutes of what is on the wall: an item, or a step of a talk in three. Nothing when it has had its time."""
    shown = desk.locator("[data-is=left]").inner_text()
    minutes, seconds = ("0", "0") if shown.startswith("+") else shown.split(":")
    return int(minutes) + int(seconds) / 60


def pass_item(work: Workplace, desk: Page, title: str, heard: bool = True) -> None:
    """It takes what it may take."""
    heading = desk.locator("#now-heading")
    for _ in range(MOST_PRESSES):
        if heading.inner_text() == title:
            return
        if heard:
            later(work, desk, left(desk))
        else:
            work.later(left(desk))
        press_next(desk, heard)
    expect(heading).to_have_text(title)


def cut_off_and_killed(work: Workplace, desk: Page, wall: Page) -> None:
    onward(desk, "Incheckning")
    desk.context.set_offline(True)
    pass_item(work, desk, "Vad hoppas du att ett barn minns efter ett besök hos oss?", heard=False)
    expect(wall.get_by_role("heading", name="Vad hoppas du att ett barn minns")).to_be_visible()
    said(desk, "Nätet är borta.")
    desk.context.set_offline(False)
    later(work, desk, 0.2)
    said(desk, "Nätet är tillbaka.")
    synchronized(desk)
    work.server.kill()
    pass_item(work, desk, "Vad ser ett barn först när det kommer in hos oss?", heard=False)
    expect(wall.get_by_role("heading", name="Vad ser ett barn först")).to_be_visible()
    work.server.start()
    later(work, desk, 0.2)
    said(desk, "Nätet är tillbaka.")


def a_break(work: Workplace, desk: Page, wall: Page) -> None:
    pass_item(work, desk, "Väntrummet")
    desk.keyboard.press("t")
    said(desk, "Tacka", "Gräv inte", "Orosanmälan görs inte här. Följ er rutin.")
    expect(wall.locator("[data-is=calm]")).to_be_visible()
    later(work, desk, 1)
    desk.locator("[data-do=calm-end]").click()
    expect(wall.locator("[data-is=calm]")).to_be_hidden()
    said(desk, "ni ligger 1 min efter")
    desk.get_by_role("button", name="Gör så").first.click()
    said(desk, "Ni ligger i fas")


def phones_answer(work: Workplace, desk: Page, wall: Page) -> None:
    """Five phones; the room sees nothing before the leader shows it."""
    for title in (
        "Vad gjorde den vuxna som satte sig på huk, och i vilken ordning?", "Vilken rättighet stod på spel när ingen såg barnets hand?",
        "När går pappret över barnets huvud hos oss?",
    ):  # fmt: skip
        pass_item(work, desk, title)
    code = desk.locator(".polls strong.num").inner_text().split()[-1]
    phones = work.phones(5)
    for phone in phones:
        phone.goto("/rum")
        phone.get_by_role("textbox").fill(code)
        phone.get_by_role("button").first.click()
        said(phone, "Svaren sparas utan namn")
    said(desk, "5 telefoner är med")
    desk.get_by_text("Egen fråga").click()
    desk.get_by_label("Fråga", exact=True).fill("Vad gör vi när tiden är knapp?")
    desk.get_by_label("Svar, ett på varje rad").fill("Barnet får veta först\nNågon annan")
    desk.get_by_role("button", name="Öppna frågan").click()
    for phone, answer in zip(phones, CORNERS, strict=True):
        phone.get_by_label(answer).check()
        phone.get_by_role("button", name="Svara").click()
        said(phone, "Sparat")
    assert wall.get_by_text("Barnet får veta först").count() == 0
    desk.get_by_role("button", name="Stäng frågan").click()
    desk.get_by_role("button", name="Visa svaren för rummet").click()
    expect(wall.locator("[data-is=results]")).to_contain_text("Barnet får veta först")


def agreed(work: Workplace, desk: Page) -> None:
    later = {
        "Den vuxna på huk behövde femton sekunder. Vad gör vi med femton sekunder, från och med måndag?": 1,
        "Hos oss, en eller två åtgärder": 2,
    }
    for title in later:
        pass_item(work, desk, title)
    for what, who, sign in ACTIONS:
        desk.get_by_label("Vad gör vi?").fill(what)
        desk.get_by_label("Vem ansvarar?").fill(who)
        desk.get_by_label("Hur märker ett barn det?").fill(sign)
        desk.get_by_role("button", name="Lägg till åtgärden").click()
        said(desk, what)


def ticked(desk: Page) -> None:
    for name in THERE:
        desk.get_by_role("checkbox", name=name).check()
    expect(desk.locator("[data-is=attendance] [data-is=count]")).to_have_text("11 av 14")


def ended_on_time(work: Workplace, desk: Page) -> None:
    pass_item(work, desk, "Tre frågor")
    pass_item(work, desk, "Avslut")
    later(work, desk, left(desk))
    said(desk, "Ni ligger i fas")
    expect(desk.locator("[data-is=clock]")).to_have_text("15:00")
    desk.get_by_role("button", name="Avsluta", exact=True).click()
    desk.locator("[data-do=done]").click()
    desk.wait_for_url("**/after")
    said(desk, "närvarande, av 14", "Följ upp åtgärderna")


def notes(desk: Page) -> None:
    desk.get_by_role("link", name="Läs, kopiera och hämta").click()
    said(desk, "Minnesanteckningar", ACTIONS[0][0])
    paper = desk.request.get(desk.get_by_role("link", name="Hämta som PDF").get_attribute("href") or "")
    assert paper.body().startswith(b"%PDF-")


def held_again(work: Workplace) -> None:
    """For two of the night shift, a few days later."""
    desk = work.contexts[0].pages[0]
    desk.goto(f"{HOUR}/again")
    said(desk, "3 personer har inte varit med än")
    desk.get_by_label("Dag").fill("2026-12-14")
    desk.get_by_label("Börjar").fill("21:00")
    desk.get_by_role("button", name="Planera timmen igen").click()
    work.until(NIGHT)
    desk = again(work, "rep")
    desk.goto("/apt/2/lead")
    desk.get_by_role("button", name="Börja timmen").click()
    for name in AT_NIGHT:
        desk.get_by_role("checkbox", name=name).check()
    expect(desk.locator("[data-is=attendance] [data-is=count]")).to_have_text("2 av 3")
    desk.get_by_role("button", name="Avsluta", exact=True).click()
    desk.locator("[data-do=done]").click()
    desk.wait_for_url("**/after")


def again(work: Workplace, key: str) -> Page:
    """Another day: a browser that has been opened anew."""
    for context in work.contexts:
        context.close()
    work.contexts.clear()
    return work.machine(key, viewport=DESK).pages[0]


def the_last_one_alone(work: Workplace) -> None:
    work.later(60)
    desk = again(work, "manager")
    desk.goto("/apt/2/absent")
    said(desk, ALONE)
    desk.get_by_role("button", name="Be dem göra timmen i efterhand").click()
    her = work.machine("employee", viewport=DESK).pages[0]
    take_alone(her, work.course)
    desk.goto("/apt/2/absent")
    said(desk, "Gjort i Kursbyggaren")
    desk.goto("/apt/2/again")
    said(desk, "Tillsammans: 13 närvarande, 1 gjorde i efterhand, 0 återstår.")


def followed_up(work: Workplace) -> None:
    work.until(NEXT - timedelta(days=2))
    desk = again(work, "manager")
    desk.goto("/apt/new")
    desk.get_by_label("5 min", exact=False).first.check()
    desk.get_by_label("Dag").fill("2027-01-14")
    desk.get_by_role("button", name="Planera timmen").click()
    said(desk, *(what for what, _, _ in ACTIONS))
    desk.goto("/unit")
    unit = desk.url.rpartition("/")[2]
    desk.goto(f"/unit/{unit}/actions")
    for what, _, _ in ACTIONS:
        card = desk.get_by_role("article", name=what)
        card.get_by_role("radio", name="Klar").check()
        card.get_by_label("En rad om vad det ledde till").fill(
            "Två barn berättade att de visste vad som skulle hända."
        )
        card.locator("form[action$=mark] button, form button.primary").first.click()
    said(desk, "Inga öppna åtgärder")
    desk.goto(f"/unit/{unit}/year/2026")
    text = desk.locator("#year-text").inner_text()
    assert [what for what, _, _ in ACTIONS if what not in text] == []
    assert "Två barn berättade" in text


def stored(work: Workplace) -> None:
    """Fourteen completions, each with its release and where it is from; nothing is left of what phones answered."""
    work.server.kill()
    database = Database(Settings(data=str(work.server.data)).database)
    with database.reading() as session:
        rows = session.execute(
            select(Person.name, Completion.source, Completion.release_id).join(
                Person, Person.id == Completion.person_id
            )
        ).all()
        assert sorted(row.source for row in rows) == [Source.APT] * 13 + [Source.HERE]
        assert {row.release_id for row in rows} == {1}
        assert {row.name for row in rows if row.source == Source.HERE} == {ALONE}
        assert len({row.name for row in rows}) == 14
        assert session.scalars(select(Ballot)).all() == session.scalars(select(Phone)).all() == []
        first = session.get_one(Meeting, 1)
        assert (first.rested_minutes, first.code, first.door, first.wall, first.salt) == (
            1,
            None,
            None,
            None,
            None,
        )
    database.close()
