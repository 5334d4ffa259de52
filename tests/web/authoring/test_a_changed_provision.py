"""A provision is changed in its form, by keyboard alone, and every place that cites it is on its reading list."""

import pytest
from playwright.sync_api import expect

from course_builder.library.drafts.arriving import arrive_shared
from course_builder.library.drafts.models import Kind
from tests.acceptance.author import Author
from tests.web.authoring.drafted import LESSON, change, written
from tests.web.authoring.site import Opens, address, opens
from tests.web.region import Region

__all__ = ["address", "opens"]
pytestmark = pytest.mark.browser

ENTRY, NAME = "pl-9-9", "patientlagen (2014:821) 9 kap. 9 §"
CITES = f"\nSe [lagen](law:{ENTRY}).\n"
QUIZ = f"""\
kind: quiz
id: egna
title: Egna frågor
questions:
  - id: fraga
    kind: truth
    ask: Barnet får säga sitt.
    right: true
    because: Det står i [lagen](law:{ENTRY}).
"""
OLD, NEW = "Barnets inställning ska klarläggas.", "Barnets inställning ska alltid klarläggas."
OTHER = f"""\
{ENTRY}: # 9 kap. 9 §, orden är våra
  act: patientlagen (2014:821)
  provision: 9 kap. 9 §
  source: https://lag.exempel.se/pl
  checked_on: 2026-11-20
  wordings:
    # den enda hittills
    - valid_from: 2015-01-01
      says: {OLD}
"""


def test_every_place_that_cites_it_is_to_be_read(region: Region, opens: Opens) -> None:
    arrive_shared(region.database, region.app.extensions["media_store"], region.time())
    change(region, {LESSON: written(region, LESSON) + CITES, "quizzes/egna.yaml": QUIZ})
    law = written(region, "law.yaml", "lagrum", Kind.REGISTER) + OTHER
    change(region, {"law.yaml": law}, "lagrum", Kind.REGISTER)
    page = opens("trainer", "/courses/")
    tove = Author(page, page.url.removesuffix("/courses/"))
    tove.goes("link", "Lagrum och artiklar", "Lagrum och artiklar")
    tove.looks()
    tove.goes("link", NAME, NAME)
    tove.press("link", "Ändra")
    page.wait_for_url("**/write/register/**")
    tove.reads(NAME)
    tove.writes("Med egna ord", NEW)
    tove.saved()
    tove.looks()
    assert written(region, "law.yaml", "lagrum", Kind.REGISTER) == law.replace(OLD, NEW)
    tove.goes("link", "Lagrum och artiklar", "Lagrum och artiklar", back=True)
    tove.goes("link", NAME, NAME)
    tove.looks()
    assert sorted(page.locator("#list li code").all_inner_texts()) == [LESSON, "quizzes/egna.yaml"]
    expect(page.get_by_text("Att läsa", exact=True)).to_have_count(2)
    name = page.locator("#list button").first.inner_text()
    tove.press("button", " ".join(name.split()))
    expect(page.get_by_text("Läst", exact=True)).to_have_count(1)
    assert tove.found == []
