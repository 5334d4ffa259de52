"""Zips that wait for a yes: whole, found only by their token, and gone after a day."""

import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from course_builder.library.drafts import waiting

NOON = datetime.now(UTC)  # files get the time of the machine


def read(folder: Path, token: str) -> bytes:
    with waiting.opened(folder, token) as file:
        return file.read()


def test_kept_found_and_dropped(tmp_path: Path) -> None:
    token = waiting.keep(tmp_path / "1", BytesIO(b"zip"), NOON)
    assert read(tmp_path / "1", token) == b"zip"
    waiting.drop(tmp_path / "1", token)
    with pytest.raises(waiting.NotWaiting):
        read(tmp_path / "1", token)


@pytest.mark.parametrize("token", ["", "../../secret", "x" * 32, "0" * 31, "0" * 32])
def test_what_is_no_token_finds_nothing(tmp_path: Path, token: str) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "secret.zip").write_bytes(b"x")
    with pytest.raises(waiting.NotWaiting):
        read(tmp_path / "1", token)
    waiting.drop(tmp_path / "1", token)
    assert (tmp_path / "secret.zip").exists()


def test_forgotten_ones_go_whoever_brought_them(tmp_path: Path) -> None:
    old = waiting.keep(tmp_path / "1", BytesIO(b"old"), NOON)
    young = waiting.keep(tmp_path / "2", BytesIO(b"young"), NOON)
    long_ago = (NOON - timedelta(days=1, minutes=1)).timestamp()
    os.utime(tmp_path / "1" / f"{old}.zip", (long_ago, long_ago))
    os.utime(tmp_path / "2" / f"{young}.zip", (NOON.timestamp(), NOON.timestamp()))
    waiting.keep(tmp_path / "2", BytesIO(b"new"), NOON)
    assert not (tmp_path / "1" / f"{old}.zip").exists()
    assert read(tmp_path / "2", young) == b"young"
