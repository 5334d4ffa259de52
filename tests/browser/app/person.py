"""A person in a course: goes to its parts and answers its questions, in the application and in a package alike."""

from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

PRACTICE, QUIZ = 1, 2
SHOWN = "section.part:not([hidden])"
GRADED = ("truth", "choice", "choices", "text", "gaps", "number", "match", "order")
UNGRADED = ("scale", "reflect")
PAIRS = {"Artikel 3": "Barnets bästa", "Artikel 12": "Rätt att komma till tals", "Artikel 31": "Lek och vila"}
TIMES = ("FN antar konventionen", "Sverige ratificerar den", "Den blir svensk lag")
CHOSEN = {
    "truth": (["Falskt"], ["Sant"]),
    "choice": (["Både barnet och vårdnadshavaren"], ["Den som frågar"]),
    "choices": (["Artikel 2", "Artikel 12"], ["Artikel 42"]),
}
WRITTEN = {"text": ("1 januari 2020", "i går"), "number": ("42,0", "54")}


def go(page: Page, part: int) -> None:
    """By the outline."""
    page.evaluate("number => document.querySelectorAll('.outline a')[number].click()", part)
    page.wait_for_function("number => !document.querySelectorAll('section.part')[number].hidden", arg=part)


def form(page: Page, kind: str) -> Locator:
    return page.locator(f"{SHOWN} form.q[data-kind={kind}]")


def fill(page: Page, asked: Locator, kind: str, right: bool) -> None:
    """Without pressing the button."""
    if kind in CHOSEN:
        for text in CHOSEN[kind][not right]:
            asked.get_by_text(text, exact=True).click()
    elif kind in WRITTEN:
        asked.locator("input").fill(WRITTEN[kind][not right])
    elif kind == "gaps":
        asked.locator("input").fill("1989" if right else "1066")
        asked.locator("select").select_option(label="2020" if right else "1990")
    elif kind == "match":
        match(asked, right)
    elif kind == "order":
        order(asked, TIMES if right else TIMES[::-1])
    elif kind == "scale":
        asked.locator(".opt").nth(2).click()
    else:
        asked.locator("textarea").fill("Disken är för hög.")


def match(asked: Locator, right: bool) -> None:
    texts = list(PAIRS.values()) if right else [*list(PAIRS.values())[1:], "Barnets bästa"]
    for left, text in zip(PAIRS, texts, strict=True):
        asked.locator(".pair", has_text=left).first.locator("select").select_option(label=text)


def order(asked: Locator, wanted: Sequence[str]) -> None:
    for place, text in enumerate(wanted):
        rows = asked.locator(".order > li > span:first-of-type").all_inner_texts()
        for _ in range(rows.index(text) - place):
            asked.locator("li", has_text=text).locator("button").first.click()


def press(asked: Locator) -> None:
    asked.locator("button.primary").click()


def answer(page: Page, kind: str, right: bool = True) -> Locator:
    """-> the question, when what became of it is shown."""
    asked = form(page, kind)
    fill(page, asked, kind, right)
    press(asked)
    expect(asked.locator(".verdict:is(.ok, .no, .half)")).to_be_visible()
    return asked


def looks(asked: Locator) -> list[str]:
    """What a question says after the answer, whatever order its options stand in."""
    said = asked.inner_text().replace("\xa0", " ").split("\n")
    states = asked.locator("[data-row]").evaluate_all("rows => rows.map((row) => row.className)")
    return sorted([*(line.strip() for line in said if line.strip()), *states])


def saved(page: Page) -> None:
    expect(page.locator(".p-top .saved")).to_have_text("Sparat")


def waiting(page: Page) -> list[str]:
    """The names of what waits in this browser."""
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return [name for name in names if name.startswith("course-builder:waits:")]
