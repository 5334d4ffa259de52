"""What a learner downloads stays small: the promise is in bytes, so a slow machine cannot break it."""

import gzip
from pathlib import Path

import pytest

from course_builder.paths.shipped import BUILT

LIMITS = {"file": 25_000, "scorm12": 25_000, "scorm2004": 25_000, "cmi5": 45_000}


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


@pytest.mark.parametrize("channel", LIMITS)
def test_script_and_sheet_fit(channel: str) -> None:
    script, sheet = BUILT / "player" / f"{channel}.js", BUILT / "player" / "player.css"
    assert compressed(script) + compressed(sheet) <= LIMITS[channel]


def test_the_sheet_fits() -> None:
    assert compressed(BUILT / "player" / "player.css") <= 7_000
