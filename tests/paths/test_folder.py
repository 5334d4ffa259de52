"""A folder as a tree: nothing outside it can be read, whatever a path or a link says."""

from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import pytest

from course_builder.paths.folder import FolderTree


@pytest.fixture
def tree(tmp_path: Path) -> FolderTree:
    course = tmp_path / "kurs"
    (course / "media").mkdir(parents=True)
    (course / ".git").mkdir()
    (course / "course.yaml").write_text("id: x\n")
    (course / "media" / "bild på barn.png").write_bytes(b"bild")
    (course / ".git" / "config").write_text("hemligt")
    (course / ".gömd.md").write_text("hemligt")
    (tmp_path / "hemligt.txt").write_text("hemligt")
    (course / "ut.txt").symlink_to(tmp_path / "hemligt.txt")
    (course / "upp").symlink_to(tmp_path)
    (course / "inne.yaml").symlink_to("course.yaml")
    (course / "runt").symlink_to("runt")
    (course / "av.txt").symlink_to("finns-inte")
    return FolderTree(course)


def test_files_by_path(tree: FolderTree) -> None:
    assert tree.paths() == ["course.yaml", "inne.yaml", "media/bild på barn.png"]
    found = tree.get("media/bild på barn.png")
    assert found is not None
    assert (found.size, found.crc32, found.open().read()) == (4, None, b"bild")
    assert found.sha256 == sha256(b"bild").hexdigest()


def test_a_name_written_apart_by_a_mac_is_the_same_name(tree: FolderTree) -> None:
    (tree.root / normalize("NFD", "ärende.md")).write_text("hej")
    found = tree.get("ärende.md")
    assert found is not None
    assert found.open().read() == b"hej"


def test_a_link_within_the_folder_is_followed(tree: FolderTree) -> None:
    found = tree.get("inne.yaml")
    assert found is not None
    assert found.open().read() == b"id: x\n"


@pytest.mark.parametrize(
    "path",
    ["", ".", "media", "../hemligt.txt", "media/../../hemligt.txt", "upp/hemligt.txt", "ut.txt", "runt", "av.txt", "finns-inte", "course.yaml/x", "a\0b", "x" * 5000, "media/\udcff"],
    ids=repr,
)  # fmt: skip
def test_what_is_not_a_file_of_the_folder_is_missing(tree: FolderTree, path: str) -> None:
    assert tree.get(path) is None


def test_an_absolute_path_is_missing_even_within_the_folder(tree: FolderTree) -> None:
    assert tree.get(str(tree.root / "course.yaml")) is None


def test_a_folder_that_is_itself_a_link(tree: FolderTree, tmp_path: Path) -> None:
    (tmp_path / "genvag").symlink_to(tree.root)
    assert FolderTree(tmp_path / "genvag").paths() == tree.paths()
