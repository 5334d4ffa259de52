"""Folders become drafts and come out again with the same bytes; what comes with the program is taken in once."""

from datetime import timedelta
from pathlib import Path

import pytest

from course_builder.content.tree import MemoryTree
from course_builder.database.store import Database
from course_builder.library.drafts import bin as waste
from course_builder.library.drafts.arriving import (
    arrive,
    arrive_shared,
    comes_with_us,
    news,
    settle,
    with_news,
)
from course_builder.library.drafts.folders import (
    Difference,
    course_in,
    difference,
    prepared,
    sets_in,
    take_in,
)
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import draft, drafts
from course_builder.library.drafts.saving import save
from course_builder.library.drafts.trees import tree
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import KeptCourse
from course_builder.paths.shipped import COURSES
from tests.library.conftest import NOON

ODD = {
    "course.yaml": b"\xef\xbb\xbfid: udda\r\ntitle: Udda\r\n",
    "utan-slut.md": b"# Utan radslut",
    "latin.md": "# Inte å i UTF-8\n".encode("latin-1"),
    "noll.yaml": b"a: \0\n",
    "anteckning.txt": b"fri text",
    "media/bild.png": bytes(range(256)),
    "tom.md": b"",
}


def there(database: Database, store: FolderStore, name: str, kind: Kind = Kind.COURSE) -> dict[str, bytes]:
    with database.reading() as session:
        found = draft(session, kind, name)
        assert found is not None
        held = tree(session, store, found)
        return {path: blob.open().read() for path in held.paths() if (blob := held.get(path))}


def test_every_byte_comes_back(database: Database, store: FolderStore) -> None:
    incoming = course_in(MemoryTree(ODD), "udda")
    contents = prepared(store, incoming)
    with database.writing() as session:
        assert take_in(session, incoming, contents, None, None, None, NOON)
    assert there(database, store, "udda") == ODD


def test_a_draft_that_is_there_is_not_written_over(database: Database, store: FolderStore) -> None:
    first = course_in(MemoryTree(ODD), "udda")
    other = course_in(MemoryTree({"course.yaml": "id: udda\n", "ny.md": "# Ny\n"}), "udda")
    with database.writing() as session:
        take_in(session, first, prepared(store, first), None, None, None, NOON)
        assert take_in(session, other, prepared(store, other), None, None, None, NOON) is None
        found = draft(session, Kind.COURSE, "udda")
        assert found is not None
        gone = tuple(sorted(ODD.keys() - {"course.yaml"}))
        assert difference(session, found, other) == Difference(("ny.md",), ("course.yaml",), gone)
        taken = take_in(session, other, prepared(store, other), 1, None, None, NOON)
        assert taken is not None and taken.verb == "taken-in"
        assert not difference(session, found, other)
    assert there(database, store, "udda").keys() == {"course.yaml", "ny.md"}


def test_a_set_takes_its_media_along_and_no_other() -> None:
    shelf = MemoryTree(
        {
            "film.yaml": "film:\n  file: media/a.webm\n",
            "quiz.yaml": "kind: quiz\n",
            "media/a.webm": b"a",
            "media/b.webm": b"b",
        }
    )
    assert {one.name: sorted(one.files) for one in sets_in(shelf)} == {
        "film": ["film.yaml", "media/a.webm"],
        "quiz": ["quiz.yaml"],
    }


def test_what_comes_with_the_program_is_taken_in_once(database: Database, store: FolderStore) -> None:
    came = arrive(database, store, [COURSES], NOON)
    assert sorted(came) == sorted([*(path.stem for path in COURSES.parent.glob("quizzes/*.yaml")), "lagrum", "apt-barnkonventionen", "grundutbildning"])  # fmt: skip
    assert arrive(database, store, [COURSES], NOON) == []
    assert arrive_shared(database, store, NOON) == []
    with database.reading() as session:
        assert [found.name for found in drafts(session, Kind.COURSE)] == ["apt-barnkonventionen", "grundutbildning"]  # fmt: skip
        assert [found.name for found in drafts(session, Kind.REGISTER)] == ["lagrum"]
    folder = COURSES / "grundutbildning"
    assert there(database, store, "grundutbildning") == {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_newer_shipped_course_is_offered_and_never_written_over(
    database: Database, store: FolderStore
) -> None:
    arrive(database, store, [COURSES], NOON)
    with database.writing() as session:
        found = draft(session, Kind.COURSE, "grundutbildning")
        assert found is not None
        assert news(session, found) is None
        save(session, found, {"barnet.md": "# Vårt eget\n"}, 1, Verb.EDITED, "", None, NOON)
        assert news(session, found) is None
        found.shipped = "0" * 64  # taken in from an earlier version of the program
        offered = news(session, found)
        assert offered == Difference((), ("barnet.md",), ()) or offered == Difference((), (), ("barnet.md",))
        incoming = comes_with_us(Kind.COURSE, "grundutbildning")
        assert incoming is not None
        assert with_news(session) == [found]
        settle(session, found, incoming)
        assert with_news(session) == []
    assert there(database, store, "grundutbildning")["barnet.md"] == "# Vårt eget\n".encode()


def trashed(database: Database, name: str, shipped: str | None = None) -> Draft:
    with database.writing() as session:
        found = draft(session, Kind.COURSE, name)
        assert found is not None
        found.shipped = shipped
        waste.throw_away(session, found, NOON)
        return found


@pytest.mark.parametrize("shipped", [None, "0" * 64])
def test_the_bin_is_emptied_after_sixty_days(
    database: Database, store: FolderStore, folder: Path, shipped: str | None
) -> None:
    arrive(database, store, [folder], NOON)
    trashed(database, "liten", shipped)
    with database.writing() as session:
        assert [found.name for found in waste.thrown_away(session)] == ["liten"]
        assert waste.empty(session, NOON + waste.KEPT_FOR) == 0
        assert waste.empty(session, NOON + waste.KEPT_FOR + timedelta(seconds=1)) == 1
        assert waste.thrown_away(session) == []
    assert arrive(database, store, [folder], NOON) == ([] if shipped else ["liten"])


def test_what_was_published_is_not_thrown_away(database: Database, store: FolderStore, folder: Path) -> None:
    arrive(database, store, [folder], NOON)
    with database.writing() as session:
        session.add(KeptCourse(id="liten", taken="here"))
        found = draft(session, Kind.COURSE, "liten")
        assert found is not None
        with pytest.raises(waste.Published):
            waste.throw_away(session, found, NOON)
        waste.archive(found, NOON)
        assert drafts(session, Kind.COURSE) == []
        assert waste.archived(session) == [found]
        waste.take_back(found)
        assert drafts(session, Kind.COURSE) == [found]
