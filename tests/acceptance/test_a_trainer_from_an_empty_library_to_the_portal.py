"""What authoring is for, in one story by keyboard alone: a module from nothing, cut off twice and the server killed once,
reviewed, published and taken in a portal. What was acknowledged is there, and what was typed meanwhile arrives.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from course_builder.database.migrate import up_to_date
from course_builder.database.store import Database
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft, text
from course_builder.people import passwords
from course_builder.people.models import Account, Appointment, Person, Role, Unit
from course_builder.settings import Settings
from course_builder.web.application import ROOMS_WITH_TABLES
from tests.acceptance.author import Author
from tests.faults.running import Server
from tests.films import FILMS
from tests.library.uploads.honest import picture
from tests.packaging.xsd import faults

pytestmark = pytest.mark.browser

PASSWORD = "sju glada grodor hoppar"
PEOPLE = {"tove@exempel.se": "Tove Utbildare", "karin@exempel.se": "Karin Kollega"}
COURSE, TITLE = "barn-i-vantrummet", "Barn i väntrummet"
FIRST, SECOND, FILM, QUIZ = "Det första mötet", "När vi går", "Se väntrummet med barnets ögon", "Prova dig"
SAID = "Ett barn väntar ofta länge. Säg vad som händer, och vem som kommer."
HALF = "Den här meningen skrivs när servern faller."
AWAY = "Den här skrivs när den är borta."
OFFLINE = "Den här skrivs utan nät."
ALT = "En tom stol bredvid ett fönster"
CUES = ("En klocka tickar.", "Snart är det vår tur.")
STOPS = {"0:02": "Vad vet barnet just nu?", "0:04": "Vem pratar med barnet?"}
COMMENT = "Säg också hur länge det dröjer."
EDITOR = f"/write/course/{COURSE}/"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A region with two trainers and no course."""
    settings = Settings(data=str(tmp_path / "data"))
    (tmp_path / "inga-kurser").mkdir()
    people(settings)
    server = Server(settings, [tmp_path / "inga-kurser"])
    server.start()
    yield server
    server.fall()


def people(settings: Settings) -> None:
    settings.folder.mkdir()
    for room in ROOMS_WITH_TABLES:
        import_module(f"course_builder.{room}.models")
    database, now, known = Database(settings.database), datetime.now(UTC), passwords.hash(PASSWORD)
    up_to_date(database)
    with database.writing() as session:
        unit = Unit(name="Region Exempel", path="/1/", starts=now.date())
        session.add(unit)
        session.flush()
        for email, name in PEOPLE.items():
            person = Person(name=name, email=email)
            session.add(person)
            session.flush()
            session.add(
                Appointment(person_id=person.id, unit_id=unit.id, role=Role.TRAINER, starts=now.date())
            )
            session.add(Account(person_id=person.id, password_hash=known, created=now))
    database.close()


def kept(server: Server, path: str) -> str:
    """A text of the course as the data folder has it, whoever answers for it."""
    database = Database(server.settings.database)
    with database.reading() as session:
        known = draft(session, Kind.COURSE, COURSE)
        assert known is not None
        words = text(session, known, path) or ""
    database.close()
    return words


@pytest.mark.timeout(900)
def test_a_module_from_an_empty_library_to_the_portal(
    server: Server, context: BrowserContext, browser: Browser, tmp_path: Path
) -> None:
    tove = Author(context.new_page(), server.address)
    comes_in(tove, "tove@exempel.se")
    begins(tove)
    writes_through_a_fall(tove, server)
    places_a_picture(tove, tmp_path)
    writes_without_a_net(tove, server)
    makes_the_film_discussion(tove, server)
    makes_the_quiz(tove, server)
    mends_what_stops(tove)
    is_reviewed(tove, server, browser)
    publishes(tove)
    taken = exports(tove, tmp_path)
    in_the_portal(tove)
    assert tove.found == []
    everything_is_in(taken)


