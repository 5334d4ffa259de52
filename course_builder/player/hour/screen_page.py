"""A page that shows what the room sees, as one HTML file: in the application, on another machine, and in a meeting kit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from string import Template
from typing import Any

from course_builder.content.render.icon import icon
from course_builder.content.tree import Tree
from course_builder.paths.shipped import TEMPLATES
from course_builder.player.data import inert
from course_builder.player.hour.data import Room
from course_builder.player.icons import sprite

TEMPLATE = TEMPLATES / "player" / "hour_room.html"
DRAWINGS = {"land": "rummet", "edge": "kant", "calm": "stilla"}
ICONS = ("check", "user", "users", "users-round")
"""Those that only the script adds."""
FITS = {"land": "xMaxYMax slice", "edge": "none", "calm": "xMidYMid slice"}
"""How a drawing fills its place, which is never of its own proportions."""


@dataclass(frozen=True)
class Beside:
    """What stands around the screen. `sheet` and `script` say where its own files are; in a kit beside the page.

    `state` is where the hour is: {stage, revision, now}, empty before it began; `server` is None in a kit.
    """

    built: Tree
    sheet: str = "hour.css"
    script: str = "room.js"
    name: str = ""
    server: Mapping[str, Any] | None = None
    state: Mapping[str, Any] = field(default_factory=dict)


NONE: Mapping[str, str] = {}


def screen_page(room: Room, beside: Beside, role: str, bar: str = "", more: Mapping[str, str] = NONE) -> str:
    """`role` is `room`, `single` or `wall`; `bar` is HTML below the screen, and `more` the words of its script."""
    said = room.words
    made = room.data(beside.server)
    data = {**made, "words": {**made["words"], **more}, "role": role, "name": beside.name, **beside.state}
    html = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        {
            **{name: escape(text) for name, text in said.items() if name.startswith("room_")},
            **{name: drawing(name) for name in DRAWINGS},
            "language": room.course.language,
            "title": escape(room.title),
            "view": escape(said["single" if role == "single" else "room"]),
            "sheet": escape(beside.sheet),
            "script": escape(beside.script),
            "sections": room.sections,
            "bar": bar,
            "data": inert(data),
        }
    )
    return html.replace("<!-- icons -->", sprite(html + "".join(map(icon, ICONS)), beside.built), 1)


def drawing(name: str) -> str:
    """In the page itself, so that it has the page's light."""
    path = TEMPLATES / "player" / f"{DRAWINGS[name]}.svg"
    how = f'<svg class="{name}" aria-hidden="true" focusable="false" preserveAspectRatio="{FITS[name]}"'
    return path.read_text(encoding="utf-8").replace("<svg", how, 1)
