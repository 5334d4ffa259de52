"""A story with choices as a form: its map, every scene of which leads to where it is written."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from course_builder.content.render.story_svg import story_svg
from course_builder.content.story_map import Stop, StoryMap, story_map
from course_builder.web.language import gettext

MOST_WORDS = 60


def story_around(case: Mapping[str, Any]) -> Mapping[str, Any]:
    story = story_map(case)
    drawn = story_svg(story, gettext("Karta över berättelsen"), lambda stop: _told(story, stop), _address)
    return {"story": story, "story_svg": Markup(drawn)}  # noqa: S704  # every text in it is escaped where it is drawn


def _told(story: StoryMap, stop: Stop) -> str:
    """`2. Nora får frågan själv. Leder till 3 och 4.`"""
    words = stop.text if len(stop.text) <= MOST_WORDS else f"{stop.text[:MOST_WORDS]}…"
    said = [f"{stop.number}. {words}".strip(), _leads(story, stop)]
    if not stop.is_reached:
        said.append(gettext("Ingen väg leder hit."))
    return " ".join(said)


def _leads(story: StoryMap, stop: Stop) -> str:
    if stop.is_end:
        return gettext("Slutet.")
    numbers = sorted({way.end.number for way in story.ways_from(stop) if way.end})
    if not numbers:
        return gettext("Leder ingenstans än.")
    return gettext("Leder till %(numbers)s.") % {"numbers": ", ".join(map(str, numbers))}


def _address(stop: Stop) -> str:
    return f"#f-scenes-{stop.id}-text"
