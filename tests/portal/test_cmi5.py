"""cmi5 against a portal of its own: pitfall 35, modes, mastery, resume, and what goes wrong on the way."""

import pytest
from playwright.sync_api import BrowserContext, Frame, expect

from course_builder.packaging.options import BuildOptions
from tests.portal.courses import course, package, usual
from tests.portal.lms5 import Registration
from tests.portal.server import Portal
from tests.portal.visits5 import Begin, left, started

pytestmark = pytest.mark.browser
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"


def test_pitfall_35_a_pass_from_start_to_end(begin: Begin) -> None:
    learner, lms = begin()
    started(learner, lms)
    learner.read_all()
    learner.quiz(3)
    learner.wait(lambda: "completed" in lms.verbs())
    left(learner, lms)
    assert lms.verbs() == [
        "initialized",
        "answered",
        "answered",
        "answered",
        "passed",
        "completed",
        "terminated",
    ]
    assert lms.said[4]["result"]["score"] == {"scaled": 1}
    answer = lms.said[2]
    assert answer["object"]["definition"]["type"] == INTERACTION
    assert answer["object"]["definition"]["correctResponsesPattern"] == ["fyrtiotva"]
    assert answer["object"]["definition"]["choices"] == [{"id": "fyrtiotva"}, {"id": "samtliga"}]
    assert answer["result"]["response"] == "fyrtiotva"
    assert answer["object"]["definition"]["description"] == {"sv": "Vilka artiklar är lag?"}
    expect(learner.course.get_by_role("heading", name="Allt är sparat")).to_be_visible()


def test_a_fail_is_told_on_the_way_out_and_a_pass_may_follow_in_the_next_session(begin: Begin) -> None:
    registration = Registration()
    learner, lms = begin(registration)
    started(learner, lms)
    learner.read_all()
    learner.quiz(1)
    left(learner, lms)
    assert lms.verbs()[-2:] == ["failed", "terminated"]
    assert lms.said[-2]["result"]["score"] == {"scaled": 0.3333}

    again, second = begin(registration)
    started(again, second)
    expect(again.course.get_by_role("heading", name="1 av 3 poäng")).to_be_visible()
    again.press("Försök igen")
    again.quiz(3)
    left(again, second)
    assert [verb for verb in second.verbs() if verb != "answered"] == [
        "initialized",
        "passed",
        "completed",
        "terminated",
    ]

    third, last = begin(registration)
    started(third, last)
    expect(third.notice("done")).to_contain_text("Du har redan genomfört kursen.")
    third.press("Gör om quizet")
    third.quiz(0)
    left(third, last)
    assert [verb for verb in last.verbs() if verb != "answered"] == ["initialized", "terminated"]


def test_a_fail_and_a_pass_in_one_session_is_a_pass(begin: Begin) -> None:
    learner, lms = begin()
    started(learner, lms)
    learner.read_all()
    learner.quiz(0)
    learner.press("Försök igen")
    learner.quiz(3)
    left(learner, lms)
    assert "failed" not in lms.verbs()
    assert "passed" in lms.verbs()


def test_a_fail_looked_at_again_is_not_told_again(begin: Begin) -> None:
    registration = Registration()
    for expected in (["initialized", "failed", "terminated"], ["initialized", "terminated"]):
        learner, lms = begin(registration)
        started(learner, lms)
        if "failed" in expected:
            learner.read_all()
            learner.quiz(1)
        left(learner, lms)
        assert [verb for verb in lms.verbs() if verb != "answered"] == expected


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_pitfall_35_browse_and_review_say_only_hello_and_goodbye(begin: Begin, mode: str) -> None:
    learner, lms = begin(mode=mode)
    started(learner, lms)
    expect(learner.notice("channel")).to_have_text("Du tittar på kursen utan att något sparas.")
    learner.read_all()
    learner.quiz(3)
    left(learner, lms)
    assert lms.verbs() == ["initialized", "terminated"]
    assert lms.registration.documents == {}


@pytest.mark.parametrize(("mastery", "right", "verb"), [(0.9, 2, "failed"), (0.3, 1, "passed")])
def test_pitfall_14_the_launch_s_mastery_score_wins(
    begin: Begin, mastery: float, right: int, verb: str
) -> None:
    learner, lms = begin(mastery=mastery)
    started(learner, lms)
    learner.read_all()
    learner.quiz(right)
    left(learner, lms)
    assert [one for one in lms.verbs() if one in ("passed", "failed")] == [verb]


