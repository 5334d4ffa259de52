"""Status and score: points 3, 4, 8 and 9 of packages.md 5.1, pitfalls 11-17."""

import pytest
from playwright.sync_api import expect

from course_builder.packaging.options import BuildOptions
from tests.portal.conftest import FORMATS, Open
from tests.portal.courses import course, package
from tests.portal.learner import Learner
from tests.portal.saved import question, saved

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])
STATUS = "cmi.core.lesson_status"
RAW = "cmi.core.score.raw"
COMPLETION = "cmi.completion_status"
SUCCESS = "cmi.success_status"
SCALED = "cmi.score.scaled"


def verdict(learner: Learner) -> tuple[str | None, ...]:
    """What the portal holds: the status, or completion and success."""
    kept = learner.session.kept
    names = (STATUS,) if learner.session.launch.version == "1.2" else (COMPLETION, SUCCESS)
    return tuple(kept.get(name) for name in names)


@VERSIONS
def test_point_03_a_first_launch_is_incomplete_and_committed_within_a_second(
    launch: Open, version: str
) -> None:
    learner = launch(version=version).connected()
    calls = learner.session.calls
    commit = next(call for call in calls if call["verb"] == "commit")
    assert commit["at"] - calls[0]["at"] < 1000
    assert verdict(learner) == (("incomplete",) if version == "1.2" else ("incomplete", "unknown"))


@VERSIONS
def test_pitfall_17_exit_is_suspend_from_the_start_and_after_completion(launch: Open, version: str) -> None:
    learner = launch(version=version).connected()
    name = "cmi.core.exit" if version == "1.2" else "cmi.exit"
    assert learner.session.kept[name] == "suspend"
    learner.read_all()
    learner.quiz(3)
    learner.leave()
    assert learner.session.sets(name) == ["suspend"]
    again = launch(like=learner.session.next_launch()).connected()
    assert again.heading() == "Vad minns du?"


@VERSIONS
def test_pitfall_12_opening_and_closing_is_no_completion(launch: Open, version: str) -> None:
    learner = launch(package(course(("barnet.md",)), FORMATS[version]), version=version).connected()
    learner.leave()
    assert verdict(learner)[0] == "incomplete"


SEEDED = {
    "1.2": [
        {STATUS: word, RAW: "80", "cmi.core.entry": "resume"} for word in ("passed", "completed", "failed")
    ],
    "2004": [
        {COMPLETION: completion, SUCCESS: success, SCALED: "0.8", "cmi.entry": "resume"}
        for completion, success in (
            ("completed", "passed"),
            ("completed", "unknown"),
            ("incomplete", "failed"),
        )
    ],
}


@pytest.mark.parametrize(
    ("version", "stored"), [(version, stored) for version, rows in SEEDED.items() for stored in rows]
)
def test_point_04_and_pitfall_11_no_status_is_lowered(
    launch: Open, version: str, stored: dict[str, str]
) -> None:
    learner = launch(version=version, stored=stored).connected()
    learner.read_all()
    learner.quiz(0)
    learner.leave()
    kept = learner.session.kept
    for name in (STATUS, COMPLETION, SUCCESS):
        if stored.get(name) not in (None, "unknown"):
            assert kept[name] == stored[name]
    if "passed" in stored.values() or "completed" in stored.values():
        assert [
            call for name in (STATUS, RAW, COMPLETION, SUCCESS, SCALED) for call in learner.session.sets(name)
        ] == []


@VERSIONS
def test_point_04_position_answers_and_attempts_come_back(launch: Open, version: str) -> None:
    first = launch(version=version).connected()
    first.choose("Vem har rättigheter?", "Några barn")
    first.read_all()
    first.quiz(1)
    first.leave()
    again = launch(like=first.session.next_launch()).connected()
    assert again.heading() == "Vad minns du?"
    expect(again.course.get_by_role("heading", name="1 av 3 poäng")).to_be_visible()
    again.press("Försök igen")
    again.quiz(3)
    again.leave()
    ids = [row["id"] for row in again.session.interactions()]
    assert ids == ["lagen-a2", "vilka-a2", "nar-a2"]
    state = saved(again.session.kept.get("cmi.suspend_data"))
    assert state.quizzes[question("prov")] == "3/3/2"
    assert verdict(again)[-1] == "passed"


@VERSIONS
def test_a_finished_course_opens_for_reading_and_its_status_is_left_alone(launch: Open, version: str) -> None:
    first = launch(version=version).connected()
    first.read_all()
    first.quiz(3)
    first.leave()
    again = launch(like=first.session.next_launch()).connected()
    expect(again.notice("done")).to_have_text(
        "Du har redan genomfört kursen. Läs gärna igen: ditt resultat står kvar."
    )
    again.go("Att lyssna på barnet")
    again.leave()
    written = {call["args"][0] for call in again.session.calls if call["verb"] == "set"}
    assert written <= {"cmi.suspend_data", *(f"cmi.{name}" for name in ("core.exit", "exit", "core.session_time", "session_time", "core.lesson_location", "location"))}  # fmt: skip
    assert verdict(again) == verdict(first)


