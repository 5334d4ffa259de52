"""Launches as ADL's conformance suite and real portals make them: every one's whole log is judged by the audit."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import expect

from tests.portal.courses import usual
from tests.portal.lms5 import ACTIVITY, Registration
from tests.portal.server import Portal
from tests.portal.sitting5 import STATE, STATEMENTS
from tests.portal.visits5 import Begin, left, own, started

pytestmark = pytest.mark.browser
PASS = ["initialized", "passed", "completed", "terminated"]
SAVED = "Allt är sparat"
GROUP = {"id": "https://portal.example/kurs"}
UNIT = {"id": "urn:course-builder:course:provkurs:au", "definition": {"name": {"sv": "Kursen"}}}


@pytest.mark.parametrize("elsewhere", ["open", "narrow"])
def test_a_portal_whose_statements_live_on_another_origin(begin: Begin, elsewhere: str) -> None:
    registration = Registration()
    learner, lms = begin(registration, elsewhere=elsewhere)
    started(learner, lms)
    learner.read_all()
    learner.quiz(3)
    left(learner, lms)
    assert own(lms) == PASS
    again, second = begin(registration, elsewhere=elsewhere)
    started(again, second)
    expect(again.notice("done")).to_contain_text("Du har redan genomfört kursen.")
    again.page.close(run_before_unload=True)
    again.wait(lambda: "terminated" in second.verbs())
    assert own(second) == ["initialized", "terminated"]


@pytest.mark.parametrize(
    "launch",
    [
        {"actor": {"account": {"name": "ö/\u200b’\U0001f600 +&=#", "homePage": "https://portal.example/å"}}},
        {"actor": {"name": "Ö", "account": {"homePage": "x:y", "name": "1"}, "objectType": "Agent"}},
        {"template": {"contextActivities": {"grouping": [GROUP, UNIT], "category": [{"id": "urn:c"}], "other": [{"id": "urn:o"}]}}},
        {"template": {"platform": "Portalen", "language": "sv", "contextActivities": {}}},
        {"data": {"masteryScore": None, "launchParameters": None, "returnURL": None, "entitlementKey": {}}},
        {"data": {"launchParameters": "{\"mode\":\"Review\"}", "entitlementKey": {"courseStructure": "x", "alternate": "y"}}},
        {"data": {"moveOn": "NotApplicable"}},
        {"data": {"moveOn": "Completed"}, "mastery": 1},
        {"preferences": 200, "preferred": {"languagePreference": "en-US,sv-SE", "audioPreference": "on"}},
        {"own": "lang=sv&x=%20y&"},
    ],
    ids=["signs", "order", "more activities", "more context", "nulls", "parameters", "move on", "mastery", "preferences", "own query"],
)  # fmt: skip
def test_a_pass_whatever_the_launch_says(begin: Begin, launch: Mapping[str, object]) -> None:
    learner, lms = begin(**launch)
    started(learner, lms)
    learner.read_all()
    learner.quiz(3)
    left(learner, lms)
    assert own(lms) == PASS
    expect(learner.course.get_by_role("heading", name=SAVED)).to_be_visible()


def test_a_launch_without_a_mode_is_a_normal_one(begin: Begin) -> None:
    learner, lms = begin(data={"launchMode": None})
    started(learner, lms)
    learner.read_all()
    learner.quiz(3)
    left(learner, lms)
    assert own(lms) == PASS


def test_a_portal_that_shows_a_passed_course_again_for_review(begin: Begin) -> None:
    registration = Registration()
    learner, lms = begin(registration)
    started(learner, lms)
    learner.read_all()
    learner.quiz(3)
    left(learner, lms)
    kept = registration.state()
    again, review = begin(registration, mode="Review")
    started(again, review)
    again.press("Gör om quizet")
    again.quiz(0)
    left(again, review)
    assert review.verbs() == ["initialized", "terminated"]
    assert registration.state() == kept


def test_a_raised_mastery_score_takes_nothing_back_and_passes_nobody_again(begin: Begin) -> None:
    registration = Registration()
    learner, lms = begin(registration, mastery=0.5)
    started(learner, lms)
    learner.read_all()
    learner.quiz(2)
    left(learner, lms)
    assert own(lms) == PASS
    again, second = begin(registration, mastery=0.9)
    started(again, second)
    again.press("Gör om quizet")
    again.quiz(1)
    left(again, second)
    assert own(second) == ["initialized", "terminated"]


def test_a_frame_that_the_portal_takes_away(begin: Begin) -> None:
    learner, lms = begin(where="frame")
    started(learner, lms)
    learner.read_all()
    learner.quiz(1)
    learner.remove_frame()
    learner.wait(lambda: "terminated" in lms.verbs())
    assert own(lms) == ["initialized", "failed", "terminated"]
    assert lms.registration.state()["failed"] == 3333


def test_a_window_of_the_portal_s_goes_where_the_portal_says_and_is_not_closed(
    begin: Begin, portal: Portal
) -> None:
    back = f"{portal.origin}/portal/tillbaka"
    learner, lms = begin(where="window", return_url=back)
    learner.context.route("**/portal/tillbaka", lambda route: route.fulfill(body="Tillbaka"))
    started(learner, lms)
    learner.press("Spara och stäng")
    learner.course.wait_for_url(back)
    assert lms.verbs() == ["initialized", "terminated"]


def test_a_window_of_the_portal_s_without_an_address_is_closed(begin: Begin) -> None:
    learner, lms = begin(where="window")
    started(learner, lms)
    learner.press("Spara och stäng")
    learner.wait(lambda: learner.course.is_closed())
    assert lms.verbs() == ["initialized", "terminated"]


def test_another_window_has_written_since(begin: Begin) -> None:
    learner, lms = begin(wants_if_match=True)
    started(learner, lms)
    learner.wait(lambda: lms.registration.state())
    lms.registration.documents["bookmark"] = b'{"state": "", "passed": false}'
    learner.go("Att lyssna på barnet")
    left(learner, lms)
    expect(learner.course.get_by_role("heading", name=SAVED)).to_be_visible()
    assert lms.registration.state()["state"].startswith("1--;")


@pytest.mark.parametrize("status", [400, 403, 409, 500])
def test_a_document_that_is_not_taken_does_not_keep_the_session_open(begin: Begin, status: int) -> None:
    learner, lms = begin()
    started(learner, lms)
    lms.launch.broken = {STATE: status}
    learner.read_all()
    left(learner, lms)
    expect(
        learner.course.get_by_role("heading", name="Det sista du gjorde kunde inte sparas")
    ).to_be_visible()


@pytest.mark.parametrize("status", [401, 500])
def test_what_the_portal_never_heard_is_said_in_the_next_session(begin: Begin, status: int) -> None:
    registration = Registration()
    learner, lms = begin(registration)
    started(learner, lms)
    lms.launch.broken = {STATEMENTS: status}
    learner.read_all()
    learner.quiz(3)
    expect(learner.notice("saving")).to_be_visible()
    learner.wait(lambda: registration.state().get("state"))
    learner.page.close(run_before_unload=True)
    learner.wait(lambda: any("terminated" in entry.request.body.decode() for entry in lms.sitting.log))
    assert own(lms) == ["initialized"]
    again, second = begin(registration)
    started(again, second)
    left(again, second)
    assert own(second) == PASS


@pytest.mark.parametrize("status", [401, 403, 409])
@pytest.mark.parametrize("path", ["fetch", STATE])
def test_a_portal_that_refuses_is_told_and_hears_no_more(begin: Begin, path: str, status: int) -> None:
    learner, lms = begin(broken={path: status})
    expect(learner.notice("channel")).to_contain_text("Det du gör här sparas inte.")
    assert lms.said == []


@pytest.mark.parametrize(("preference", "muted"), [("off", True), ("on", False), (None, False)])
def test_sound_is_off_for_those_who_want_it_off(begin: Begin, preference: str | None, muted: bool) -> None:
    page = usual("cmi5")["index.html"].replace(b"</main>", b"<audio></audio><video></video></main>")
    preferred = {"languagePreference": "sv", "audioPreference": preference}
    learner, lms = begin(files={**usual("cmi5"), "index.html": page}, preferences=200, preferred=preferred)
    started(learner, lms)
    found = learner.page.evaluate(
        "[...document.querySelectorAll('audio, video')].map((media) => media.muted)"
    )
    assert found == [muted, muted]
    left(learner, lms)


def test_every_question_is_an_activity_below_the_one_given(begin: Begin) -> None:
    learner, lms = begin()
    started(learner, lms)
    learner.choose("Vem har rättigheter?", "Några barn")
    learner.wait(lambda: "answered" in lms.verbs())
    assert lms.said[1]["object"]["id"] == f"{ACTIVITY}/ovning"
    left(learner, lms)
