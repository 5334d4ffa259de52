"""The film discussion in a real browser, from a folder on disk as a learner opens it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.films import CANARY, course

pytestmark = pytest.mark.browser

OWN, LINK, LESSON, LAST = course().parts
LATE = 0.25
"""Seconds that a stop may come too late."""


@pytest.fixture
def shown(page: Page, films: Path) -> Iterator[Page]:
    """The page, with every complaint of the browser and every address it asks for written down."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: complaints.append(request.url) if urlsplit(request.url).scheme == "https" else None,
    )
    to_part(page, films, OWN)
    yield page
    assert complaints == []


def to_part(page: Page, films: Path, part: Any) -> None:
    page.goto(f"{(films / 'index.html').as_uri()}#p-{part.key}")
    expect(page.locator(f"#p-{part.key}")).to_be_visible()


def part_of(page: Page, part: Any = OWN) -> Locator:
    return page.locator(f"#p-{part.key}")


def button(page: Page, name: str, part: Any = OWN) -> Locator:
    return part_of(page, part).get_by_role("button", name=name, exact=True)


def to_film(page: Page) -> None:
    button(page, "Till filmen").click()
    expect(button(page, "Spela")).to_be_visible()
    page.wait_for_function("document.querySelector('video').readyState > 0")
    part_of(page).locator("video").evaluate("video => { video.muted = true }")


def time(page: Page, part: Any = OWN) -> float:
    return float(part_of(page, part).locator("video").evaluate("video => video.currentTime"))


def seek(page: Page, seconds: float, part: Any = OWN) -> None:
    video = part_of(page, part).locator("video")
    video.evaluate(
        "(video, to) => new Promise(done => { video.onseeked = done; video.currentTime = to })", seconds
    )


def wait_for_stop(page: Page, number: int) -> Locator:
    card = part_of(page).get_by_role("region", name=f"Filmen väntar på dig · paus {number} av 2")
    expect(card).to_be_visible()
    return card


def watch(page: Page) -> None:
    """All of it, going on from both stops."""
    button(page, "Spela").click()
    for number in (1, 2):
        wait_for_stop(page, number).get_by_role("button", name="Fortsätt filmen").click()
    expect(part_of(page).get_by_text("Filmen räknas som sedd.")).to_be_visible()


def is_done(page: Page, part: Any) -> bool:
    return "klar" in page.get_by_role("navigation").locator(f'a[href="#p-{part.key}"]').inner_text()


def kept(page: Page) -> str:
    return str(page.evaluate("JSON.stringify(Object.entries(localStorage))"))


def test_it_stops_at_the_time_code_and_puts_the_question_in_focus(shown: Page) -> None:
    to_film(shown)
    button(shown, "Spela").click()
    card = wait_for_stop(shown, 1)
    expect(card).to_be_focused()
    expect(card).to_have_accessible_name(
        re.compile(r"paus 1 av 2.* Skriv två saker som barnet vet just nu\.$")
    )
    assert 2 <= time(shown) < 2 + LATE
    expect(part_of(shown).get_by_text("Paus 1 av 2", exact=True)).to_be_visible()
    expect(button(shown, "Paus 1, du är här")).to_be_visible()
    card.get_by_role("button", name="Fortsätt filmen").click()
    expect(card).to_be_hidden()
    expect(button(shown, "Pausa")).to_be_focused()
    wait_for_stop(shown, 2)
    assert 4 <= time(shown) < 4 + LATE
    expect(button(shown, "Paus 1, klar")).to_be_visible()


def test_the_last_part_can_be_seen_again_and_stops_again(shown: Page) -> None:
    to_film(shown)
    seek(shown, 3.5)
    button(shown, "Spela").click()
    card = wait_for_stop(shown, 2)
    card.get_by_role("button", name="Se sista delen igen").click()
    expect(card).to_be_hidden()
    assert 2 <= time(shown) < 4
    wait_for_stop(shown, 2)


def test_watched_to_the_end_counts_and_a_jump_does_not(shown: Page) -> None:
    to_film(shown)
    seek(shown, 5.5)
    button(shown, "Spela").click()
    shown.wait_for_function("document.querySelector('video').ended")
    assert not is_done(shown, OWN)
    seek(shown, 0)
    watch(shown)
    assert is_done(shown, OWN)


