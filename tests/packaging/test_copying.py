import os
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from typing_extensions import Buffer

from course_builder.packaging import copying
from course_builder.packaging.copying import Changed
from tests.packaging.disk import DiskBlob, HoleFile

FILM = os.urandom(1000) * 5000


@pytest.fixture
def film(tmp_path: Path) -> DiskBlob:
    path = tmp_path / "film.webm"
    path.write_bytes(FILM)
    return DiskBlob(path)


def copied(blob: DiskBlob, path: Path) -> tuple[int, bytes]:
    """What stands in the file after a few bytes that were there, and the CRC."""
    with path.open("w+b") as out:
        out.write(b"head")
        crc = copying.copy(blob, out)
        out.write(b"tail")
    return crc, path.read_bytes()


def test_file_to_file(film: DiskBlob, tmp_path: Path) -> None:
    assert copied(film, tmp_path / "out") == (crc32(FILM), b"head" + FILM + b"tail")


def test_file_to_memory(film: DiskBlob) -> None:
    out = BytesIO()
    assert copying.copy(film, out) == crc32(FILM)
    assert out.getvalue() == FILM


def test_file_to_something_that_only_looks_like_a_file(film: DiskBlob, tmp_path: Path) -> None:
    path = tmp_path / "out"
    with path.open("w+b") as out:
        assert copying.copy(film, HoleFile(out)) == crc32(FILM)
    assert path.read_bytes() == FILM


def test_across_file_systems(film: DiskBlob) -> None:
    """The kernel refuses to copy from a disk into a pipe-like or foreign file; a memory file is one."""
    with open(os.memfd_create("out"), "w+b") as out:  # noqa: PTH123 -- it has no path
        assert copying.copy(film, out) == crc32(FILM)
        out.seek(0)
        assert out.read() == FILM


def test_a_file_opened_for_appending_is_refused_by_the_kernel_and_copied_all_the_same(
    film: DiskBlob, tmp_path: Path
) -> None:
    path = tmp_path / "out"
    with path.open("ab") as out:
        assert copying.copy(film, out) == crc32(FILM)
    assert path.read_bytes() == FILM


def test_a_known_crc_is_believed(film: DiskBlob, tmp_path: Path) -> None:
    assert copied(DiskBlob(film.path, crc32=7), tmp_path / "out")[0] == 7


class Shrinking(DiskBlob):
    """Says the size it had when the build began."""

    @property
    def size(self) -> int:
        return super().size + 1


class Meddler(BytesIO):
    """While it is written to, somebody saves the film again."""

    def __init__(self, film: Path) -> None:
        super().__init__()
        self.film = film

    def write(self, data: Buffer) -> int:
        os.utime(self.film, ns=(0, 0))
        return super().write(data)


@pytest.mark.parametrize("length", [10, len(FILM)])
def test_a_file_that_shrank_stops_the_build(length: int, tmp_path: Path) -> None:
    path = tmp_path / "film.webm"
    path.write_bytes(FILM[:length])
    with pytest.raises(Changed):
        copied(Shrinking(path), tmp_path / "out")


def test_a_film_saved_while_it_is_packed_stops_the_build(film: DiskBlob) -> None:
    with pytest.raises(Changed):
        copying.copy(film, Meddler(film.path))
