"""A build that fails leaves nothing behind, and the package of last time as it was."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from os import urandom
from pathlib import Path

import pytest

from course_builder.content.file import File
from course_builder.content.tree import BytesBlob
from course_builder.packaging import zipwriter
from course_builder.packaging.copying import Changed
from course_builder.paths.atomic import replacing
from tests.packaging.disk import DiskBlob, files, zipped

LIMIT = 1 << 20

CHILD = """
import sys
from os import urandom
from pathlib import Path
from course_builder.content.file import File
from course_builder.packaging import zipwriter
from course_builder.paths.atomic import replacing
from tests.packaging.disk import DiskBlob

film, target = map(Path, sys.argv[1:])
try:
    with replacing(target) as out:
        zipwriter.write(out, [File("film" + film.suffix, DiskBlob(film))])
except OSError as error:
    print(type(error).__name__, error.errno)
"""


def set_limit() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))


@pytest.mark.parametrize("suffix", [".webm", ".html"])
def test_a_full_disk(suffix: str, tmp_path: Path, repository: Path) -> None:
    film = tmp_path / f"film{suffix}"
    film.write_bytes(bytes(range(256)) * 40_000 if suffix == ".webm" else noise())
    target = tmp_path / "out" / "package.zip"
    target.parent.mkdir()
    target.write_bytes(b"the last package")
    child = subprocess.run(
        [sys.executable, "-c", CHILD, film, target],
        cwd=repository, capture_output=True, text=True, check=True, preexec_fn=set_limit,
    )  # fmt: skip
    assert child.stdout == "OSError 27\n"
    assert [path.name for path in target.parent.iterdir()] == ["package.zip"]
    assert target.read_bytes() == b"the last package"


def noise() -> bytes:
    """Text that does not shrink."""
    return urandom(3 * LIMIT)


def test_a_film_that_is_gone_stops_the_build(tmp_path: Path) -> None:
    film = tmp_path / "film.webm"
    film.write_bytes(b"film")
    blob = Gone(film)
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "package.zip") as out:
        zipwriter.write(out, [File("film.webm", blob)])
    assert list(tmp_path.iterdir()) == []


class Short(DiskBlob):
    """Cut off by somebody after it was measured."""

    @property
    def size(self) -> int:
        return super().size + 1


@pytest.mark.parametrize("name", ["film.webm", "index.html"])
def test_a_file_that_changes_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"film")
    with pytest.raises(Changed, match=f"'{name}'"), (tmp_path / "package.zip").open("w+b") as out:
        zipwriter.write(out, [File(name, Short(tmp_path / name))])


class Gone(DiskBlob):
    """Removed just before it is read."""

    @property
    def size(self) -> int:
        size = super().size
        self.path.unlink()
        return size


def test_a_format_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[File]:
        yield File("index.html", BytesBlob(b"text"))
        raise Changed

    with pytest.raises(Changed), replacing(tmp_path / "package.zip") as out:
        zipwriter.write(out, failing())
    assert list(tmp_path.iterdir()) == []


def test_two_builds_into_the_same_file_each_leave_a_whole_one(tmp_path: Path) -> None:
    target = tmp_path / "package.zip"
    with replacing(target) as first, replacing(target) as second:
        zipwriter.write(first, files({"index.html": b"first"}))
        zipwriter.write(second, files({"index.html": b"second"}))
    assert target.read_bytes() == zipped({"index.html": b"first"})
    assert list(tmp_path.iterdir()) == [target]