def test_the_text_read_to_its_end_counts_as_much(shown: Page) -> None:
    button(shown, "Läs texten till filmen i stället").click()
    expect(part_of(shown).get_by_role("heading", name="Texten till filmen")).to_be_focused()
    assert not is_done(shown, OWN)
    button(shown, "Jag har läst texten").click()
    expect(part_of(shown).get_by_text("Filmen räknas som sedd.")).to_be_visible()
    expect(shown.get_by_role("status").filter(has_text="Filmen räknas som sedd.")).to_have_count(1)
    assert is_done(shown, OWN)


def test_a_long_text_counts_when_the_reader_has_scrolled_to_its_end(shown: Page) -> None:
    to_film(shown)
    box = part_of(shown).locator(".lines")
    box.evaluate("box => { box.style.maxHeight = '4rem' }")
    seek(shown, 3.3)
    shown.wait_for_timeout(100)
    assert not is_done(shown, OWN)
    box.hover()
    shown.mouse.wheel(0, 2000)
    expect(part_of(shown).get_by_text("Filmen räknas som sedd.")).to_be_visible()


def test_captions_are_on_and_the_choice_is_remembered(shown: Page, films: Path) -> None:
    to_film(shown)
    seek(shown, 2)
    cues = "[...document.querySelector('video').textTracks].filter(t => t.mode == 'showing').flatMap(t => [...t.activeCues]).map(c => c.text)"
    assert shown.evaluate(cues) == ["Mamman: Snart är det vår tur."]
    expect(button(shown, "Undertext")).to_have_attribute("aria-pressed", "true")
    button(shown, "English").click()
    assert shown.evaluate(cues) == ["Mother: Soon it is our turn."]
    expect(part_of(shown).get_by_text("[A clock ticks]")).to_be_visible()
    button(shown, "English").click()
    assert shown.evaluate(cues) == []
    shown.reload()
    expect(button(shown, "Undertext")).to_have_attribute("aria-pressed", "false")
    to_part(shown, films, LESSON)
    expect(button(shown, "Undertext", LESSON)).to_have_attribute("aria-pressed", "false")


def test_the_described_version_takes_over_where_the_film_was(shown: Page) -> None:
    to_film(shown)
    seek(shown, 1)
    button(shown, "Syntolkning").click()
    video = part_of(shown).locator("video")
    expect(video).to_have_js_property("src", shown.url.split("index")[0] + "media/short-described.webm")
    shown.wait_for_function("Math.abs(document.querySelector('video').currentTime - 1.5) < 0.01")
    expect(part_of(shown).get_by_text("0:01 / 0:08")).to_be_visible()
    expect(button(shown, "Syntolkning")).to_have_attribute("aria-pressed", "true")
    cues = "[...document.querySelector('video').textTracks][0].cues[1].startTime"
    assert shown.evaluate(cues) == pytest.approx(2.4)
    button(shown, "Spela").click()
    wait_for_stop(shown, 1)
    assert 3 <= time(shown) < 3 + LATE
    shown.reload()
    expect(button(shown, "Syntolkning")).to_have_attribute("aria-pressed", "true")
    button(shown, "Syntolkning").click()
    shown.wait_for_function("Math.abs(document.querySelector('video').currentTime - 2) < 0.3")
    expect(part_of(shown).get_by_text(re.compile(r"/ 0:06"))).to_be_visible()


def test_a_film_left_in_the_middle_goes_on_there(shown: Page) -> None:
    to_film(shown)
    button(shown, "Spela").click()
    wait_for_stop(shown, 1).get_by_role("button", name="Fortsätt filmen").click()
    shown.evaluate("document.querySelector('video').playbackRate = 0.25")
    shown.wait_for_function("document.querySelector('video').currentTime > 3.2")
    button(shown, "Pausa").click()
    shown.wait_for_timeout(300)
    left_at = time(shown)
    shown.reload()
    expect(part_of(shown).get_by_role("heading", name="Filmen", exact=True)).to_be_visible()
    shown.wait_for_function("document.querySelector('video').currentTime >= 3")
    assert time(shown) == pytest.approx(left_at, abs=1)
    expect(button(shown, "Paus 1, klar")).to_be_visible()
    share = part_of(shown).get_by_text(re.compile(r"Du har sett \d+ % av filmen")).inner_text()
    assert 45 <= int(re.sub(r"\D", "", share)) <= 95


