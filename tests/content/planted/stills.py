"""The stills of a film: pictures of it, within it, and said in words."""

from tests.content.planted.case import Planted
from tests.content.planted.models import FILM
from tests.content.trees import PNG

FILES = {"quizzes/media/bild.png": PNG}


def still(at: str = "0:30", picture: str = "media/bild.png", shows: str = "Ett barn väntar.") -> str:
    made = f"      stills:\n        - at: {at}\n          picture: {picture}\n"
    return FILM + made + (f"          shows: {shows}\n" if shows else "")


CASES = [
    Planted("still-outside", still(at="¤1:01"), ("1:01", "1:00"), FILES),
    Planted(
        "media-wrong-use", still(picture="¤media/film.vtt"), ("¤media/film.vtt", "media/bild.png"), FILES
    ),
    Planted("media-missing", still(picture="¤media/saknas.png"), ("saknas", "bild"), FILES),
    Planted(
        "missing-key",
        still(shows="").replace("- at", "- ¤at"),
        ("bild.png\n", "bild.png\n          shows: Ett barn.\n"),
        FILES,
    ),
    Planted("alt-file-name", still(shows="¤bild.png"), ("¤bild.png", "Ett barn"), FILES),
    Planted("alt-repeats", still(shows="¤Bild på ett barn"), ("Bild på ett", "Ett"), FILES),
    Planted("alt-long", still(shows=f"¤{'a' * 251}"), ("a" * 251, "a" * 250), FILES),
    Planted(
        "media-empty", still(), None, {"quizzes/media/bild.png": b""}, at=("quizzes/media/bild.png:1:1",)
    ),
]
