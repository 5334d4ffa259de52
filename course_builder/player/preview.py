"""One part as the player shows it, for the editor: the same renderer, the same script, and the lines it comes from."""

from dataclasses import dataclass
from html import escape
from string import Template
from typing import Any

from course_builder.content.render.paint import Paint
from course_builder.content.render.part import part
from course_builder.content.single import Single
from course_builder.content.tree import Tree
from course_builder.paths.shipped import TEMPLATES
from course_builder.player.data import inert, page_data
from course_builder.player.icons import sprite
from course_builder.player.options import PlayerOptions
from course_builder.player.words import words

TEMPLATE = TEMPLATES / "player" / "preview.html"
ICONS = "icons/"


@dataclass(frozen=True)
class Shown:
    """`html` is the part's section, `data` what its script knows."""

    language: str
    title: str
    html: str
    data: dict[str, Any]


EMPTY = Shown("sv", "", '<section class="part"></section>', {})


def shown(single: Single) -> Shown | None:
    """None when the part cannot be read."""
    course, content = single.course, single.part
    if course is None or content is None:
        return None
    paint = Paint(course, words(course.language), lined=True)
    html = part(content, single.position, paint)
    return Shown(course.language, paint.plain(course.title), html, page_data(course, paint, PlayerOptions()))


def page(seen: Shown, sheet: str, script: str, built: Tree) -> str:
    """The page the editor puts in its frame; `sheet` and `script` are addresses."""
    every = "".join(f'<use href="#i-{name}"' for name in _icons(built))
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        {
            "language": seen.language,
            "title": escape(seen.title),
            "part": seen.html,
            "data": inert(seen.data),
            "icons": sprite(every, built),
            "sheet": escape(sheet),
            "script": escape(script),
        }
    )


def _icons(built: Tree) -> list[str]:
    """Any of them: nobody knows what will be written."""
    return [path[len(ICONS) : -len(".svg")] for path in built.paths() if path.startswith(ICONS)]
