"""Forms in a real browser: a question is changed by keyboard alone, and the file differs in those lines only."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.saving import create
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, written
from tests.web.authoring.site import DRAWN, PICTURES, at_work, unlike_itself
from tests.web.region import MONDAY, Region
from tests.web.served import serving

pytestmark = pytest.mark.browser
QUIZ = """\
# Skriven för hand
kind: quiz
id: prov
title: Ett prov  # visas överst

questions:
  # Den svåraste först
  - id: hxwr
    kind: choice
    ask: Vilka artiklar gäller?
    articles: [3, 12]
    options:
      - id: pdaa
        right: Artikel 1-42
        because: 'Det säger lagen.'
      - id: mzke
        wrong: Alla 54   # vanligt svar

  - id: nbvc
    kind: truth
    ask: Lagen gäller.
    right: sant
    because: Den gäller.
"""


@pytest.fixture
def site(region: Region) -> Iterator[str]:
    drafted(region)
    with region.database.writing() as session:
        create(
            session, Kind.SET, "prov", {"prov.yaml": QUIZ}, region.groups["north"], None, MONDAY, Verb.MADE
        )
    with serving(region.app) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, region: Region, site: str) -> Iterator[Page]:
    with at_work(context, region, site, expected=["409 (CONFLICT)"]) as page:
        yield page


def opened(page: Page, site: str, address: str = "/write/set/prov/") -> None:
    page.goto(site + address)
    page.locator("[data-fields]").wait_for()


def settled(page: Page) -> None:
    assert page.evaluate("window.authorDesk.settled(15000)")


def changed(
    region: Region, before: str = QUIZ, path: str = "prov.yaml", name: str = "prov", kind: Kind = Kind.SET
) -> list[str]:
    after = written(region, path, name, kind)
    found = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in found if line[0] in "+-"]


def test_a_question_is_changed_by_keyboard_and_nothing_else_is(page: Page, site: str, region: Region) -> None:
    opened(page, site)
    first = page.locator("[data-item='#hxwr']")
    wrong = first.get_by_label("Alternativ 2", exact=True)
    wrong.focus()
    page.keyboard.press("End")
    page.keyboard.type(": från 1 till 54")
    page.keyboard.press("Tab")
    expect(first.get_by_label("Varför är det inte rätt? Alternativ 2")).to_be_focused()
    page.keyboard.type("Artiklarna 43–54 är inte lag.")
    settled(page)
    assert changed(region) == [
        "-         wrong: Alla 54   # vanligt svar\n",
        '+         wrong: "Alla 54: från 1 till 54"  # vanligt svar\n',
        "+         because: Artiklarna 43–54 är inte lag.\n",
    ]


def test_options_change_places_by_key_and_say_so(page: Page, site: str, region: Region) -> None:
    opened(page, site)
    option = page.locator("[data-item='#mzke']")
    option.get_by_label("Alternativ 2", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-said]")).to_have_text("Alternativ är nu nummer 1 av 2.")
    expect(option.get_by_label("Alternativ 1", exact=True)).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-said]")).to_have_text("Alternativ 1 är redan först.")
    settled(page)
    after = written(region, "prov.yaml", "prov", Kind.SET)
    assert sorted(after.splitlines()) == sorted(QUIZ.splitlines())
    assert after.index("mzke") < after.index("pdaa")


def test_an_option_is_dragged_by_its_grip(page: Page, site: str, region: Region) -> None:
    opened(page, site)
    page.locator("[data-item='#mzke'] [data-grip]").drag_to(
        page.locator("[data-item='#pdaa']"), target_position={"x": 60, "y": 4}
    )
    expect(page.locator("[data-said]")).to_have_text("Alternativ är nu nummer 1 av 2.")
    settled(page)
    after = written(region, "prov.yaml", "prov", Kind.SET)
    assert after.index("mzke") < after.index("pdaa")
    assert sorted(after.splitlines()) == sorted(QUIZ.splitlines())


def test_another_answer_becomes_the_right_one(page: Page, site: str, region: Region) -> None:
    opened(page, site)
    page.get_by_role("radio", name="Rätt svar Alternativ 2").press("Space")
    expect(page.get_by_label("Varför är det rätt? Alternativ 2")).to_be_visible()
    expect(page.get_by_label("Varför är det inte rätt? Alternativ 1")).to_have_value("Det säger lagen.")
    settled(page)
    assert [line.strip(" +-\n") for line in changed(region) if line[0] == "+"] == [
        "wrong: Artikel 1-42",
        "right: Alla 54",
    ]


def test_a_question_is_made_and_taken_back(page: Page, site: str, region: Region) -> None:
    opened(page, site)
    page.get_by_label("Sort av fråga att lägga till").select_option("choices")
    page.get_by_role("button", name="Lägg till fråga").press("Enter")
    made = page.locator("[data-list=questions] > ol > li").nth(2)
    expect(made.get_by_label("Fråga", exact=True)).to_be_focused()
    page.keyboard.type("Vad gäller?")
    made.get_by_role("button", name="Lägg till alternativ").press("Enter")
    made.get_by_label("Alternativ 3", exact=True).fill("Det tredje")
    settled(page)
    added = [line for line in changed(region) if line[0] == "+"]
    assert len(changed(region)) == len(added)
    assert "+     ask: Vad gäller?\n" in added
    assert "+         wrong: Det tredje\n" in added
    page.get_by_role("button", name="Ta bort: Fråga 2").press("Enter")
    expect(page.get_by_role("button", name="Ta bort: Fråga 2")).to_be_focused()
    toast = page.locator(".toast")
    expect(toast).to_contain_text("Fråga 2 togs bort")
    assert "nbvc" not in written(region, "prov.yaml", "prov", Kind.SET)
    toast.get_by_role("button", name="Ångra").press("Enter")
    expect(page.locator("[data-item='#nbvc']")).to_have_count(1)
    assert "\n  - id: nbvc\n" in written(region, "prov.yaml", "prov", Kind.SET)


def test_the_goals_of_a_module(page: Page, site: str, region: Region) -> None:
    before = written(region, "course.yaml")
    opened(page, site, f"/write/course/{COURSE}/module/start")
    for number, words in enumerate(("ange när lagen kom", "förklara artikel 12: att höras"), 1):
        page.get_by_role("button", name="Lägg till mål").press("Enter")
        expect(page.get_by_role("textbox", name=f"Mål: Mål {number}")).to_be_focused()
        page.keyboard.type(words)
    page.get_by_role("button", name="Flytta upp: Mål 2").press("Enter")
    expect(page.get_by_role("button", name="Flytta upp: Mål 1")).to_be_focused()
    settled(page)
    added = [line.strip(" +\n") for line in changed(region, before, "course.yaml", COURSE, Kind.COURSE)]
    assert added == ["goals:", '- "förklara artikel 12: att höras"', "- ange när lagen kom"]


def test_a_text_that_another_put_there_meanwhile_is_not_taken_away(
    page: Page, site: str, region: Region
) -> None:
    facts = written(region, "course.yaml")
    goals = "    title: Start\n    goals:\n      - ett\n      - två\n"
    change(region, {"course.yaml": facts.replace("    title: Start\n", goals)})
    opened(page, site, f"/write/course/{COURSE}/module/start")
    other = facts.replace("    title: Start\n", goals.replace("- ett\n", "- noll\n      - ett\n"))
    change(region, {"course.yaml": other})
    page.get_by_role("button", name="Ta bort: Mål 1").press("Enter")
    expect(page.locator("[data-conflict]")).to_contain_text("Inget är borta")
    assert written(region, "course.yaml") == other


def test_what_is_to_be_looked_over_goes_when_it_is_mended(page: Page, site: str, region: Region) -> None:
    change(region, {"prov.yaml": QUIZ.replace("right: sant", "right: kanske")}, "prov", Kind.SET)
    opened(page, site)
    told = page.locator("[data-item='#nbvc'] [data-box=right] [data-told]")
    expect(told).to_contain_text("Hindrar publicering")
    page.locator("[data-item='#nbvc']").get_by_label("Ja, det stämmer").press("Space")
    settled(page)
    expect(told).to_be_empty()


CASE = """\
---
id: ett
---
# Ett

