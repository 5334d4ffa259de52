"""Files of a course: nothing outside it, and names that any portal and any disk can take."""

import pytest

from course_builder.content.media import SUFFIXES, Media, MediaFinder, MediaShelf, file_name, inside
from course_builder.content.tree import BytesBlob, MemoryTree

OUTSIDE = ["", "/etc/passwd", "//x/y", "../a.png", "a/../../b.png", "..", "a/..", "a\\b.png", "..\\a.png", "C:a.png", "c:/a.png", "file:///a.png", "https://x.example/a.png", "a\0.png"]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_that_could_leave_the_course_is_refused(path: str) -> None:
    assert inside(path) is None
    assert inside(path, "quizzes") is None


@pytest.mark.parametrize(("path", "folder", "found"), [("a.png", "", "a.png"), ("./media//a.png", "", "media/a.png"), ("media/å ä.png", "quizzes", "quizzes/media/å ä.png"), ("...png", "", "...png")])  # fmt: skip
def test_a_path_inside(path: str, folder: str, found: str) -> None:
    assert inside(path, folder) == found


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("media/Bild på väntrum (2).PNG", "bild-pa-vantrum-2.png"),
        ("media/barn.och.vuxna.webm", "barn-och-vuxna.webm"),
        ("media/подъезд.jpg", "fil.jpg"),
        ("media/---.svg", "fil.svg"),
        ("media/" + "å" * 200 + ".mp4", "a" * 80 + ".mp4"),
        ("media/<script>.gif", "script.gif"),
    ],
)
def test_a_name_for_the_page(path: str, name: str) -> None:
    assert file_name(path) == name


def shelved(*paths: str, owner: str = "kurs/") -> list[Media]:
    shelf = MediaShelf()
    return [shelf.add(owner, path, BytesBlob(b"x")) for path in paths]


def test_names_are_unique_however_alike_the_paths() -> None:
    paths = ["media/a.png", "media/A.png", "media/å.png", "bilder/a.png", "media/a.PNG"]
    names = [media.name for media in shelved(*paths)]
    assert names[0] == "a.png"
    assert len(set(names)) == len(paths)
    assert all(name.isascii() and name == name.lower() for name in names)
    assert names == [media.name for media in shelved(*paths)]


def test_the_same_file_has_one_name() -> None:
    first, again = shelved("media/a.png", "media/a.png")
    assert first is again
    assert (first.url, first.shown, first.kind) == ("media/a.png", "kurs/media/a.png", "picture")


@pytest.mark.parametrize("path", ["media/con.png", "media/NUL.svg", "media/com1.mp4", "media/Lpt9.pdf"])
def test_a_name_that_windows_keeps_is_not_used(path: str) -> None:
    (media,) = shelved(path)
    assert "-" in media.name
    assert media.name.startswith(file_name(path).partition(".")[0])


def test_finding_names_the_problem() -> None:
    finder = MediaFinder(
        MediaShelf(), MemoryTree({"quizzes/media/a.png": b"x", "a.html": b"x"}), "", "quizzes"
    )
    assert isinstance(finder.find("media/a.png"), Media)
    assert finder.find("media/b.png") == "media_missing"
    assert finder.find("../a.html") == "media_path"
    assert finder.find("a.html") == "media_kind"


def test_a_space_may_be_written_as_in_an_address() -> None:
    files = {"media/bild å.png": b"x", "media/a%20b.png": b"x", "ut.png": b"x"}
    finder = MediaFinder(MediaShelf(), MemoryTree(files), "", "")
    found = [
        finder.find(path) for path in ("media/bild%20å.png", "media/bild%20%C3%A5.png", "media/a%20b.png")
    ]
    assert [one.path if isinstance(one, Media) else one for one in found] == [
        "media/bild å.png",
        "media/bild å.png",
        "media/a%20b.png",
    ]
    assert finder.find("media/%2e%2e/ut.png") == "media_missing"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_suffix_in_capitals_is_the_same_kind(suffix: str) -> None:
    (media,) = shelved("media/x" + suffix.upper())
    assert (media.kind, media.name) == (SUFFIXES[suffix], "x" + suffix)
