"""Two trainers in the same quiz: what they write in different places goes together, in the same place both are shown."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft, text_at
from course_builder.library.drafts.saving import create
from tests.web.authoring.drafted import written
from tests.web.authoring.site import Opens, address, opens, saved
from tests.web.region import MONDAY, Region

__all__ = ["address", "opens"]
pytestmark = pytest.mark.browser

QUIZ = """\
kind: quiz
id: prov
title: Prov
questions: # två räcker
  - id: ett
    kind: truth
    ask: Barn har rätt att veta.
    right: true
  - id: tva
    kind: truth
    ask: Barn får vara med.
    right: true
"""
OURS, HERS = "Barn har rätt att få veta.", "Varje barn har rätt att veta."


@pytest.fixture
def two(region: Region, opens: Opens) -> Iterator[tuple[Page, Page]]:
    with region.database.writing() as session:
        create(session, Kind.SET, "prov", {"prov.yaml": QUIZ}, None, None, MONDAY)
    pages = opens("trainer", "/write/set/prov/"), opens("coordinator", "/write/set/prov/")
    for page in pages:
        expect(page.get_by_label("Påstående")).to_have_count(2)
    yield pages


def write(page: Page, place: int, words: str) -> None:
    page.get_by_label("Påstående").nth(place).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def quiz(region: Region) -> str:
    return written(region, "prov.yaml", "prov", Kind.SET)


def test_different_questions_go_together(region: Region, two: tuple[Page, Page]) -> None:
    tove, karin = two
    write(karin, 0, HERS)
    saved(karin)
    write(tove, 1, "Barn ska få vara med.")
    saved(tove)
    expect(tove.get_by_label("Påstående").first).to_have_value(HERS)
    assert quiz(region) == QUIZ.replace("Barn har rätt att veta.", HERS).replace("Barn får", "Barn ska få")


@pytest.mark.parametrize("choice", ["Använd det jag skrev", "Använd det som är sparat"])
def test_the_same_question_is_shown_twice_and_neither_is_lost(
    region: Region, two: tuple[Page, Page], choice: str
) -> None:
    tove, karin = two
    write(karin, 0, HERS)
    saved(karin)
    write(tove, 0, OURS)
    conflict = tove.get_by_role("region", name="Ni har skrivit samtidigt")
    expect(conflict).to_contain_text(HERS)
    expect(conflict).to_contain_text(OURS)
    assert HERS in quiz(region)
    conflict.get_by_role("button", name=choice).press("Enter")
    kept = OURS if choice == "Använd det jag skrev" else HERS
    expect(tove.get_by_label("Påstående").first).to_have_value(kept)
    expect(conflict).to_have_count(0)
    expect(tove.locator("[data-saved]")).to_contain_text(re.compile("^(Sparat|Allt är sparat)"))
    assert quiz(region) == QUIZ.replace("Barn har rätt att veta.", kept)
    with region.database.reading() as session:
        known = draft(session, Kind.SET, "prov")
        assert known is not None
        history = "".join(text_at(session, known, "prov.yaml", one.number) or "" for one in revisions(session, known))  # fmt: skip
    assert OURS in history
    assert HERS in history
