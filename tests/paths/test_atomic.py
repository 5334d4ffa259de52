"""A file is whole or not there at all."""

import errno
from pathlib import Path

import pytest

from course_builder.paths.atomic import replacing


def write(path: Path, data: bytes, then: BaseException | None = None) -> None:
    with replacing(path) as file:
        file.write(data)
        if then is not None:
            raise then


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_file_takes_the_old_one_s_place(tmp_path: Path) -> None:
    path = tmp_path / "kurs.zip"
    path.write_bytes(b"gammal")
    write(path, b"ny")
    assert (path.read_bytes(), names(tmp_path)) == (b"ny", ["kurs.zip"])
    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt(), ValueError()])
def test_what_goes_wrong_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "kurs.zip"
    path.write_bytes(b"gammal")
    with pytest.raises(type(error)):
        write(path, b"halv", error)
    assert (path.read_bytes(), names(tmp_path)) == (b"gammal", ["kurs.zip"])


def test_a_place_that_cannot_be_taken_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mapp"
    path.mkdir()
    with pytest.raises(OSError):
        write(path, b"x")
    assert names(tmp_path) == ["mapp"]


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "kurs.zip"
    path.write_bytes(b"gammal")
    with replacing(path) as file:
        file.write(b"ny")
        assert path.read_bytes() == b"gammal"


def test_two_at_once_each_write_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "kurs.zip"
    with replacing(path) as first, replacing(path) as second:
        first.write(b"A" * 1000)
        second.write(b"B" * 2000)
    assert path.read_bytes() == b"A" * 1000
    assert names(tmp_path) == ["kurs.zip"]


def test_a_full_disk_names_the_file_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "kurs.zip"
    with pytest.raises(OSError, match=f"'{path}'"):
        write(path, b"halv", OSError(errno.ENOSPC, "No space left on device"))


def test_a_name_that_cannot_be_made_is_the_one_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "borta" / "kurs.zip"
    with pytest.raises(FileNotFoundError, match=f"'{path}'"):
        write(path, b"x")
