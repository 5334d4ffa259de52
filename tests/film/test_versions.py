"""Both versions tell one story, and the film discussion names their real lengths and pauses."""

from pathlib import Path

import pytest
import yaml

from scripts.film.versions import DESCRIBED, PLAIN

DISCUSSION = Path(__file__).resolve().parents[2] / "quizzes" / "vantrummet.yaml"


def stamp(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def test_the_discussion_names_the_real_times() -> None:
    discussion = yaml.safe_load(DISCUSSION.read_text(encoding="utf-8"))
    film = discussion["film"]
    assert (film["length"], film["described"]["length"]) == (stamp(PLAIN.length), stamp(DESCRIBED.length))
    pauses = [(pause["at"], pause["described_at"]) for pause in discussion["pauses"]]
    assert pauses == [(stamp(at), stamp(DESCRIBED.clock(at))) for at in (41, 70)]


@pytest.mark.parametrize("story", [0, 7.5, 8, 22, 41, 62, 70, 73.1, 80, 93.9])
def test_the_described_version_comes_to_every_moment(story: float) -> None:
    assert DESCRIBED.moment(DESCRIBED.clock(story)).story == pytest.approx(story)


def test_the_story_stands_still_while_the_narrator_speaks() -> None:
    assert DESCRIBED.moment(8).story == DESCRIBED.moment(11).story == 7.6
    assert DESCRIBED.moment(11).world == 11
