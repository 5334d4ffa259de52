"""The leader's view of a running hour: one page, in the application and in a meeting kit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from string import Template
from typing import Any

from course_builder.content.render.paint import Paint
from course_builder.paths.shipped import TEMPLATES
from course_builder.player.data import inert
from course_builder.player.hour import (
    attendance_words,
    check_words,
    follow_words,
    kit_words,
    leader_words,
    poll_words,
)
from course_builder.player.hour.data import Room
from course_builder.player.hour.notes import notes
from course_builder.player.hour.poll_data import polls
from course_builder.player.hour.screen_page import Beside
from course_builder.player.hour.support import Support, Where, place
from course_builder.player.icons import sprite

TEMPLATE = TEMPLATES / "player" / "hour_leader.html"
CALLED = re.compile(r"\$icon_(\w+)")
ICONS = (
    "alarm-clock", "arrow-left", "arrow-right", "check", "clapperboard", "cloud-off", "eye-off", "flag", "hand", "keyboard", "monitor",
    "monitor-check", "moon", "pause", "pin", "play", "plus", "rotate-ccw", "skip-back", "sun", "undo-2", "x",
)  # fmt: skip
"""Those of the template."""


@dataclass(frozen=True)
class Leading:
    """`starts` and `ends` are the planned times in milliseconds, None in a kit: there an hour ends its minutes after it
    began. `room` and `single` are the addresses of those pages, `home` of the page that the leader came from.
    """

    starts: int | None = None
    ends: int | None = None
    room: str = "room.html"
    single: str = "one.html"
    home: str = "#main"
    support: Support = field(default_factory=Support)


def leader_data(room: Room, beside: Beside, leading: Leading) -> dict[str, Any]:
    """What the page's script knows."""
    language = room.course.language
    made = room.data(beside.server)
    return {
        **made,
        "role": "leader",
        "id": room.showing.hour,
        "language": language,
        "name": beside.name,
        "starts": leading.starts,
        "ends": leading.ends,
        "room": leading.room,
        "single": leading.single,
        "follow": follow_words.follow_data(room.course),
        "polls": polls(room),
        **beside.state,
        "words": {
            **made["words"],
            **attendance_words.WORDS[language],
            **follow_words.words(language),
            **({} if beside.server else {"kit": kit_words.words(language, room.showing.planned)}),
            **poll_words.WORDS[language],
            "check": dict(check_words.WORDS[language]),
            "lead": dict(leader_words.SCRIPT[language]),
        },
    }


def leader_page(room: Room, beside: Beside, leading: Leading) -> str:
    """The whole HTML."""
    words = {**room.words, **leader_words.PAGE[room.course.language]}
    paint = Paint(room.course, words)
    body = Template(_with_icons(TEMPLATE.read_text(encoding="utf-8"))).substitute(
        {
            **{name: escape(text) for name, text in words.items()},
            **_of_support(leading.support, words),
            "language": room.course.language,
            "title": escape(room.title),
            "home": escape(leading.home),
            "sheet": escape(beside.sheet),
            "script": escape(beside.script),
            "notes": notes(room.course, room.steps, paint),
            "data": inert(leader_data(room, beside, leading)),
        }
    )
    return body.replace("<!-- icons -->", sprite(body, beside.built), 1)


def _with_icons(template: str) -> str:
    """`$icon_arrow_left` -> the drawing, shown by name."""
    return CALLED.sub(
        lambda called: (
            f'<svg class="i" aria-hidden="true"><use href="#i-{called[1].replace("_", "-")}"/></svg>'
        ),
        template,
    )


def _of_support(support: Support, words: Mapping[str, str]) -> dict[str, str]:
    routine = support.routine or Where(words["lead_routine"])
    contacts = "".join(f"<li>{place(one)}</li>" for one in support.contacts)
    return {
        "real_child_how": words["lead_real_child_how"].replace("{routine}", place(routine)),
        "routine": place(support.routine) if support.routine else escape(words["lead_calm_none"]),
        "contacts": f"<ul>{contacts}</ul>" if contacts else f"<p>{escape(words['lead_calm_no_support'])}</p>",
        "stale": f'<p class="small">{escape(words["lead_calm_stale"])}</p>' if support.old else "",
    }
