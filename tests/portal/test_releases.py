"""A learner in mid-course survives a new package: states of two earlier releases, resumed in a third."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, expect

from tests.portal.conftest import FORMATS, Open
from tests.portal.courses import FIRST, QUIZ, SECOND, course, package
from tests.portal.learner import Learner
from tests.portal.saved import lesson, question, saved

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])
STATE = "cmi.suspend_data"
CHANGED = "Ändrad sedan du läste"

CHANGED_TEXT = FIRST.replace("egna rättigheter.", "egna rättigheter, från första dagen.")
NEW_QUESTION = """\
```question
id: nyfraga
kind: truth
ask: Barn är alla under 18 år.
right: sant
because: Ja.
```

"""
WITH_A_QUESTION_BEFORE = CHANGED_TEXT.replace(
    "```question\nid: ovning", NEW_QUESTION + "```question\nid: ovning"
)
QUIZ_WITH_ONE_MORE = QUIZ.replace(
    "questions:\n",
    "questions:\n  - id: forst\n    kind: truth\n    ask: Alla barn har samma värde.\n    right: sant\n    because: Ja.\n",
)
NEW_LESSON = (
    SECOND.replace("# Att lyssna på barnet", "# Ett nytt avsnitt")
    .replace("id: lyssna", "id: ny")
    .replace("sparad", "nytanke")
)

EARLIER = {
    "the release before the last": course(("barnet.md", "lyssna.md", "vardagen.md", "quiz: prov")),
    "the last release": course(("barnet.md", "vardagen.md", "lyssna.md", "quiz: prov"), barnet=CHANGED_TEXT),
}
NOW = course(
    ("vardagen.md", "barnet.md", "ny.md", "quiz: prov"),
    barnet=WITH_A_QUESTION_BEFORE,
    ny=NEW_LESSON,
    quiz=QUIZ_WITH_ONE_MORE,
)


def built(release: str, version: str) -> Mapping[str, bytes]:
    return package(EARLIER[release], FORMATS[version])


def link(learner: Learner, title: str) -> Locator:
    return learner.course.locator(".outline a", has_text=title)


@VERSIONS
@pytest.mark.parametrize("release", EARLIER)
def test_answers_and_reading_survive_a_new_package(launch: Open, version: str, release: str) -> None:
    before = launch(built(release, version), version=version).connected()
    before.choose("Vem har rättigheter?", "Några barn")
    before.next()
    before.go("I vardagen")
    before.course.get_by_label("Fråga barnet först").check()
    before.next()
    before.go("Vad minns du?")
    before.choose("Barnkonventionen är svensk lag.", "Sant")
    before.press("Nästa fråga")
    before.choose("Vilka artiklar är lag?", "Alla 54")
    before.leave()

    now = launch(package(NOW, FORMATS[version]), like=before.session.next_launch()).connected()
    assert now.heading() == "Vad minns du?"
    expect(now.question("Alla barn har samma värde.")).to_be_visible()
    now.choose("Alla barn har samma värde.", "Sant")
    now.press("Nästa fråga")
    expect(now.question("När blev konventionen lag?")).to_be_visible()
    now.write("När blev konventionen lag?", "1 januari 2020")
    now.press("Se resultatet")
    expect(now.course.get_by_role("heading", name="3 av 4 poäng")).to_be_visible()

    now.go("Varför barn har rättigheter")
    expect(now.notice("changed")).to_have_text("Det här avsnittet är ändrat sedan du läste det.")
    expect(now.question("Vem har rättigheter?").locator(".wrong")).to_contain_text("Några barn")
    expect(now.question("Barn är alla under 18 år.").get_by_role("button", name="Svara")).to_be_visible()
    now.go("I vardagen")
    expect(now.course.get_by_label("Fråga barnet först")).to_be_checked()
    expect(now.course.get_by_label("Gå ner på knä")).not_to_be_checked()

    expect(link(now, "I vardagen")).to_contain_text("klar")
    expect(link(now, "I vardagen")).not_to_contain_text(CHANGED)
    expect(link(now, "Varför barn har rättigheter")).to_contain_text(CHANGED)
    expect(link(now, "Ett nytt avsnitt")).not_to_contain_text("klar")
    now.leave()
    state = saved(now.session.kept[STATE])
    assert set(state.read) == {lesson("vardagen"), lesson("barnet"), question("prov")}


@VERSIONS
@pytest.mark.parametrize("release", EARLIER)
def test_what_was_reached_stands_in_a_new_package(launch: Open, version: str, release: str) -> None:
    before = launch(built(release, version), version=version).connected()
    for _ in range(3):
        before.next()
    before.quiz(3)
    before.leave()
    now = launch(package(NOW, FORMATS[version]), like=before.session.next_launch()).connected()
    now.go("Ett nytt avsnitt")
    now.go("Vad minns du?")
    now.press("Gör om quizet")
    now.choose("Alla barn har samma värde.", "Falskt")
    now.leave()
    statuses = ("cmi.core.lesson_status", "cmi.completion_status", "cmi.success_status")
    scores = ("cmi.core.score.raw", "cmi.score.raw", "cmi.score.scaled")
    for name in (*statuses, *scores):
        assert now.session.sets(name) == []
        assert now.session.kept.get(name) == before.session.kept.get(name)


@VERSIONS
def test_a_changed_lesson_is_read_again_and_the_mark_goes(launch: Open, version: str) -> None:
    before = launch(built("the last release", version), version=version).connected()
    before.next()
    before.leave()
    now = launch(package(NOW, FORMATS[version]), like=before.session.next_launch()).connected()
    now.go("Varför barn har rättigheter")
    now.next()
    expect(link(now, "Varför barn har rättigheter")).not_to_contain_text(CHANGED)


def test_a_lesson_the_learner_stood_in_is_gone(launch: Open) -> None:
    before = launch(built("the release before the last", "1.2")).connected()
    before.go("Att lyssna på barnet")
    before.leave()
    now = launch(package(NOW, "scorm12"), like=before.session.next_launch()).connected()
    assert now.heading() == "I vardagen"
