"""The film discussion shows each still at the second where the script takes it, and both stops have one."""

from pathlib import Path

import yaml

from scripts.film.stills import STILLS, named

QUIZZES = Path(__file__).resolve().parents[2] / "quizzes"


def written() -> dict[str, list[dict[str, str]]]:
    discussion = yaml.safe_load((QUIZZES / "vantrummet.yaml").read_text(encoding="utf-8"))
    return {"stills": discussion["film"]["stills"], "pauses": discussion["pauses"]}


def test_the_discussion_names_the_real_seconds() -> None:
    shown = [(still["picture"], still["at"]) for still in written()["stills"]]
    assert shown == [(f"media/{name}", f"{second // 60}:{second % 60:02}") for name, second in named()]


def test_both_stops_have_a_picture_of_their_own() -> None:
    moments = [still["at"] for still in written()["stills"]]
    assert [pause["at"] for pause in written()["pauses"] if pause["at"] not in moments] == []


def test_they_are_small_pictures_and_no_other_lies_there() -> None:
    there = {path.name: path for path in QUIZZES.glob("media/vantrummet-?-??.webp")}
    assert sorted(there) == sorted(name for name, _ in named())
    assert len(there) == len(STILLS)
    assert [name for name, path in there.items() if not 2_000 < path.stat().st_size < 40_000] == []
