"""What is written over the drawings of the wall can be read: large type against every colour that may lie behind it."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[3] / "course_builder/player/browser"
NAMES = ("sky", "mid", "leaf", "leaf2")
"""The hills at its foot."""
LARGE = 3.0
"""WCAG 1.4.3, for type this size."""


def colours(theme: str) -> dict[str, str]:
    """Both sheets' tokens in a theme."""
    text = (CSS / "css/tokens.css").read_text("utf-8") + (CSS / "hour/css/room.css").read_text("utf-8")
    pairs = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", text)
    return {name: light if theme == "light" else dark for name, light, dark in pairs}


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_time_stands_out_from_the_hills(theme: str) -> None:
    known = colours(theme)
    found = {name: round(contrast(known["ink"], known[f"a-{name}"]), 1) for name in NAMES}
    assert min(found.values()) >= LARGE, found
    assert contrast(known["ink"], known["a-sky"]) >= 4.5
