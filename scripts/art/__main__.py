"""Draw every picture of the shipped courses and papers: `python -m scripts.art`."""

from importlib import import_module
from pathlib import Path

from scripts.art.shapes import HEIGHT, WIDTH, svg
from scripts.art.themed import themed

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
    "horisont": "templates/paper/horisont.svg",
    "rummet": "templates/player/rummet.svg",
    "kant": "templates/player/kant.svg",
    "stilla": "templates/player/stilla.svg",
    "timmen": "templates/web/meetings/plan_drawing.svg",
}


def drawn(name: str) -> str:
    picture = import_module(f"scripts.art.pictures.{name}")
    made = svg(picture.draw(), getattr(picture, "SIZE", (WIDTH, HEIGHT)))
    return themed(made) if getattr(picture, "THEMED", False) else made


def main() -> None:
    for name, place in PICTURES.items():
        target = ROOT / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(drawn(name), encoding="utf-8")


if __name__ == "__main__":
    main()
