"""What a screen reader says of each kind of question and of a film discussion, kept as golden files."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.acceptance.answers import give, wrong
from tests.acceptance.in_parts import upload
from tests.acceptance.keyboard import Keyboard
from tests.acceptance.reader import Reader
from tests.acceptance.shipped import course
from tests.browser.ten_kinds import KINDS, ten_kinds
from tests.portal.courses import package
from tests.portal.server import Portal

pytestmark = pytest.mark.browser

HEARD_OUT = 150
"""Milliseconds between two keys: an announcement comes a moment after what it is about."""
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "spoken"


@pytest.fixture(scope="module")
def address(portal: Portal) -> str:
    return upload(portal, package(ten_kinds(), "web")) + "index.html"


def compare(name: str, scenes: dict[str, list[str]]) -> None:
    """`make golden` writes what is heard now; read the difference before you commit it."""
    text = "\n".join(
        f"== {title}\n" + "".join(f"{line}\n" for line in lines) for title, lines in scenes.items()
    )
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_spoken_as_its_golden_file(page: Page, address: str, kind: str) -> None:
    made = ten_kinds()
    question = next(one for one in made.practice if one.kind == kind and one.id.startswith("ova-"))
    page.goto(f"{address}#p-{made.parts[1].key}")
    page.wait_for_selector("section.part:visible h1")
    reader, keyboard = Reader(page), Keyboard(page, HEARD_OUT)
    form = page.locator(f"#q-{question.key}")
    scenes = {"läser frågan": reader.read(form)}
    while keyboard.tab().question != question.key:
        pass
    reader.listen()
    give(keyboard, question, wrong(question) if kind != "reflect" else "Golvet.")
    scenes["svarar med tangentbordet"] = reader.heard()
    scenes["läser efter svaret"] = reader.read(form)
    compare(kind, scenes)


def test_vantrummet_is_spoken_as_its_golden_file(page: Page, portal: Portal) -> None:
    """Alone at the screen: what is asked before, the film at its first stop, what is asked after."""
    made = course("apt-barnkonventionen")
    talk = next(part for part in made.parts if part.part_kind == "film")
    page.goto(f"{upload(portal, package(made, 'web'))}index.html#p-{talk.key}")
    page.wait_for_selector(f"#p-{talk.key} .p-next")
    reader, keyboard = Reader(page), Keyboard(page, HEARD_OUT)
    part = page.locator(f"#p-{talk.key}")
    scenes = {"läser före filmen": reader.read(part)}
    reader.listen()
    keyboard.activate("button", "Till filmen")
    keyboard.find("slider", "Plats i filmen")
    scenes["går till filmen"] = reader.heard()
    page.wait_for_function("document.querySelector('video').readyState > 0")
    scenes["läser filmsteget"] = reader.read(part.locator("[data-is=step]:visible"))
    reader.listen()
    keyboard.activate("button", "Paus 1, stanna vid 0:41")
    scenes["går till första stoppet"] = reader.heard()
    scenes["läser vid stoppet"] = reader.read(part.locator("[data-is=pause]:visible"))
    reader.listen()
    keyboard.activate("button", "Jag har läst texten")
    scenes["har läst texten till filmen"] = reader.heard()
    reader.listen()
    keyboard.activate("button", "Till frågorna efter filmen")
    scenes["går till frågorna efter filmen"] = reader.heard()
    scenes["läser efter filmen"] = reader.read(part)
    compare("vantrummet", scenes)
