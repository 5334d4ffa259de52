"""The icons a page shows, drawn once."""

import re

from course_builder.content.tree import Tree
from course_builder.player.built import built_file

ICONS = (
    "arrow-down", "arrow-left", "arrow-right", "arrow-up", "check", "circle", "circle-check", "circle-dot", "cloud",
    "cloud-check", "cloud-off", "download", "heart", "info", "log-out", "minus", "printer", "rotate-ccw", "x",
)  # fmt: skip
"""Those that only the script adds."""
USED = re.compile(r'<use href="#i-([a-z0-9-]+)"')
DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def sprite(html: str, built: Tree) -> str:
    names = sorted({*ICONS, *USED.findall(html)})
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{_drawing(name, built)}</symbol>' for name in names
    )
    return f'<svg class="sprite" width="0" height="0" aria-hidden="true">{symbols}</svg>'


def _drawing(name: str, built: Tree) -> str:
    with built_file(built, f"icons/{name}.svg").open() as stream:
        found = DRAWING.search(stream.read().decode())
    return found[1] if found else ""
