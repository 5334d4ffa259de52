"""Courses of the database are read as those of a folder, and read again only when something they use has changed."""

from datetime import date
from pathlib import Path

import pytest

from course_builder.content.problems import errors
from course_builder.database.store import Database
from course_builder.library.drafts.arriving import arrive
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft
from course_builder.library.drafts.saving import create, save
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.library.folders import check_folder
from course_builder.library.gather import gather
from course_builder.library.media_folder import FolderStore
from course_builder.paths.shipped import COURSES
from tests.library.conftest import NOON

TODAY = date(2026, 11, 21)


@pytest.fixture
def shelf(database: Database, store: FolderStore) -> DraftShelf:
    arrive(database, store, [COURSES], NOON)
    return DraftShelf(database, store)


def change(shelf: DraftShelf, kind: Kind, name: str, path: str, words: str) -> None:
    with shelf.database.writing() as session:
        found = draft(session, kind, name)
        assert found is not None
        save(session, found, {path: words}, found.head, Verb.EDITED, "", None, NOON)


def test_a_draft_is_the_course_of_its_folder(shelf: DraftShelf) -> None:
    found = shelf.get("grundutbildning", TODAY)
    folder = check_folder(COURSES / "grundutbildning", TODAY)
    assert found is not None and found.course is not None and folder.course is not None
    assert found.course.digest == folder.course.digest
    assert [problem.code.name for problem in found.problems] == ["region-example"]
    assert folder.problems == ()
    assert [course.name for course in shelf.all(TODAY)] == ["apt-barnkonventionen", "grundutbildning"]


def test_a_release_of_a_draft_is_that_of_its_folder(shelf: DraftShelf) -> None:
    origin = shelf.origin("grundutbildning")
    assert origin is not None
    drafted, folder = gather(origin, TODAY), gather(COURSES / "grundutbildning", TODAY)
    assert drafted.course.digest == folder.course.digest
    assert {path.rpartition("/")[2] for path in drafted.files} == {
        path.rpartition("/")[2] for path in folder.files
    }
    assert sorted(drafted.files.values()) == sorted(folder.files.values())
    assert shelf.origin("finns-inte") is None


def test_only_what_a_course_uses_makes_it_be_read_again(shelf: DraftShelf) -> None:
    first = shelf.get("apt-barnkonventionen", TODAY)
    assert first is not None and first.buildable
    change(shelf, Kind.COURSE, "grundutbildning", "ny.md", "# Ny\n")
    with shelf.database.writing() as session:
        create(session, Kind.SET, "eget", {"eget.yaml": "kind: quiz\n"}, None, None, NOON)
    assert shelf.get("apt-barnkonventionen", TODAY) is first
    change(shelf, Kind.SET, "vantrummet", "vantrummet.yaml", "kind: film-discussion\n")
    again = shelf.get("apt-barnkonventionen", TODAY)
    assert again is not None and again is not first
    assert errors(again.problems)[0].place.file == "vantrummet/quizzes/vantrummet.yaml"
    assert shelf.at_hand("apt-barnkonventionen") is again


def test_what_was_missing_is_found_when_it_comes(shelf: DraftShelf, folder: Path) -> None:
    arrive(shelf.database, shelf.store, [folder], NOON)
    root = (
        (folder / "course.yaml")
        .read_text()
        .replace("      - ett.md\n", "      - ett.md\n      - quiz: nytt\n")
    )
    change(shelf, Kind.COURSE, "liten", "course.yaml", root)
    before = shelf.get("liten", TODAY)
    assert before is not None and "no-such-set" in [one.code.name for one in before.problems]
    quiz = (
        (COURSES.parent / "quizzes/konventionen.yaml").read_text().replace("id: konventionen", "id: nytt", 1)
    )
    with shelf.database.writing() as session:
        create(session, Kind.SET, "nytt", {"nytt.yaml": quiz}, None, None, NOON)
    after = shelf.get("liten", TODAY)
    assert after is not None and "no-such-set" not in [one.code.name for one in after.problems]


def test_two_sets_may_have_media_of_the_same_name(shelf: DraftShelf) -> None:
    film = (COURSES.parent / "quizzes/vantrummet.yaml").read_text().replace("id: vantrummet", "id: annat", 1)
    other = shelf.store.put((COURSES.parent / "quizzes/media/vantrummet-syntolkad.webm").open("rb"))
    with shelf.database.writing() as session:
        create(
            session, Kind.SET, "annat", {"annat.yaml": film, "media/vantrummet.webm": other}, None, None, NOON
        )
    found = shelf.get("apt-barnkonventionen", TODAY)
    assert found is not None and found.course is not None
    [medium] = [one for one in found.course.media if one.name == "vantrummet.webm"]
    assert medium.blob.sha256 != other.sha256