@pytest.mark.parametrize(
    ("right", "raw", "scaled", "status"),
    [(0, "0.00", "0.0000", "failed"), (2, "66.67", "0.6667", "passed"), (3, "100.00", "1.0000", "passed")],
)
def test_point_08_and_pitfall_22_scores_in_both_versions(
    launch: Open, right: int, raw: str, scaled: str, status: str
) -> None:
    for version in FORMATS:
        learner = launch(version=version).connected()
        learner.read_all()
        assert [*learner.session.sets(RAW), *learner.session.sets(SCALED)] == []
        learner.quiz(right)
        learner.leave()
        kept = learner.session.kept
        assert verdict(learner)[-1] == status
        if version == "1.2":
            assert [kept[f"cmi.core.score.{name}"] for name in ("raw", "min", "max")] == [raw, "0", "100"]
        else:
            assert [kept[f"cmi.score.{name}"] for name in ("raw", "min", "max", "scaled")] == [
                raw,
                "0",
                "100",
                scaled,
            ]


MATRIX = [
    # rule, fail reports, right answers (None: quiz not taken) -> 1.2, 2004
    ("passed", "failed", 3, ("passed",), ("completed", "passed")),
    ("passed", "failed", 1, ("failed",), ("incomplete", "failed")),
    ("passed", "failed", None, ("incomplete",), ("incomplete", "unknown")),
    ("passed", "incomplete", 1, ("incomplete",), ("incomplete", "unknown")),
    ("taken", "failed", 3, ("completed",), ("completed", "unknown")),
    ("taken", "failed", 1, ("completed",), ("completed", "unknown")),
    ("taken", "failed", None, ("incomplete",), ("incomplete", "unknown")),
]


@VERSIONS
@pytest.mark.parametrize(("rule", "fail", "right", "one", "two"), MATRIX)
def test_point_09_and_pitfalls_13_15_16_the_status_matrix(
    launch: Open, version: str, rule: str, fail: str, right: int | None, one: tuple[str], two: tuple[str, str]
) -> None:
    options = BuildOptions(fail_reports=fail)  # type: ignore[arg-type]
    learner = launch(package(course(quizzes=rule), FORMATS[version], options), version=version).connected()
    learner.read_all()
    if right is not None:
        learner.quiz(right)
    learner.leave()
    assert verdict(learner) == (one if version == "1.2" else two)


@VERSIONS
def test_pitfall_15_a_course_without_a_quiz_is_completed(launch: Open, version: str) -> None:
    learner = launch(
        package(course(("barnet.md", "lyssna.md")), FORMATS[version]), version=version
    ).connected()
    learner.go("Att lyssna på barnet")
    learner.press("Jag är klar")
    expect(learner.course.get_by_text("Det här har du kvar:")).to_be_focused()
    learner.go("Varför barn har rättigheter")
    learner.next()
    learner.leave()
    assert verdict(learner) == (("completed",) if version == "1.2" else ("completed", "unknown"))
    assert RAW not in learner.session.kept
    assert SCALED not in learner.session.kept


@VERSIONS
def test_pitfall_13_the_last_attempt_is_reported_even_by_the_mild_policy(launch: Open, version: str) -> None:
    options = BuildOptions(fail_reports="incomplete")
    made = package(course(more="attempts: 2\n"), FORMATS[version], options)
    learner = launch(made, version=version).connected()
    learner.read_all()
    learner.quiz(0)
    learner.press("Försök igen")
    assert "failed" not in verdict(learner)
    learner.quiz(1)
    learner.leave()
    assert verdict(learner)[-1] == "failed"


@VERSIONS
@pytest.mark.parametrize(("mastery", "right", "status"), [(0.9, 2, "failed"), (0.3, 1, "passed")])
def test_pitfall_14_the_portal_s_mastery_score_wins(
    launch: Open, version: str, mastery: float, right: int, status: str
) -> None:
    learner = launch(version=version, mastery=mastery).connected()
    learner.read_all()
    learner.quiz(right)
    learner.leave()
    assert verdict(learner)[-1] == status


@VERSIONS
def test_pitfall_14_no_score_while_the_portal_could_only_call_it_failed(launch: Open, version: str) -> None:
    options = BuildOptions(fail_reports="incomplete")
    learner = launch(package(course(), FORMATS[version], options), version=version, mastery=0.9).connected()
    learner.read_all()
    learner.quiz(2)
    learner.leave()
    assert verdict(learner)[-1] in ("incomplete", "unknown")
    assert [*learner.session.sets(RAW), *learner.session.sets(SCALED)] == []
