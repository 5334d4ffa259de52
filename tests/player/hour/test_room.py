"""The pages of the room: what stands on the wall, and that nothing meant for those who lead it is in any byte of them."""

import json
import re
from datetime import date
from functools import cache

import pytest

from course_builder.content.course import Course
from course_builder.content.step import Step
from course_builder.content.steps import of_talk, ready_plans, steps
from course_builder.library.folders import read_folder
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, COURSES
from course_builder.player.hour.data import Room, Showing, room_data
from course_builder.player.hour.room import room_page, wall_page
from course_builder.player.hour.screen_page import Beside
from course_builder.player.hour.single import single_page
from course_builder.player.hour.step_slides import OpenAction, Unit
from tests.player.hour.told import CANARY, told

PAGES = {"room": room_page, "wall": wall_page, "single": single_page}
HOUR = "apt-barnkonventionen"


@cache
def shipped() -> Course:
    course = read_folder(COURSES / HOUR, date(2026, 11, 23)).course
    assert course is not None
    return course


def room() -> Room:
    return Room(shipped(), steps(shipped(), 60))


def titles(of: Room, step_id: str) -> list[str]:
    return [slide.title for slide in of.slides[step_id]]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_byte_for_those_who_lead(name: str) -> None:
    """Trust 46, 4.4: the wall's page has no facilitator text, no right answers, and nobody's name."""
    course = told()
    plans = [steps(course, minutes) for minutes in ready_plans(course)]
    for plan in (*plans, of_talk(course, "vantrum", 45)):
        html = PAGES[name](Room(course, plan), Beside(FolderTree(BUILT)))
        assert CANARY not in html
        assert "Vad gjorde någon som hjälpte?" in html


def test_the_data_is_what_the_clock_and_the_wall_need() -> None:
    data = room_data(shipped(), steps(shipped(), 60))
    film = next(step for step in data["steps"] if step["kind"] == "film")
    assert film == {
        "id": "zcgt.film", "item": "zcgt", "kind": "film", "title": "Väntrummet", "minutes": 5, "form": None, "lead": "ombud",
        "method": None, "shrink": None, "least": None, "keep": False, "pages": 1, "film": "vantrummet",
        "group": "Film och samtal",
    }  # fmt: skip
    assert sum(step["minutes"] for step in data["steps"]) == 60
    assert data["server"] is None
    talk = data["films"]["vantrummet"]
    assert [(stop["at"], stop["seconds"], stop["method"]) for stop in talk["stops"]] == [
        (41.0, 90, "tyst"),
        (70.0, 90, "bikupa"),
    ]
    assert {name: one["src"] for name, one in talk["versions"].items()} == {
        "plain": "media/vantrummet.webm",
        "described": "media/vantrummet-syntolkad.webm",
    }
    assert json.loads(json.dumps(data)) == json.loads(json.dumps(room_data(shipped(), steps(shipped(), 60))))


def test_a_lesson_is_headings_and_short_lists_and_its_question_stands_alone() -> None:
    shown = room()
    assert titles(shown, "vgff") == ["Välkommen", "Sex spelregler", "Om något känns", "Stöd till dig"]
    rules = shown.slides["vgff"][1].body
    assert rules.count("<li>") == 6
    assert titles(shown, "vxdm") == [
        "Incheckning",
        "När påverkade ditt arbete senast ett barn, direkt eller indirekt?",
    ]
    assert [slide.ask for slide in shown.slides["vxdm"]] == [False, True]
    assert [slide.classes for slide in shown.slides["wbcj"]] == ["corners", ""]


def test_nothing_on_the_wall_can_be_followed_or_pressed() -> None:
    html = room_page(room(), Beside(FolderTree(BUILT)))
    body = html[html.index("<body") : html.index("<script")]
    assert re.findall(r"<(?:a|button|input|select|textarea)\b", body) == []
    assert 'style="' not in html
    assert not re.search(r'(?:src|href)="https?:', html)


def test_a_unit_adds_what_it_agreed_and_its_own_support() -> None:
    unit = Unit(
        [OpenAction("Hälsa på barnet <först>", "den som ropar in")],
        {"support": [("Vårt eget stöd", "Rum 4")]},
    )
    course = shipped()
    actions = Step("actions", "actions", "actions", "Sedan sist", 5)
    shown = Room(course, (actions, *steps(course, 60)), Showing(unit=unit))
    assert "Hälsa på barnet &lt;först&gt; (den som ropar in)" in shown.slides["actions"][0].body
    assert shown.slides["vgff"][3].body == "<ul><li><strong>Vårt eget stöd</strong>: Rum 4</li></ul>"
    assert "Företagshälsan" not in shown.sections


def test_quiz_questions_stand_one_at_a_time_without_what_is_right() -> None:
    slides = room().slides["wszz"]
    assert [slide.eyebrow for slide in slides] == ["Fråga 1 av 3", "Fråga 2 av 3", "Fråga 3 av 3"]
    assert slides[0].body.count("<li>") == 3
    assert "right" not in slides[0].body


def test_a_film_that_will_not_play_is_a_scene_with_its_stops_in_their_places() -> None:
    scene = room().data()["films"]["vantrummet"]["scene"]
    stops = [place for place, page in enumerate(scene) if page["stop"]]
    assert [scene[place]["stop"] for place in stops] == ["zpgj", "zwkm"]
    told_before = [line["text"] for page in scene[: stops[0]] for line in page["lines"]]
    assert told_before[2] == "Ett barn sitter på en stol som är för hög."
    assert told_before[-1] == "Det blir tyst"
    assert scene[stops[0] + 1]["lines"][0] == {"time": "0:42", "text": "En kvart senare.", "sound": False}
    assert all(len(page["lines"]) <= 4 for page in scene)


def test_each_page_of_the_scene_has_the_picture_of_its_moment() -> None:
    scene = room().data()["films"]["vantrummet"]["scene"]
    shown = [(page["stop"], page["still"]["src"].partition("-")[2]) for page in scene]
    assert shown == [
        (None, "0-09.webp"), (None, "0-18.webp"), (None, "0-36.webp"), (None, "0-36.webp"), ("zpgj", "0-41.webp"),
        (None, "0-50.webp"), (None, "1-00.webp"), (None, "1-06.webp"), ("zwkm", "1-10.webp"), (None, "1-18.webp"),
        (None, "1-24.webp"),
    ]  # fmt: skip
    assert (
        scene[4]["still"]["alt"]
        == "Barnet har tagit ner handen och håller om kaninen. Pappret är kvar ovanför."
    )
    bare = room_data(told(), steps(told(), 60))["films"]["vantrum"]["scene"]
    assert {page["still"] for page in bare} == {None}


def test_a_linked_film_is_a_card_and_a_copy_is_offered_only_where_somebody_may_show_it() -> None:
    films = room_data(told(), steps(told(), 60))["films"]
    assert films["lank"]["link"]["url"] == "https://film.example.se/vantrum"
    assert films["lank"]["versions"]["plain"]["src"] is None
    assert (films["lank"]["local"], films["vantrum"]["local"]) == (True, False)
    late = room_data(told("2026-11-20"), steps(told("2026-11-20"), 60))["films"]
    assert late["lank"]["local"] is False


def test_the_pages_of_english_courses_are_english() -> None:
    html = room_page(Room(told(language="en"), steps(told(language="en"), 60)), Beside(FolderTree(BUILT)))
    assert '<html lang="en"' in html
    assert "We end at {time}" in html
