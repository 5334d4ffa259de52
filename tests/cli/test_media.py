"""`course-builder media`: what is kept of every version, read and compared (trust 58, 63)."""

import os
from pathlib import Path

import pytest

from course_builder.content.tree import MemoryTree
from course_builder.library.fingerprint import fingerprint
from course_builder.library.media_folder import FolderStore
from tests.cli.conftest import Ask
from tests.cli.test_doctor import lines
from tests.content.trees import BASE


@pytest.fixture
def store(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FolderStore:
    """The media of a course that has just been published."""
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for path in MemoryTree(BASE).paths():
        file = tmp_path / "liten" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = BASE[path]
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    assert ask("release", "liten").code == 0
    return FolderStore(tmp_path / "data/media")


@pytest.fixture
def film(store: FolderStore, tmp_path: Path) -> Path:
    with (tmp_path / "liten/quizzes/media/film.webm").open("rb") as stream:
        sha = fingerprint(stream).sha256
    return store.root / sha[:2] / sha


def test_all_is_well(ask: Ask, store: FolderStore) -> None:
    told = ask("media")
    assert (told.code, told.out, told.err) == (0, "Alla filer finns och är hela.\n", "")


def test_a_damaged_and_a_missing_file_are_named(ask: Ask, film: Path) -> None:
    film.write_bytes(film.read_bytes() + b"x")
    told = ask("media")
    assert (told.code, told.out) == (1, "liten version 1: course/quizzes/media/film.webm är skadad\n")
    assert told.err == "Hämta filerna ur säkerhetskopian.\n"
    film.unlink()
    told = ask("media", "--lang", "en")
    assert (told.code, told.out) == (1, "liten version 1: course/quizzes/media/film.webm is missing\n")
    said = lines(ask("doctor").out)
    assert said["Filmer"].startswith("!! 1 saknas, 0 visas inte av någon version.")


def test_strays_are_told_and_removed_when_asked_and_old(ask: Ask, store: FolderStore, film: Path) -> None:
    for name, age in (("a" * 64, 0), ("b" * 64, 2)):
        stray = store.root / name[:2] / name
        stray.parent.mkdir()
        stray.write_bytes(b"kvar efter en krasch")
        os.utime(stray, (stray.stat().st_mtime - age * 86_400,) * 2)
    told = ask("media")
    assert told.code == 0
    assert told.out.startswith("2 filer visas inte av någon version.")
    assert ask("media", "--sweep").out.splitlines()[0] == "1 filer är borttagna."
    assert not store.has("b" * 64)
    assert store.has("a" * 64)
    assert film.exists()


def test_a_store_that_cannot_be_had(ask: Ask, store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_BUILDER_MEDIA_URL", "ftp://exempel.se")
    for words in (("media",), ("release", "liten")):
        told = ask(*words)
        assert (told.code, told.err) == (3, "COURSE_BUILDER_MEDIA_URL ska vara tom eller börja med s3://.\n")
    assert lines(ask("doctor").out)["Filmer"].startswith("!! Går inte att nå:")
