"""Words as outlines, so that no font has to be found when a frame is drawn."""

from functools import cache
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from scripts.art.shapes import number, points

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "node_modules/@fontsource-variable/hedvig-letters-serif/files"


@cache
def _font() -> TTFont:
    return TTFont(FONTS / "hedvig-letters-serif-latin-opsz-normal.woff2")


@cache
def _outline(text: str) -> tuple[str, float]:
    font = _font()
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    pieces, x = [], 0.0
    for letter in text:
        glyph = glyphs[names[ord(letter)]]
        pen = SVGPathPen(glyphs)
        glyph.draw(pen)
        pieces.append(f'<path transform="translate({number(x)} 0)" d="{pen.getCommands()}"/>')
        x += glyph.width
    return "".join(pieces), x


def words(text: str, x: float, y: float, size: float, fill: str) -> str:
    """`x` is the middle of the line, `y` its foot."""
    outline, width = _outline(text)
    scale = size / _font()["head"].unitsPerEm
    start = points([(x - width * scale / 2, y)])
    return f'<g fill="{fill}" transform="translate({start}) scale({scale:.5f} {-scale:.5f})">{outline}</g>'
