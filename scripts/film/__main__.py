"""Make the film again: `python -m scripts.film` (see docs/film-vantrummet.md)."""

import argparse
from pathlib import Path

from scripts.film import captions
from scripts.film.encode import webm
from scripts.film.pictures import frames, keep
from scripts.film.sound.mix import soundtrack
from scripts.film.sound.tones import RATE, Sound
from scripts.film.speech import spoken
from scripts.film.stills import POSTER, named
from scripts.film.versions import DESCRIBED, PLAIN, Version

MEDIA = Path(__file__).resolve().parents[2] / "quizzes" / "media"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", type=Path, help="folder with the narrator's own recordings, 01.wav and on")
    parser.add_argument("--only", choices=["texts", PLAIN.name, DESCRIBED.name], help="make one part only")
    chosen = parser.parse_args()
    narration = spoken(chosen.voice)
    texts([len(speech) / RATE for _, speech in narration])
    for version, lines in ((PLAIN, []), (DESCRIBED, narration)):
        if chosen.only in (None, version.name):
            film(version, lines)


def texts(lengths: list[float]) -> None:
    """Captions, poster and stills."""
    (MEDIA / f"{PLAIN.name}.sv.vtt").write_text(captions.webvtt(captions.plain()), encoding="utf-8")
    (MEDIA / f"{DESCRIBED.name}.sv.vtt").write_text(
        captions.webvtt(captions.described(lengths)), encoding="utf-8"
    )
    keep(POSTER, MEDIA / f"{PLAIN.name}.webp", 640, 360)
    for name, second in named():
        keep(second, MEDIA / name, 960, 540)


def film(version: Version, narration: list[tuple[float, Sound]]) -> None:
    sound = soundtrack(version.length, version.clock, narration)
    webm(MEDIA / f"{version.name}.webm", frames(version), sound)


if __name__ == "__main__":
    main()