def test_pitfall_35_a_page_loaded_anew_asks_for_no_second_token(begin: Begin) -> None:
    learner, lms = begin()
    started(learner, lms)
    learner.page.reload()
    expect(learner.notice("channel")).to_contain_text("Öppna kursen från portalen igen")
    learner.wait(lambda: lms.verbs() == ["initialized", "terminated"])
    assert lms.fetched == 1


@pytest.mark.parametrize("preferences", [403, 404, 500])
def test_withheld_preferences_stop_nothing(begin: Begin, preferences: int) -> None:
    learner, lms = begin(preferences=preferences)
    started(learner, lms)
    left(learner, lms)


def test_the_portal_s_return_address_is_followed(begin: Begin, portal: Portal) -> None:
    learner, lms = begin(return_url=f"{portal.origin}/portal/tillbaka?kurs=7")
    started(learner, lms)
    learner.page.route("**/portal/tillbaka**", lambda route: route.fulfill(body="Tillbaka"))
    learner.press("Spara och stäng")
    learner.page.wait_for_url("**/portal/tillbaka?kurs=7")
    assert lms.verbs() == ["initialized", "terminated"]


@pytest.mark.parametrize("right", [0, 3])
def test_a_closed_tab_still_says_goodbye(begin: Begin, right: int) -> None:
    learner, lms = begin()
    started(learner, lms)
    learner.read_all()
    learner.quiz(right)
    learner.page.close(run_before_unload=True)
    learner.wait(lambda: "terminated" in lms.verbs())
    assert ("passed" in lms.verbs()) == (right == 3)
    assert lms.verbs()[-1] == "terminated"
    learner.wait(lambda: lms.registration.state().get("failed") == (0 if right == 0 else None))


def test_position_and_answers_come_back(begin: Begin) -> None:
    registration = Registration()
    learner, lms = begin(registration, slow=0.15, wants_if_match=True)
    started(learner, lms)
    learner.choose("Vem har rättigheter?", "Några barn")
    learner.go("Att lyssna på barnet")
    left(learner, lms)
    again, second = begin(registration, wants_if_match=True)
    started(again, second)
    assert again.heading() == "Att lyssna på barnet"
    again.go("Varför barn har rättigheter")
    expect(again.question("Vem har rättigheter?").locator(".wrong")).to_contain_text("Några barn")
    left(again, second)
    assert registration.state()["state"].startswith("1--;")


def test_what_the_portal_could_not_take_is_told_and_sent_later_in_order(begin: Begin) -> None:
    learner, lms = begin()
    started(learner, lms)
    lms.launch.broken = {"xapi/statements": 500}
    learner.read_all()
    learner.quiz(3)
    expect(learner.notice("saving")).to_be_visible()
    lms.launch.broken = {}
    learner.wait(lambda: "completed" in lms.verbs())
    left(learner, lms)
    assert lms.verbs() == [
        "initialized",
        "answered",
        "answered",
        "answered",
        "passed",
        "completed",
        "terminated",
    ]


@pytest.mark.parametrize(
    "broken",
    [{"fetch": 500}, {"xapi/activities/state": 500}, {"xapi/statements": 500}],
    ids=lambda broken: next(iter(broken)),
)
def test_a_portal_that_lets_nobody_in_is_told_and_the_course_works(
    begin: Begin, broken: dict[str, int]
) -> None:
    learner, lms = begin(broken=broken)
    expect(learner.notice("channel")).to_contain_text("Det du gör här sparas inte.")
    learner.read_all()
    learner.quiz(3)
    expect(learner.notice("done")).to_be_visible()
    assert lms.said == []


def test_a_course_that_asks_only_for_reading_is_completed_and_not_passed(begin: Begin) -> None:
    files = dict(package(course(), "cmi5", BuildOptions(done_when="lessons")))
    learner, lms = begin(files=files)
    started(learner, lms)
    learner.read_all()
    left(learner, lms)
    assert lms.verbs() == ["initialized", "completed", "terminated"]


def test_opened_without_a_portal(begin: Begin, portal: Portal, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(portal.upload(usual("cmi5")) + "index.html")
    expect(page.locator("[data-notice=channel]")).to_contain_text("Det du gör här sparas inte.")
    assert not isinstance(page, Frame)
