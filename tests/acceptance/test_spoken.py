"""What a screen reader says of each kind of question and of a film discussion, kept as golden files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.acceptance.answers import give, wrong
from tests.acceptance.keyboard import Keyboard
from tests.acceptance.reader import Reader
from tests.browser.ten_kinds import KINDS, ten_kinds
from tests.portal.courses import package
from tests.portal.server import Portal

pytestmark = pytest.mark.browser

HEARD_OUT = 150
"""Milliseconds between two keys: an announcement comes a moment after what it is about."""
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "spoken"


@pytest.fixture(scope="module")
def address(portal: Portal) -> Iterator[str]:
    return portal.upload(package(ten_kinds(), "web")) + "index.html"


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
    course = ten_kinds()
    question = next(one for one in course.practice if one.kind == kind and one.id.startswith("ova-"))
    page.goto(f"{address}#p-{course.parts[1].key}")
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
