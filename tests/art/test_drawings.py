"""The committed drawings are what the kit draws, and a package can show them as plain pictures."""

from pathlib import Path

import pytest
from lxml import etree

from scripts.art.__main__ import PICTURES, drawn

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {SVG + name for name in ("svg", "g", "path", "circle", "ellipse", "rect", "clipPath")}
LARGEST = 12_000
SIZES = {
    "horisont": ("745", "220"),
    "kant": ("1600", "130"),
    "rummet": ("1600", "300"),
    "stilla": ("1600", "900"),
}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_the_file_is_what_the_kit_draws(name: str) -> None:
    assert (ROOT / PICTURES[name]).read_text(encoding="utf-8") == drawn(name)


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_the_file_is_small_and_holds_only_shapes(name: str) -> None:
    path = ROOT / PICTURES[name]
    root = etree.parse(path).getroot()
    assert {element.tag for element in root.iter()} <= ALLOWED
    width, height = SIZES.get(name, ("480", "270"))
    assert (root.get("viewBox"), root.get("width"), root.get("height")) == (
        f"0 0 {width} {height}",
        width,
        height,
    )
    assert path.stat().st_size <= LARGEST
