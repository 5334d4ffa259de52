"""Zips that wait for a yes: whole, found only by their token, and gone after a day."""

import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from course_builder.library.drafts import waiting
from course_builder.library.drafts.waiting import Waiting

NOON = datetime.now(UTC)  # files get the time of the machine


def read(place: waiting.Waiting, token: str) -> bytes:
    with place.opened(token) as file:
        return file.read()


def test_kept_found_and_dropped(tmp_path: Path) -> None:
    token = Waiting(tmp_path, 1).keep(BytesIO(b"zip"), NOON)
    assert read(Waiting(tmp_path, 1), token) == b"zip"
    Waiting(tmp_path, 1).drop(token)
    with pytest.raises(waiting.NotWaiting):
        read(Waiting(tmp_path, 1), token)


@pytest.mark.parametrize("token", ["", "../../secret", "x" * 32, "0" * 31, "0" * 32])
def test_what_is_no_token_finds_nothing(tmp_path: Path, token: str) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "secret.zip").write_bytes(b"x")
    with pytest.raises(waiting.NotWaiting):
        read(Waiting(tmp_path, 1), token)
    Waiting(tmp_path, 1).drop(token)
    assert (tmp_path / "secret.zip").exists()


def test_forgotten_ones_go_whoever_brought_them(tmp_path: Path) -> None:
    old = Waiting(tmp_path, 1).keep(BytesIO(b"old"), NOON)
    young = Waiting(tmp_path, 2).keep(BytesIO(b"young"), NOON)
    long_ago = (NOON - timedelta(days=1, minutes=1)).timestamp()
    os.utime(tmp_path / "1" / f"{old}.zip", (long_ago, long_ago))
    os.utime(tmp_path / "2" / f"{young}.zip", (NOON.timestamp(), NOON.timestamp()))
    Waiting(tmp_path, 2).keep(BytesIO(b"new"), NOON)
    assert not (tmp_path / "1" / f"{old}.zip").exists()
    assert read(Waiting(tmp_path, 2), young) == b"young"


def test_nothing_beside_the_place_is_swept(tmp_path: Path) -> None:
    """An administrator's zip of last year lies in the data folder too."""
    old = tmp_path / "backups" / "2025.zip"
    old.parent.mkdir()
    old.write_bytes(b"x")
    os.utime(old, (0, 0))
    Waiting(tmp_path / "brought", 1).keep(BytesIO(b"zip"), NOON)
    assert old.exists()


def test_what_one_has_brought_no_other_finds(tmp_path: Path) -> None:
    token = Waiting(tmp_path, 1).keep(BytesIO(b"zip"), NOON)
    with pytest.raises(waiting.NotWaiting):
        read(Waiting(tmp_path, 2), token)