def comes_in(author: Author, email: str) -> None:
    author.opens("/sign-in", "Logga in")
    author.writes("E-postadress i arbetet", email)
    author.writes("Lösenord", PASSWORD)
    author.keyboard.key("Enter")
    author.reads("Kurser")


def begins(author: Author) -> None:
    """An empty course; its first lesson is named."""
    author.looks()
    author.goes("link", "Gör den första", "Ny kurs")
    author.looks()
    author.keyboard.write(TITLE)
    author.keyboard.tab()
    author.keyboard.key("ArrowDown")
    assert author.keyboard.here().name.startswith("En tom kurs")
    author.goes("button", "Skapa kursen", TITLE)
    author.writes("Om kursen (valfritt)", "Hur ett barn har det medan det väntar.")
    author.saved()
    author.looks()


def writes_through_a_fall(author: Author, server: Server) -> None:
    """The server is killed while a sentence is on its way, and started again while the next is written."""
    author.opens(EDITOR, TITLE)
    author.adds("Avsnitt", FIRST)
    path = author.page.url.rpartition("/")[2]
    author.content()
    author.to("textbox", "Text")
    author.keyboard.key("Control+End")
    author.keyboard.write(f"\n\n{SAID}")
    author.saved()
    author.keyboard.write(f"\n\n{HALF}")
    server.fall()
    assert SAID in kept(server, path)
    author.keyboard.write(f"\n\n{AWAY}")
    expect(author.page.locator("[data-saved]")).to_contain_text("Inte sparat")
    server.start()
    author.saved()
    words = kept(server, path)
    assert [words.count(one) for one in (SAID, HALF, AWAY)] == [1, 1, 1]
    author.looks()


def places_a_picture(author: Author, folder: Path) -> None:
    """Not before somebody has said what it shows."""
    (folder / "stol.png").write_bytes(picture("PNG"))
    author.to("textbox", "Text")
    author.keyboard.key("Control+End")
    author.keyboard.write("\n\n")
    author.keyboard.tab(back=True)
    author.keyboard.key("End")
    author.keyboard.key("ArrowLeft")
    assert author.keyboard.here().is_("button", "Bild")
    author.keyboard.key("Enter")
    author.takes(folder / "stol.png")
    author.keyboard.landed(lambda stop: stop.is_("radio", "Beskriv bilden"), "a picture has come", 30)
    author.press("button", "Infoga")
    assert author.keyboard.here().is_("textbox", "Vad visar bilden?")
    author.looks()
    author.keyboard.write(ALT)
    author.press("button", "Infoga")
    author.keyboard.landed(lambda stop: stop.is_("textbox", "Text"), "the picture is placed")
    author.saved()


def writes_without_a_net(author: Author, server: Server) -> None:
    """The second lesson; the outline needs the server, the text does not."""
    author.opens(EDITOR, TITLE)
    author.adds("Avsnitt", SECOND)
    path = author.page.url.rpartition("/")[2]
    author.content()
    author.to("textbox", "Text")
    author.keyboard.key("Control+End")
    author.page.context.set_offline(True)
    author.keyboard.write(f"\n\n{OFFLINE}")
    expect(author.page.locator("[data-saved]")).to_contain_text("Inte sparat")
    author.page.context.set_offline(False)
    author.saved()
    assert OFFLINE in kept(server, path)
    author.looks()


