"""A zip is read as a tree, or refused whole with a reason."""

import io
from hashlib import sha256
from unicodedata import normalize
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import pytest

from course_builder.importing import zip_tree
from course_builder.importing.zip_tree import ZipRefused, open_zip
from tests.importing.zips import (
    COURSE,
    linked,
    many_empty,
    one,
    overlapping,
    packed,
    quoted_overlap,
)


def refused(data: bytes) -> str:
    with pytest.raises(ZipRefused) as told:
        open_zip(io.BytesIO(data))
    assert told.value.words("sv")
    assert told.value.words("en")
    return told.value.problem.code.name


def test_every_file_is_there_byte_for_byte() -> None:
    tree = open_zip(io.BytesIO(packed(COURSE.items())))
    whole = {name: text.encode() if isinstance(text, str) else text for name, text in COURSE.items()}
    assert tree.paths() == sorted(whole)
    for name, data in whole.items():
        blob = tree.get(name)
        assert blob is not None
        with blob.open() as stream:
            assert stream.read() == data
        assert (blob.size, blob.sha256) == (len(data), sha256(data).hexdigest())


def test_a_folder_around_everything_can_be_taken_off() -> None:
    tree = open_zip(io.BytesIO(packed([("kurs/course.yaml", "id: a"), ("kurs/media/a.png", b"x")])))
    assert tree.folder() == "kurs"
    assert tree.within("kurs").paths() == ["course.yaml", "media/a.png"]
    assert open_zip(io.BytesIO(packed([("course.yaml", "id: a"), ("media/a.png", b"x")]))).folder() == ""


def test_what_computers_leave_behind_is_left_out() -> None:
    names = [
        "course.yaml",
        ".DS_Store",
        "__MACOSX/._course.yaml",
        "media/.hidden",
        "media/Thumbs.db",
        ".git/config",
    ]
    assert open_zip(io.BytesIO(packed((name, "x") for name in names))).paths() == ["course.yaml"]


def test_letters_of_a_mac_become_composed() -> None:
    name = normalize("NFD", "media/väntrum.png")
    assert open_zip(io.BytesIO(one(name.encode(), b"x", flags=0))).paths() == ["media/väntrum.png"]
    assert open_zip(io.BytesIO(one("frågor.md".encode("cp437"), b"x", flags=0))).paths() == ["frågor.md"]


@pytest.mark.parametrize(
    "name",
    [
        "../ute.md", "media/../../ute.md", "/etc/ute.md", "C:/ute.md", "c:ute.md", "media\\..\\ute.md", "..", "./a.md",
        "media//a.md", "a\n.md", "NUL", "media/con.txt", "lpt1.", "slut.", " a.md", "a" * 201, "a/" * 250 + "b",
        "\u202egnp.exe", "//server/a",
    ],
)  # fmt: skip
def test_names_that_lead_elsewhere(name: str) -> None:
    """trust 1"""
    assert refused(one(name.encode(), b"x")) == "zip-path"


def test_a_name_with_a_nul() -> None:
    """trust 1"""
    assert refused(one(b"a.md\0.png", b"x")) == "zip-path"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("media/A.png", "media/a.png"),
        ("Å.md", "å.md"),
        ("media", "media/a.png"),
        ("MEDIA", "media/a/b.png"),
        ("a.md", "a.md"),
        (normalize("NFC", "å.md"), normalize("NFD", "å.md")),
        ("strasse.md", "straße.md"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_clash_on_some_computer(first: str, second: str) -> None:
    """trust 1"""
    assert refused(packed([(first, "1"), (second, "2")])) == "zip-clash"


def test_a_symbolic_link() -> None:
    """trust 1"""
    assert refused(linked("media/a.png", "/etc/passwd")) == "zip-link"


def test_what_is_no_zip() -> None:
    """trust 3"""
    assert refused(b"") == "zip-none"
    assert refused(b"<html>inloggning</html>") == "zip-none"
    assert refused(packed([])) == "zip-empty"
    assert refused(packed([(".dold", "x")])) == "zip-empty"
    assert refused(packed(COURSE.items())[:-30]) == "zip-none"
    assert refused(packed(COURSE.items())[200:]) == "zip-broken"


def test_a_locked_zip_and_a_strange_packer() -> None:
    """trust 3"""
    assert refused(one(b"a.md", b"x", flags=0x801)) == "zip-locked"
    assert refused(packed([("a.md", "x")], ZIP_BZIP2)) == "zip-method"


def test_sizes_that_lie() -> None:
    """trust 2"""
    assert refused(one(b"a.md", b"x" * 100, size=10)) == "zip-broken"
    assert refused(one(b"a.md", b"x" * 100, size=101)) == "zip-broken"
    assert refused(one(b"a.md", b"x", size=2_000_000_000)) == "zip-bomb"
    assert refused(one(b"a.md", b"x", size=2_500_000_000)) == "zip-large"


def test_too_well_packed() -> None:
    """trust 2"""
    assert refused(one(b"a.md", bytes(1_000_001))) == "zip-bomb"
    assert open_zip(io.BytesIO(one(b"a.md", bytes(1_000_000)))).paths() == ["a.md"]


def test_entries_within_entries() -> None:
    """trust 2 (CVE-2024-0450: the library of Python 3.11 looks for none of it)"""
    noise = bytes(range(256)) * 8
    assert refused(overlapping(20, noise)) == "zip-overlap"
    data = quoted_overlap(20, noise)
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [f"{number:04d}" for number in range(20)]
    assert refused(data) == "zip-overlap"


def test_too_many_entries() -> None:
    """trust 2"""
    assert refused(many_empty(10_001)) == "zip-many"
    assert refused(many_empty(1_000_000)) == "zip-many"


def test_more_than_can_be_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """trust 2"""
    data = packed(COURSE.items(), ZIP_STORED)
    monkeypatch.setattr(zip_tree, "LARGEST", len(data) - 1)
    assert refused(data) == "zip-large"
