"""Answers on their way to the portal: points 10 and 13 of packages.md 5.1, pitfalls 20, 21, 23 and 30."""

import pytest

from tests.browser.ten_kinds import ten_kinds
from tests.portal.conftest import FORMATS, Open
from tests.portal.courses import TITLE, package
from tests.portal.learner import Learner
from tests.portal.saved import saved

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])


def answer_all(learner: Learner) -> None:
    """Every kind of question of the second lesson, one wrong where that is possible."""
    for form in learner.course.locator("section.part:visible form.q").all():
        kind = form.get_attribute("data-kind")
        if kind in ("truth", "choice", "scale"):
            form.locator("label.opt").first.click()
        elif kind == "choices":
            for row in form.locator("label.opt").all()[:2]:
                row.click()
        elif kind in ("text", "number", "reflect"):
            form.locator("input, textarea").first.fill(
                {"text": "förra året", "number": "41,5"}.get(kind, "Tankar")
            )
        for select in form.locator("select").all():
            select.select_option(index=1)
        for field in form.locator(".gap input").all():
            field.fill("1989")
        if kind != "reflect":
            form.get_by_role("button", name="Svara").click()


TYPES_12 = [
    "true-false",
    "choice",
    "choice",
    "fill-in",
    "fill-in",
    "numeric",
    "matching",
    "sequencing",
    "likert",
]


@VERSIONS
def test_point_10_and_pitfalls_20_21_23_all_ten_kinds_in_the_version_s_dialect(
    launch: Open, version: str
) -> None:
    learner = launch(package(ten_kinds(), FORMATS[version]), version=version).connected()
    learner.go("Pröva dig fram")
    answer_all(learner)
    learner.press("Försök igen")
    learner.leave()
    rows = learner.session.interactions()
    assert [row["type"] for row in rows] == TYPES_12
    assert all(row["id"].isascii() and row["id"].endswith("-a1") for row in rows)
    assert [row["weighting"] for row in rows] == ["1.00"] * 9
    field = "student_response" if version == "1.2" else "learner_response"
    assert rows[5][field] == "41.5"
    assert rows[1][field] == ("a" if version == "1.2" else "oa")
    assert rows[0]["result"] == ("wrong" if version == "1.2" else "incorrect")
    assert "Tankar" not in "".join(value for row in rows for value in row.values())


@VERSIONS
def test_pitfall_20_a_question_answered_again_gets_an_id_of_its_own_also_after_a_restart(
    launch: Open, version: str
) -> None:
    learner = launch(version=version).connected()
    learner.choose("Vem har rättigheter?", "Några barn")
    learner.press("Försök igen")
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()
    again = launch(like=learner.session.next_launch()).connected()
    again.press("Försök igen")
    again.choose("Vem har rättigheter?", "Alla barn")
    again.leave()
    assert [row["id"] for row in learner.session.interactions()] == ["ovning-a1", "ovning-a2"]
    assert [row["id"] for row in again.session.interactions()] == ["ovning-a3"]


def test_point_10_order_of_the_fields(launch: Open) -> None:
    learner = launch(version="2004").connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()
    names = list(learner.session.interactions()[0])
    assert names[:2] == ["id", "type"]


@VERSIONS
def test_point_13_and_pitfall_30_swedish_letters_come_through_byte_for_byte(
    launch: Open, version: str
) -> None:
    text = "Å, ä, ö – ’citat” é €"
    learner = launch(version=version, learner="Öberg, Åsa").connected()
    assert TITLE in learner.course.title()
    learner.go("Att lyssna på barnet")
    field = learner.course.locator("section.part:visible textarea")
    field.fill(text)
    field.blur()
    learner.go("Vad minns du?")
    learner.choose("Barnkonventionen är svensk lag.", "Sant")
    learner.press("Nästa fråga")
    learner.choose("Vilka artiklar är lag?", "Alla 54")
    learner.press("Nästa fråga")
    learner.write("När blev konventionen lag?", "förra året – ’då”")
    learner.leave()
    answer = learner.session.interactions()[2]["student_response" if version == "1.2" else "learner_response"]
    assert answer == "förra året – ’då”"
    if version == "2004":
        assert learner.session.interactions()[0]["description"] == "{lang=sv}Barnkonventionen är svensk lag."
    assert all(value.isascii() for value in learner.session.sets("cmi.suspend_data"))
    again = launch(like=learner.session.next_launch()).connected()
    again.go("Att lyssna på barnet")
    assert again.course.locator("section.part:visible textarea").input_value() == text


@pytest.mark.parametrize("letters", ["åäö", "日本語", "😀"])
def test_any_letter_survives_in_a_stored_text(launch: Open, letters: str) -> None:
    learner = launch().connected()
    learner.go("Att lyssna på barnet")
    field = learner.course.locator("section.part:visible textarea")
    field.fill(letters)
    field.blur()
    learner.leave()
    again = launch(like=learner.session.next_launch()).connected()
    assert again.course.locator("section.part:visible textarea").input_value() == letters
    assert saved(again.session.kept.get("cmi.suspend_data"))