def makes_the_film_discussion(author: Author, server: Server) -> None:
    author.opens(EDITOR, TITLE)
    author.adds("Filmsamtal", FILM)
    path = f"quizzes/{author.page.url.rpartition('/')[2]}"
    author.press("button", "Välj fil Filmfil")
    author.takes(FILMS / "short.webm")
    author.keyboard.landed(lambda stop: stop.is_("textbox", "Filmfil (valfritt)"), "the film has come", 30)
    for at, asked in STOPS.items():
        author.to("slider", "Var i filmen", back=True) if at != "0:02" else author.to(
            "slider", "Var i filmen"
        )
        author.keyboard.key("ArrowRight", 2)
        author.press("button", f"Stanna här ({at})")
        author.keyboard.landed(lambda stop: stop.is_("textbox", "Pausfråga"), "a pause is put in")
        author.keyboard.write(asked)
    assert author.to("textbox", "Längd").value == "0:06"
    author.writes("Behövs inte, för att (valfritt)", "Det som syns hörs också.")
    author.saved()
    author.looks()
    author.goes("link", "Skriv eller rätta undertext", "Undertext till short.webm", back=True)
    author.to("textbox", "Skriv nästa undertext")
    for words in CUES:
        author.keyboard.write(words)
        author.keyboard.key("Escape")
        author.page.wait_for_function("() => document.querySelector('video').currentTime % 3 > 1.6")
        author.keyboard.key("Escape")
        author.keyboard.key("Enter")
    expect(author.page.locator("[data-state]")).to_contain_text("Sparat")
    author.looks()
    author.goes("link", f"Till {FILM}", FILM, back=True)
    words = kept(server, path)
    assert [f'at: "{at}"\n    ask: {asked}' in words for at, asked in STOPS.items()] == [True, True]
    assert "    sv: media/short.sv.vtt\n" in words


def makes_the_quiz(author: Author, server: Server) -> None:
    """Five kinds; the network is away while the second is written."""
    author.adds("Quiz", QUIZ)
    author.writes("Fråga", "Vem har rätt att få veta?")
    author.writes("Alternativ 1", "Barnet självt")
    author.writes("Varför är det rätt? Alternativ 1", "Barnet ska få information som det förstår.")
    author.writes("Alternativ 2", "Bara föräldrarna")
    author.writes("Varför är det inte rätt? Alternativ 2", "Föräldrarna ska veta, men barnet också.")
    asks(author, 1, "Vad hjälper ett barn som väntar?")
    author.page.context.set_offline(True)
    author.writes("Alternativ 1", "Att få veta vad som händer")
    author.writes("Varför är det rätt? Alternativ 1", "Det ovissa är ofta värst.")
    author.writes("Alternativ 2", "Att slippa höra något")
    author.writes("Varför är det inte rätt? Alternativ 2", "Tystnad gör barn oroliga.")
    expect(author.page.locator("[data-saved]")).to_contain_text("Inte sparat")
    author.page.context.set_offline(False)
    author.saved()
    asks(author, 2, "Ett barn får säga vad det tycker om sin vård.", "Påstående")
    author.to("radio", "Ja, det stämmer")
    author.keyboard.key("Space")
    explains(author, "Artikel 12 gäller också i vården.")
    asks(author, 3, "Vilket ord säger du hellre än ”strax”?")
    author.writes("Svar som stämmer: Svar 1", "om fem minuter")
    explains(author, "Ett barn vet inte hur länge strax är.")
    asks(author, 5, "Från hur många år är man vuxen enligt barnkonventionen?")
    author.writes("Rätt tal", "18")
    explains(author, "Artikel 1: varje människa under 18 år är ett barn.")
    author.saved()
    author.looks()
    words = kept(server, f"quizzes/{author.page.url.rpartition('/')[2]}")
    kinds = re.findall("kind: (choice|choices|truth|text|number)\n", words)
    assert kinds == ["choice", "choices", "truth", "text", "number"]
    assert words.count("because: ") == 7


def asks(author: Author, place: int, words: str, field: str = "Fråga") -> None:
    """A question more, of the kind at that place of the list."""
    author.chooses("Sort av fråga att lägga till", place)
    author.press("button", "Lägg till fråga")
    author.keyboard.landed(lambda stop: stop.is_("textbox", field) and not stop.value, "a question is added")
    author.keyboard.write(words)


def explains(author: Author, words: str) -> None:
    author.writes("Vad gäller, och varför? (valfritt)", words)