```case
id: caaa
title: Nora
scenes:
  # början
  - id: saaa
    text: Nora har ont i magen.
    choices:
      - id: baaa
        choose: Du frågar pappan.
        then: sbbb
  - id: sbbb
    text: Slut.
```

Efter.
"""


def test_a_story_gets_another_way_to_go(page: Page, site: str, region: Region) -> None:
    change(region, {LESSON: CASE})
    page.goto(f"{site}/write/course/{COURSE}/{LESSON}")
    opens = page.get_by_role("button", name="Ändra i formulär")
    opens.wait_for()
    opens.click()
    form = page.locator("[data-fields]")
    form.get_by_role("button", name="Lägg till händelse").press("Enter")
    expect(form.locator("[data-list=scenes] > ol > li").nth(2).get_by_label("Det här händer")).to_be_focused()
    page.keyboard.type("Nora får frågan själv.")
    first = form.locator("[data-item='#saaa']")
    expect(first.get_by_label("Fortsätter med").first.locator("option")).to_have_count(3)
    first.get_by_role("button", name="Lägg till val").press("Enter")
    choice = first.locator("[data-list=choices] > ol > li").nth(1)
    expect(choice.get_by_label("Läsaren väljer att")).to_be_focused()
    page.keyboard.type("Du frågar Nora: hur är det?")
    settled(page)
    choice.get_by_label("Fortsätter med").select_option(label="3. Nora får frågan själv.")
    settled(page)
    page.get_by_role("button", name="Klar", exact=True).press("Enter")
    lines = changed(region, CASE, LESSON, COURSE, Kind.COURSE)
    assert {line[0] for line in lines} == {"+"}
    said = dict(line.strip("+ -\n").split(": ", 1) for line in lines)
    scene = lines[-2].strip().rpartition(" ")[2]
    assert (said["choose"], said["then"], said["text"]) == (
        '"Du frågar Nora: hur är det?"',
        scene,
        "Nora får frågan själv.",
    )


def test_enter_goes_on_with_the_next_short_text(page: Page, site: str, region: Region) -> None:
    change(
        region,
        {
            "prov.yaml": "kind: quiz\nid: prov\ntitle: T\nquestions:\n  - id: aaaa\n    kind: text\n    ask: A\n    accept:\n      - ett\n      - tre\n"
        },
        "prov",
        Kind.SET,
    )
    opened(page, site)
    page.get_by_role("textbox", name="Svar som stämmer: Svar 1").press("Enter")
    expect(page.get_by_role("textbox", name="Svar som stämmer: Svar 2")).to_be_focused()
    page.keyboard.type("två")
    settled(page)
    assert written(region, "prov.yaml", "prov", Kind.SET).endswith(
        "accept:\n      - ett\n      - två\n      - tre\n"
    )


def test_a_question_with_one_right_answer_gets_several(page: Page, site: str, region: Region) -> None:
    opened(page, site)
    page.locator("[data-item='#hxwr']").get_by_label("Sort", exact=True).select_option("choices")
    settled(page)
    page.get_by_role("checkbox", name="Rätt svar Alternativ 2").press("Space")
    settled(page)
    added = [line for line in changed(region) if line[0] == "+"]
    assert added == ["+     kind: choices\n", "+         right: Alla 54\n"]


def test_every_form_is_open_to_all(page: Page, site: str, region: Region) -> None:
    """axe, 320 px, larger text spacing, light and dark."""
    kinds = "".join(
        f"  - id: q{name[:3]}a\n    kind: {name}\n    ask: A\n{more}" for name, more in KINDS.items()
    )
    change(region, {"prov.yaml": f"kind: quiz\nid: prov\ntitle: T\nquestions:\n{kinds}"}, "prov", Kind.SET)
    found = []
    for address in ("/write/set/prov/", f"/write/course/{COURSE}/", f"/write/course/{COURSE}/module/start"):
        opened(page, site, address)
        found += unlike_itself(page, address)
    assert found == []


def test_the_forms_of_blocks_are_open_to_all(page: Page, site: str, region: Region) -> None:
    fences = "".join(f"\n```{name}\n{inner}```\n" for name, inner in BLOCKS.items())
    change(region, {LESSON: f"---\nid: ett\n---\n# Ett\n{fences}"})
    page.goto(f"{site}/write/course/{COURSE}/{LESSON}")
    page.wait_for_function("Boolean(window.authorDesk?.openForm)")
    page.evaluate("document.querySelector('[data-editor]').hidden = true")
    for number in range(1, len(BLOCKS) + 1):
        page.evaluate(SHOWN, [LESSON, number])
    page.evaluate("document.querySelectorAll('[data-fields] details').forEach((it) => { it.open = true })")
    assert page.locator("[data-fields]").count() == len(BLOCKS)
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page.evaluate(DRAWN)
            found += [f"{width} {scheme}: {one}" for one in [*violations(page), *faults(page)]]
            if PICTURES:
                page.screenshot(path=Path(PICTURES) / f"blocks-{width}-{scheme}.png", full_page=True)
    assert [one for one in found if "duplicate-id" not in one] == []


SHOWN = """async ([path, block]) => {
  const mount = document.querySelector('main').appendChild(document.createElement('section'));
  mount.setAttribute('aria-label', `form ${block}`);
  await window.authorDesk.openForm(mount, { path, block });
}"""
BLOCKS = {
    "case": "id: caaa\ntitle: Nora\nscenes:\n  - id: saaa\n    text: A\n    choices:\n      - id: baaa\n        choose: B\n        then: sbbb\n  - id: sbbb\n    text: C\n",
    "checklist": "id: chaa\ntitle: T\nitems:\n  - id: iaaa\n    text: A\n",
    "timeline": "title: T\nevents:\n  - when: 1989\n    what: A\n",
    "local": "show: support\n",
    "download": "title: T\nfile: media/a.pdf\n",
    "reflect": "id: raaa\nask: A\n",
    "quiz": "use: prov\n",
    "film": "use: filmen\n",
}
KINDS = {
    "choice": "    options:\n      - id: oaaa\n        right: A\n      - id: obbb\n        wrong: B\n",
    "choices": "    options:\n      - id: oaac\n        right: A\n      - id: obbc\n        wrong: B\n",
    "truth": "    right: sant\n",
    "text": "    accept:\n      - A\n",
    "gaps": "    text: A ___\n    gaps:\n      - id: gaaa\n        accept:\n          - B\n",
    "number": "    right: 5\n",
    "match": "    pairs:\n      - id: paaa\n        left: A\n        right: B\n      - id: pbbb\n        left: C\n        right: D\n",
    "order": "    items:\n      - id: iaaa\n        text: A\n      - id: ibbb\n        text: B\n",
    "scale": "    low: A\n    high: B\n",
    "reflect": "    stored: nej\n",
}
