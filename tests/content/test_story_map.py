"""The map of a story: rows by the number of choices, loops, ways to nowhere and scenes that nobody reaches."""

import xml.etree.ElementTree as XML
from typing import Any

from course_builder.content.render.story_svg import story_svg
from course_builder.content.story_map import StoryMap, story_map

SVG = "{http://www.w3.org/2000/svg}"


def scene(name: str, *then: str, text: str = "") -> dict[str, Any]:
    return {
        "id": name,
        "text": text or name,
        "choices": [{"id": f"b{name}{one}", "then": one} for one in then],
    }


STORY = {"scenes": [scene("saaa", "sbbb", "sccc"), scene("sbbb", "saaa", "sddd"), scene("sccc", "sddd", "sxxx"), scene("sddd"), scene("seee")]}  # fmt: skip


def svg(story: StoryMap) -> XML.Element:
    drawn = story_svg(
        story, "Karta", lambda stop: f"{stop.number}. {stop.text}", lambda stop: f"#f-{stop.id}"
    )
    return XML.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_rows_are_by_how_many_choices_lead_there() -> None:
    story = story_map(STORY)
    rows = [
        sorted(stop.id for stop in story.stops if stop.y == y)
        for y in sorted({stop.y for stop in story.stops})
    ]
    assert rows == [["saaa"], ["sbbb", "sccc"], ["sddd"], ["seee"]]
    assert [(stop.id, stop.is_end, stop.is_reached) for stop in story.stops if stop.is_end] == [
        ("sddd", True, True), ("seee", True, False),
    ]  # fmt: skip
    assert len({(stop.x, stop.y) for stop in story.stops}) == len(story.stops)
    assert all(0 < stop.x < story.width and 0 < stop.y < story.height for stop in story.stops)


def test_a_loop_leads_back_and_a_missing_scene_nowhere() -> None:
    ways = [(way.start.id, way.end and way.end.id, way.kind) for way in story_map(STORY).ways]
    assert ways == [
        ("saaa", "sbbb", "on"), ("saaa", "sccc", "on"), ("sbbb", "saaa", "back"), ("sbbb", "sddd", "on"),
        ("sccc", "sddd", "on"), ("sccc", None, "nowhere"),
    ]  # fmt: skip


def test_a_choice_may_lead_to_the_same_row_or_to_where_one_is() -> None:
    story = {"scenes": [scene("saaa", "sbbb", "sccc"), scene("sbbb", "sccc"), scene("sccc", "sccc")]}
    ways = [(way.start.id, way.end and way.end.id, way.kind) for way in story_map(story).ways]
    assert ways == [
        ("saaa", "sbbb", "on"),
        ("saaa", "sccc", "on"),
        ("sbbb", "sccc", "side"),
        ("sccc", "sccc", "back"),
    ]
    assert len(svg(story_map(story)).findall(f"{SVG}g/{SVG}path")) == 4


def test_every_scene_is_a_link_to_its_words() -> None:
    drawn = svg(story_map({"scenes": [scene("saaa", text='<b>"Nora" & Ali</b>')]}))
    links = drawn.findall(f"{SVG}a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("#f-saaa", '1. <b>"Nora" & Ali</b>')
    ]


def test_a_story_that_is_not_written_yet() -> None:
    assert story_map({}).stops == ()
    assert story_map({"scenes": ["?", {"text": "utan id"}, {"id": "saaa", "choices": "?"}]}).stops[0].is_end
    assert svg(story_map({"scenes": None})).findall(f"{SVG}a") == []