def test_a_line_of_the_text_leads_to_its_time_and_is_marked(shown: Page) -> None:
    to_film(shown)
    lines = part_of(shown).get_by_role("listitem").filter(has=shown.locator("time"))
    lines.filter(has_text="Vad vet barnet").get_by_role("button", name="0:03").click()
    expect(lines.filter(has_text="Vad vet barnet")).to_have_attribute("aria-current", "true")
    assert time(shown) == pytest.approx(3.2)
    with shown.expect_download() as download:
        button(shown, "Ladda ner texten").click()
    assert download.value.suggested_filename == "vantrum.txt"
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert re.findall(r"\d:\d\d", text) == ["0:00", "0:01", "0:03"]
    assert "Mamman: Snart är det vår tur." in text


def test_notes_stay_in_this_window_and_can_be_taken_home(shown: Page) -> None:
    part_of(shown).get_by_label("Dina tankar").first.fill("Handen som åkte upp")
    to_film(shown)
    seek(shown, 1.8)
    button(shown, "Spela").click()
    card = wait_for_stop(shown, 1)
    note = card.get_by_label("Dina tankar")
    expect(note).to_have_accessible_description(
        "Det du skriver finns bara i det här fönstret. Det skickas inte till portalen."
    )
    note.fill("Barnet vet inte vad som ska hända")
    with shown.expect_download() as download:
        card.get_by_role("button", name="Spara som fil").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert "Skriv två saker som barnet vet just nu.\r\nBarnet vet inte vad som ska hända" in text
    assert "Vad hoppas du att ett barn minns?\r\nHanden som åkte upp" in text
    assert "ska hända" not in kept(shown)
    assert "ska hända" not in str(shown.evaluate("JSON.stringify(Object.entries(sessionStorage))"))
    shown.reload()
    assert shown.locator("textarea").evaluate_all("all => all.map(each => each.value).join('')") == ""


def test_a_film_by_link(shown: Page, films: Path) -> None:
    to_part(shown, films, LINK)
    link = part_of(shown, LINK).get_by_role("link", name="Öppna filmen i en ny flik")
    expect(link).to_have_attribute("target", "_blank")
    question = part_of(shown, LINK).get_by_role("heading", name="Vad vet barnet just nu?")
    expect(part_of(shown, LINK).get_by_text("Paus 1 av 1 · stanna vid 0:41")).to_be_visible()
    expect(question).to_be_hidden()
    button(shown, "Jag är framme", LINK).click()
    expect(question).to_be_visible()
    expect(part_of(shown, LINK).get_by_role("region", name="stanna vid 0:41")).to_be_focused()
    assert not is_done(shown, LINK)
    button(shown, "Jag har sett filmen", LINK).click()
    expect(part_of(shown, LINK).get_by_text("Filmen räknas som sedd.")).to_be_visible()
    assert is_done(shown, LINK)
    assert shown.locator("iframe, object, embed").count() == 0


def test_nothing_for_the_leader_is_in_any_file(films: Path) -> None:
    for path in films.rglob("*"):
        assert not path.is_file() or CANARY.encode() not in path.read_bytes(), path.name


def test_keys_work_in_the_film_and_nowhere_else(shown: Page) -> None:
    to_film(shown)
    paused = "document.querySelector('video').paused"
    shown.keyboard.press("k")
    assert shown.evaluate(paused)
    button(shown, "Tillbaka 10 s").focus()
    shown.keyboard.press("k")
    assert not shown.evaluate(paused)
    part_of(shown).get_by_role("slider", name="Plats i filmen").focus()
    shown.keyboard.press("Space")
    assert shown.evaluate(paused)
    before = time(shown)
    shown.keyboard.press("ArrowRight")
    assert time(shown) > before
    button(shown, "Ljud").focus()
    shown.keyboard.press("Space")
    assert shown.evaluate(paused)


