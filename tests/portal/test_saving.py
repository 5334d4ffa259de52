"""What is kept and when: points 5-7 of packages.md 5.1, pitfalls 18, 19 and 31."""

import pytest
from playwright.sync_api import expect

from tests.portal.conftest import FORMATS, Open
from tests.portal.courses import course, package
from tests.portal.saved import lesson, question, saved

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])
STATE = "cmi.suspend_data"
NOT_SAVED = "Det senaste är inte sparat i portalen än. Vi försöker igen. Låt fönstret vara öppet."


@VERSIONS
def test_point_05_every_answer_and_page_is_committed_within_two_seconds(launch: Open, version: str) -> None:
    learner = launch(version=version, clock=True).connected().stilled()
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.let_pass(2000)
    learner.wait(lambda: question("ovning") in saved(learner.session.kept.get(STATE)).kept)
    learner.go("Att lyssna på barnet")
    learner.let_pass(2000)
    learner.wait(lambda: saved(learner.session.kept.get(STATE)).at == lesson("lyssna"))
    expect(learner.course.locator(".saved[data-how=saved]")).to_have_text("Sparat")


@VERSIONS
def test_point_05_and_pitfall_31_a_lost_commit_is_told_and_tried_again(launch: Open, version: str) -> None:
    learner = launch(version=version, clock=True).connected()
    learner.page.evaluate("() => { portal.lose = 'all' }")
    learner.choose("Vem har rättigheter?", "Alla barn")
    expect(learner.notice("saving")).to_have_text(NOT_SAVED)
    learner.page.evaluate("() => { portal.lose = 0 }")
    learner.context.clock.fast_forward("00:05")
    expect(learner.notice("saving")).to_have_count(0)
    learner.wait(lambda: question("ovning") in saved(learner.session.kept.get(STATE)).kept)


@VERSIONS
def test_pitfall_31_a_portal_that_loses_every_other_commit_gets_everything(
    launch: Open, version: str
) -> None:
    learner = launch(version=version, lose=2).connected()
    learner.read_all()
    learner.quiz(3)
    learner.leave()
    assert (
        learner.session.kept["cmi.core.lesson_status" if version == "1.2" else "cmi.success_status"]
        == "passed"
    )
    assert set(saved(learner.session.kept.get(STATE)).read) == {
        lesson("barnet"),
        lesson("lyssna"),
        question("prov"),
    }


@VERSIONS
def test_a_portal_whose_own_script_breaks_off_has_kept_nothing(launch: Open, version: str) -> None:
    """Older Moodle (mod/scorm/request.js): a synchronous send without a network throws, and the last error stays 0."""
    learner = launch(version=version, clock=True).connected()
    learner.page.evaluate("() => { portal.breaks = true }")
    learner.choose("Vem har rättigheter?", "Alla barn")
    expect(learner.notice("saving")).to_have_text(NOT_SAVED)
    learner.page.evaluate("() => { portal.breaks = false }")
    learner.context.clock.fast_forward("00:05")
    expect(learner.notice("saving")).to_have_count(0)
    learner.wait(lambda: question("ovning") in saved(learner.session.kept.get(STATE)).kept)


@VERSIONS
def test_point_05_a_refused_state_is_told_and_delivered_later(launch: Open, version: str) -> None:
    learner = launch(version=version, clock=True, refuses=(STATE,)).connected()
    expect(learner.notice("saving")).to_have_text(NOT_SAVED)
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.page.evaluate("() => { portal.refuses = [] }")
    learner.context.clock.fast_forward("01:10")
    expect(learner.notice("saving")).to_have_count(0)
    learner.wait(lambda: question("ovning") in saved(learner.session.kept.get(STATE)).kept)


@VERSIONS
def test_a_slow_portal_is_waited_for(launch: Open, version: str) -> None:
    learner = launch(version=version, slow=400).connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()
    assert question("ovning") in saved(learner.session.kept.get(STATE)).kept