def mends_what_stops(author: Author) -> None:
    author.goes("link", "Publicera …", "Kursen går inte att publicera än", back=True)
    author.looks()
    stops = author.page.get_by_role("region", name="Hindrar publicering (1)")
    expect(stops.get_by_role("listitem")).to_contain_text("Det står inte med vilken rätt filmen")
    author.press("link", f"Gå dit : Det står inte med vilken rätt filmen {FILM} får visas.")
    author.reads(FILM)
    author.keyboard.landed(lambda stop: stop.is_("textbox", "Filmfil (valfritt)"), "at what stops")
    author.writes("Grund", "Eget verk")
    author.saved()
    author.goes("link", "Publicera …", "Publicera version 1", back=True)


def is_reviewed(author: Author, server: Server, browser: Browser) -> None:
    """By somebody without an account, by a link; and by a colleague who stands for the version with her name."""
    author.goes("link", "Granska", "Granska")
    author.writes("Vem är länken till?", "Vera i barnrådet")
    author.press("button", "Gör en länk")
    address = author.page.get_by_role("textbox", name="Adress")
    expect(address).to_be_visible()
    visits(browser, address.input_value())
    author.opens(f"/write/course/{COURSE}/review", "Granska")
    expect(author.page.get_by_text(COMMENT)).to_be_visible()
    author.looks()
    author.press("button", "Markera som löst kommentaren av Vera")
    expect(author.page.get_by_text("Löst", exact=True)).to_be_visible()
    approves(browser, server.address)


def visits(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="sv-SE")
    vera = Author(context.new_page(), "")
    vera.opens(address, TITLE)
    vera.looks()
    vera.content()
    vera.writes("Ditt namn", "Vera")
    vera.writes("Kommentar", COMMENT)
    vera.press("button", "Kommentera")
    expect(vera.page.get_by_role("list").get_by_text(COMMENT)).to_be_visible()
    assert vera.found == []
    context.close()


def approves(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="sv-SE")
    karin = Author(context.new_page(), site)
    comes_in(karin, "karin@exempel.se")
    karin.opens(f"/write/course/{COURSE}/review", "Granska")
    karin.press("button", "Godkänn versionen i mitt namn")
    expect(karin.page.get_by_role("region", name="Godkännanden")).to_contain_text("Karin Kollega")
    context.close()


def publishes(author: Author) -> None:
    author.opens(f"/courses/{COURSE}/release", "Publicera version 1")
    expect(author.page.get_by_role("region", name="Granskning")).to_contain_text("Karin Kollega")
    author.looks()
    author.press("button", "Publicera version 1")
    expect(author.page.get_by_text("Version 1 är publicerad.")).to_be_visible()


def exports(author: Author, folder: Path) -> Path:
    author.goes("link", "Hämta paket av version 1", "Hämta paket")
    expect(author.page.get_by_role("radio", name=re.compile("^Annan portal"))).to_be_checked()
    author.looks()
    author.to("button", f"Hämta {COURSE}-scorm12.zip")
    with author.page.expect_download() as waited:
        author.keyboard.key("Enter")
    waited.value.save_as(folder / "paket.zip")
    return folder / "paket.zip"


def in_the_portal(author: Author) -> None:
    author.goes("link", "Provkör i portalvyn", "Så här ser portalen det", back=True)
    inside = author.page.frame_locator("#inside iframe")
    expect(inside.get_by_role("heading", level=1)).to_be_visible()
    expect(author.page.locator("[data-tile=status]")).to_have_text("Påbörjad")


def everything_is_in(taken: Path) -> None:
    with ZipFile(taken) as package:
        assert package.testzip() is None
        assert faults("scorm12", package.read("imsmanifest.xml")) == []
        page = package.read("index.html").decode()
        films = [name for name in package.namelist() if name.endswith(".webm")]
    assert [one for one in (SAID, HALF, AWAY, OFFLINE, ALT, *STOPS.values()) if one not in page] == []
    assert len(films) == 1