def test_a_keyboard_gets_through_without_a_trap(shown: Page) -> None:
    """Tab from the steps to the next part, and every stop of it has a name and is large enough."""
    to_film(shown)
    part_of(shown).get_by_role("link", name="Film och pauser").focus()
    seen: list[str] = []
    for _ in range(60):
        shown.keyboard.press("Tab")
        here = json.loads(str(shown.evaluate(
            "(() => { const at = document.activeElement, box = at.getBoundingClientRect();"
            " return JSON.stringify([at.getAttribute('aria-label') || at.textContent, box.width, box.height]) })()"
        )))  # fmt: skip
        assert here[0].strip()
        assert min(here[1:]) >= 24 or here[0] == "Plats i filmen", here
        seen.append(" ".join(here[0].split()))
        if seen[-1].startswith("Nästa"):
            break
    assert seen[:8] == [
        "Efter 2 min", "Plats i filmen", "Paus 1, stanna vid 0:02", "Paus 2, stanna vid 0:04", "Spela",
        "Tillbaka 10 s", "Undertext", "English",
    ]  # fmt: skip
    assert seen[-2:] == ["Till frågorna efter filmen", "Nästa: En film hos någon annan"]


def test_a_stop_leaves_full_screen_and_goes_back_to_it(shown: Page) -> None:
    to_film(shown)
    seek(shown, 1)
    button(shown, "Helskärm").click()
    shown.wait_for_function("document.fullscreenElement")
    button(shown, "Spela").click()
    card = wait_for_stop(shown, 1)
    expect(card).to_be_focused()
    assert shown.evaluate("document.fullscreenElement === null")
    card.get_by_role("button", name="Fortsätt filmen").click()
    shown.wait_for_function("document.fullscreenElement")


def test_a_film_that_cannot_be_shown_says_what_to_do(page: Page, films: Path, tmp_path: Path) -> None:
    for path in ("index.html", "player.js", "player.css"):
        (tmp_path / path).write_bytes((films / path).read_bytes())
    to_part(page, tmp_path, OWN)
    button(page, "Till filmen").click()
    expect(part_of(page).get_by_text("Filmen kan inte visas här.")).to_be_visible()
    button(page, "Jag har läst texten").click()
    assert is_done(page, OWN)


def test_everything_is_there_without_a_script(browser: Browser, films: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((films / "index.html").as_uri())
    for question in ("Vad hoppas du", "Skriv två saker", "Vad får barnet välja?", "Vad gör du på måndag?"):
        expect(part_of(page).get_by_role("heading", name=question)).to_be_visible()
    expect(part_of(page).get_by_text("Paus 1 av 2 · stanna vid 0:02")).to_be_visible()
    expect(part_of(page).get_by_text("Mamman: Snart är det vår tur.")).to_be_visible()
    expect(part_of(page).locator("video")).to_have_attribute("controls", "")
    expect(part_of(page).get_by_role("button")).to_have_count(0)
    context.close()


def test_all_of_it_prints(shown: Page) -> None:
    shown.emulate_media(media="print")
    for question in ("Vad hoppas du", "Skriv två saker", "Vad får barnet välja?", "Vad gör du på måndag?"):
        expect(part_of(shown).get_by_role("heading", name=question)).to_be_visible()
    expect(part_of(shown).get_by_text("Paus 1 av 2 · stanna vid 0:02")).to_be_visible()
    expect(part_of(shown).get_by_text("Mamman: Snart är det vår tur.")).to_be_visible()
    expect(part_of(shown).get_by_text("[A clock ticks]")).to_be_visible()
    expect(part_of(shown).get_by_role("button", name=re.compile(r"^[^\d]+$"))).to_have_count(0)


TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(shown: Page, repository: Path, films: Path, width: int, scheme: Any) -> None:
    shown.set_viewport_size({"width": width, "height": 900})
    shown.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    shown.evaluate((repository / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = violations(shown)
    to_film(shown)
    found += violations(shown)
    seek(shown, 1.8)
    button(shown, "Spela").click()
    wait_for_stop(shown, 1)
    found += violations(shown)
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    part_of(shown).get_by_role("link", name="Efter").click()
    found += violations(shown)
    for part in (LINK, LESSON):
        shown.evaluate(f"location.hash = '#p-{part.key}'")
        expect(part_of(shown, part)).to_be_visible()
        found += violations(shown)
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []
