"""A drawing for a screen that may be dark: its colours by their names, so that the page's style sheet decides them."""

import re

from scripts.art import palette

COLOUR = re.compile(r'"(#[0-9a-f]{6})"')
NAMES = {
    value: name.lower().replace("_", "-")
    for name, value in vars(palette).items()
    if isinstance(value, str) and value.startswith("#")
}
TURNED = {palette.shade(value): f"{name}-turned" for value, name in NAMES.items()}
"""The side of a thing that is turned away."""


def themed(svg: str) -> str:
    """`#62acb5` -> `var(--a-mid)`; a colour without a name stays as it is."""
    return COLOUR.sub(lambda found: f'"{_named(found[1])}"', svg)


def _named(colour: str) -> str:
    name = NAMES.get(colour) or TURNED.get(colour)
    return f"var(--a-{name})" if name else colour
