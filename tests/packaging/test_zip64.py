"""ZIP64 with limits small enough to reach, and once with the real one."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_builder.content.file import File
from course_builder.packaging import zipwriter
from course_builder.packaging.zipwriter import Limits
from tests.packaging.disk import HoleFile, ZeroBlob, files

NAMES = st.from_regex(r"[a-z0-9_-]{1,8}\.(html|png|webm)", fullmatch=True)
CONTENTS = st.dictionaries(NAMES, st.binary(max_size=300), max_size=8)
LIMITS = st.builds(Limits, size=st.integers(1, 2000), count=st.integers(1, 10))
REAL = Limits()


def written(contents: dict[str, bytes], limits: Limits = REAL) -> bytes:
    out = BytesIO()
    zipwriter.write(out, files(contents), limits)
    return out.getvalue()


@given(CONTENTS)
def test_what_goes_in_comes_out_and_twice_the_same(contents: dict[str, bytes]) -> None:
    first = written(contents)
    with ZipFile(BytesIO(first)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents
        assert archive.testzip() is None
    assert written(contents) == first


@given(CONTENTS, LIMITS)
def test_what_goes_in_comes_out_above_any_limit(contents: dict[str, bytes], limits: Limits) -> None:
    with ZipFile(BytesIO(written(contents, limits))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents


@pytest.mark.parametrize(
    ("limits", "wide"),
    [
        (Limits(), False),
        (Limits(size=1000), False),
        (Limits(size=101), False),
        (Limits(size=100), True),
        (Limits(count=2), False),
        (Limits(count=1), False),
    ],
)
def test_an_entry_is_zip64_only_from_the_limit_on(limits: Limits, wide: bool) -> None:
    with ZipFile(BytesIO(written({"film.webm": bytes(100)}, limits))) as archive:
        assert [entry.extract_version for entry in archive.infolist()] == [45 if wide else 20]


@pytest.mark.parametrize(
    ("limits", "there"), [(Limits(), False), (Limits(count=3), False), (Limits(count=2), True)]
)
def test_the_directory_is_zip64_only_from_the_limit_on(limits: Limits, there: bool) -> None:
    assert (b"PK\6\6" in written({"a.webm": b"1", "b.webm": b"2"}, limits)) is there


def test_a_film_of_more_than_four_gigabytes(tmp_path: Path) -> None:
    film, package = ZeroBlob(Limits().size + 10), tmp_path / "package.zip"
    with package.open("w+b") as out:
        zipwriter.write(HoleFile(out), [File("a.webm", film), *files({"b.html": b"last"})])
    with ZipFile(package) as archive:
        assert [entry.file_size for entry in archive.infolist()] == [film.size, 4]
        assert archive.read("b.html") == b"last"
