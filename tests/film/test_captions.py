"""The committed captions can be read: two lines, not too fast, one at a time, inside the film."""

from itertools import pairwise
from pathlib import Path

import pytest

from course_builder.content.captions import Cue, parse
from scripts.film.captions import plain, webvtt
from scripts.film.versions import DESCRIBED, PLAIN, Version

MEDIA = Path(__file__).resolve().parents[2] / "quizzes" / "media"
VERSIONS = [pytest.param(version, id=version.name) for version in (PLAIN, DESCRIBED)]


def cues(version: Version) -> tuple[Cue, ...]:
    captions = parse((MEDIA / f"{version.name}.sv.vtt").read_bytes())
    assert captions.problems == ()
    return captions.cues


def test_the_file_is_what_the_script_writes() -> None:
    assert (MEDIA / "vantrummet.sv.vtt").read_text(encoding="utf-8") == webvtt(plain())


@pytest.mark.parametrize("version", VERSIONS)
def test_lines_fit_the_picture(version: Version) -> None:
    lines = [cue.text.split("\n") for cue in cues(version)]
    assert max(len(cue) for cue in lines) <= 2
    assert max(len(line) for cue in lines for line in cue) <= 42


@pytest.mark.parametrize("version", VERSIONS)
def test_there_is_time_to_read(version: Version) -> None:
    assert [cue.text for cue in cues(version) if len(cue.text) * 1000 > 17 * (cue.end - cue.start)] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_one_at_a_time_and_inside_the_film(version: Version) -> None:
    all_cues = cues(version)
    assert all(before.end <= after.start for before, after in pairwise(all_cues))
    assert all_cues[0].start >= 0
    assert all_cues[-1].end <= version.length * 1000
