"""Buttons over a block: moved, copied, taken away and back, while every other line of the lesson stays."""

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, expect

from tests.acceptance.axe import violations
from tests.acceptance.web import Complaints
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, written
from tests.web.region import Region
from tests.web.served import serving, sign_in

BLOCK = f"/write/course/{COURSE}/block"
TEXT = (
    "---\nid: ett\n---\n# Ett\n\nFörst.\n\n```reflect\nid: raaa\nask: Vad tänker du?  # öppen\n```\n\nSist.\n"
)


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    change(region, {LESSON: TEXT})
    return region.as_("trainer")


def asked(
    client: FlaskClient, op: str, index: int = 2, kind: str = "reflect", path: str = LESSON
) -> tuple[int, dict]:
    answer = client.post(BLOCK, json={"path": path, "op": op, "index": index, "kind": kind})
    return answer.status_code, dict(answer.json)


def test_a_block_goes_up_and_down_past_a_paragraph(region: Region, trainer: FlaskClient) -> None:
    status, told = asked(trainer, "up")
    assert (status, told["block"]) == (200, {"index": 1, "kind": "reflect", "first": 6, "last": 9})
    fence = TEXT[TEXT.index("```") : TEXT.rindex("```") + 3]
    assert written(region, LESSON) == told["text"] == TEXT.replace(f"Första.\n\n{fence}", "").replace(f"Först.\n\n{fence}", f"{fence}\n\nFörst.")  # fmt: skip
    assert asked(trainer, "down", told["block"]["index"])[0] == 200
    assert written(region, LESSON) == TEXT


def test_a_copy_and_its_way_back(region: Region, trainer: FlaskClient) -> None:
    told = asked(trainer, "copy")[1]
    assert told["text"].count("Vad tänker du?  # öppen") == 2
    assert told["text"].count("id: raaa") == 1
    assert told["block"]["index"] == 3
    trainer.post(f"/write/course/{COURSE}/undo", json={"revision": told["revision"]})
    assert written(region, LESSON) == TEXT


def test_away_and_back(region: Region, trainer: FlaskClient) -> None:
    told = asked(trainer, "remove")[1]
    assert told["block"] is None
    assert written(region, LESSON) == "---\nid: ett\n---\n# Ett\n\nFörst.\n\nSist.\n"
    trainer.post(f"/write/course/{COURSE}/undo", json={"revision": told["revision"]})
    assert written(region, LESSON) == TEXT


def test_what_looks_otherwise_by_now_is_left_alone(region: Region, trainer: FlaskClient) -> None:
    assert asked(trainer, "remove", 1)[0] == 409
    assert asked(trainer, "remove", 99)[0] == 409
    assert asked(trainer, "remove", path="saknas.md")[0] == 409
    assert asked(trainer, "remove", path="course.yaml")[0] == 422
    assert written(region, LESSON) == TEXT


def test_other_trainers_blocks_are_not_there(region: Region, trainer: FlaskClient) -> None:
    drafted(region, "south", "annan")
    body = {"path": LESSON, "op": "remove", "index": 0, "kind": "text"}
    assert trainer.post("/write/course/annan/block", json=body).status_code == 404


@pytest.mark.browser
def test_by_keyboard_the_focus_goes_along(
    context: BrowserContext, region: Region, trainer: FlaskClient
) -> None:
    with serving(region.app) as address:
        sign_in(context, region, "trainer", address)
        page = context.new_page()
        complaints = Complaints(page, address)
        page.goto(f"{address}/write/course/{COURSE}/{LESSON}")
        page.get_by_role("button", name="Ändra i formulär").click()
        up = page.locator(".block-form [data-op=up]")
        up.press("Enter")
        expect(page.locator("[data-said]")).to_contain_text("står nu på rad 6")
        expect(up).to_be_focused()
        assert violations(page) == []
        assert written(region, LESSON).index("```reflect") < written(region, LESSON).index("Först.")
        page.locator(".block-form [data-op=remove]").press("Enter")
        expect(page.locator(".toast")).to_contain_text("togs bort")
        assert "```" not in written(region, LESSON)
        page.locator(".toast").get_by_role("button", name="Ångra").press("Enter")
        expect(page.locator("[data-said]")).to_contain_text("Ångrat")
        assert "```reflect" in written(region, LESSON)
        assert complaints.heard == []
