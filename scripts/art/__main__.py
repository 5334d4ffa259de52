"""Draw every picture of the shipped courses: `python -m scripts.art`."""

from importlib import import_module
from pathlib import Path

from scripts.art.shapes import svg

ROOT = Path(__file__).resolve().parents[2]

PICTURES = {
    "omslag": "courses/grundutbildning/media/omslag.svg",
    "vantrum": "courses/grundutbildning/media/vantrum.svg",
    "bok": "courses/grundutbildning/media/bok.svg",
    "samtal": "courses/grundutbildning/media/samtal.svg",
    "dorrar": "courses/grundutbildning/media/dorrar.svg",
    "natt": "courses/grundutbildning/media/natt.svg",
    "mote": "courses/grundutbildning/media/mote.svg",
    "hus": "courses/grundutbildning/media/hus.svg",
    "stig": "courses/grundutbildning/media/stig.svg",
    "ring": "courses/apt-barnkonventionen/media/omslag.svg",
}


def main() -> None:
    for name, place in PICTURES.items():
        target = ROOT / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(svg(import_module(f"scripts.art.pictures.{name}").draw()), encoding="utf-8")


if __name__ == "__main__":
    main()
