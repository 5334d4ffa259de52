"""Whether a QR code printed on a certificate leads where it should: its modules, read off the paper."""

import re
import subprocess
from pathlib import Path

from PIL import Image

BESIDE = "Kontrollera"
"""The first word to the right of the code."""
DPI = 300
MM = DPI / 25.4
POINT = DPI / 72
AWAY, SIDE = 34 * MM, 31 * MM
"""How far to the left of the word the code begins, and how wide it is with its quiet zone."""
DARK = 128

Modules = tuple[tuple[bool, ...], ...]


def modules(paper: Path, across: int) -> Modules:
    """Which of the code's squares are dark, `across` of them in a row."""
    code = _code(paper)
    step = code.width / across
    return tuple(
        tuple(bool(code.getpixel((int((x + 0.5) * step), int((y + 0.5) * step)))) for x in range(across))
        for y in range(across)
    )


def _code(paper: Path) -> Image.Image:
    """The code alone: what is dark in it is light here, cut at its outermost squares."""
    x, y = _beside(paper)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", "-png", paper, paper.with_suffix("")], check=True)  # fmt: skip
    with Image.open(paper.with_suffix(".png")) as page:
        ink = page.convert("L").point([255] * DARK + [0] * (256 - DARK))
    left, top = x - AWAY, y - SIDE
    around = ink.crop((int(left), int(top), int(left + SIDE), int(y + SIDE)))
    return around.crop(around.getbbox())


def _beside(paper: Path) -> tuple[float, float]:
    words = subprocess.run(
        ["pdftotext", "-bbox", paper, "-"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{BESIDE}<', words)
    assert found is not None, words
    return float(found[1]) * POINT, float(found[2]) * POINT