def many_texts(count: int) -> dict[str, str]:
    block = "```reflect\nid: text-{number}\nask: Vad tänker du om {number}?\nstored: true\n```\n\n"
    return {
        "barnet": "---\nid: barnet\n---\n# Många tankar\n\n"
        + "".join(block.format(number=n) for n in range(count))
    }


def test_point_06_and_pitfall_18_a_full_state_gives_up_texts_and_keeps_the_rest(launch: Open) -> None:
    made = package(course(("barnet.md", "lyssna.md", "quiz: prov"), **many_texts(12)), "web")
    files = {**package(course(), "scorm12"), "index.html": made["index.html"]}
    learner = launch(files).connected()
    for field in learner.course.locator("section.part:visible textarea").all():
        field.fill("Å, ä och ö tar plats! " * 23)
        field.blur()
    learner.next()
    learner.next()
    learner.quiz(3)
    learner.leave()
    longest = max(len(value) for value in learner.session.sets(STATE))
    assert 3000 < longest <= 4096
    state = saved(learner.session.kept.get(STATE))
    assert set(state.read) == {lesson("barnet"), lesson("lyssna"), question("prov")}
    assert state.head == "1cp"
    again = launch(files, like=learner.session.next_launch()).connected()
    again.go("Många tankar")
    texts = [field.input_value() for field in again.course.locator("section.part:visible textarea").all()]
    assert "Å, ä och ö tar plats! " * 10 in max(texts, key=len)


@VERSIONS
@pytest.mark.parametrize("garbage", ["", "null", "{}", "£€¥", "1;2;3", "x" * 4096, "1--;orKM;trasigt"])
def test_point_06_what_cannot_be_read_is_a_fresh_start(launch: Open, version: str, garbage: str) -> None:
    learner = launch(version=version, stored={STATE: garbage}).connected()
    assert learner.heading() == "Varför barn har rättigheter"
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()
    assert question("ovning") in saved(learner.session.kept.get(STATE)).kept


@VERSIONS
def test_point_07_time_is_this_session_s_own_and_never_runs_back(launch: Open, version: str) -> None:
    name = "cmi.core.session_time" if version == "1.2" else "cmi.session_time"
    learner = launch(
        version=version,
        clock=True,
        stored={name.replace("session", "total"): "00:10:00" if version == "1.2" else "PT10M"},
    )
    learner.connected()
    learner.context.clock.fast_forward("25:00:03")
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()
    times = learner.session.sets(name)
    first, last = ("00:00:0", "25:00:0") if version == "1.2" else ("PT0", "PT25H")
    assert times[0].startswith(first)
    assert times[-1].startswith(last)
    assert times == sorted(times, key=lambda text: (len(text), text)) or version == "2004"


@VERSIONS
def test_pitfall_19_false_with_error_zero_is_no_failure(launch: Open, version: str) -> None:
    learner = launch(version=version, mutters=True).connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.wait(lambda: question("ovning") in saved(learner.session.kept.get(STATE)).kept)
    expect(learner.notice("saving")).to_have_count(0)


@VERSIONS
def test_pitfall_19_what_a_portal_lacks_is_not_the_learner_s_concern(launch: Open, version: str) -> None:
    lacks = ("interactions", "lesson_mode", "cmi.mode", "student_data", "scaled_passing_score")
    learner = launch(version=version, lacks=lacks).connected()
    learner.read_all()
    learner.quiz(3)
    learner.leave()
    assert learner.session.interactions() == []
    assert (
        learner.session.kept["cmi.core.lesson_status" if version == "1.2" else "cmi.success_status"]
        == "passed"
    )


def test_free_text_leaves_the_window_only_where_the_author_has_chosen_so(launch: Open) -> None:
    for version in FORMATS:
        learner = launch(version=version).connected()
        learner.course.locator("section.part:visible textarea").fill("HEMLIGT")
        learner.next()
        learner.course.locator("section.part:visible textarea").fill("DELAT")
        learner.next()
        learner.leave()
        told = "".join(value for call in learner.session.calls for value in call["args"])
        assert "HEMLIGT" not in told
        assert "DELAT" in told
        assert learner.course.is_detached()  # type: ignore[union-attr]
        stores = learner.page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
        assert stores == "[{},{}]"
