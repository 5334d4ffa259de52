"""Drafts are changed through revisions: nothing is lost, and nobody writes over what she has not seen."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO

import pytest

from course_builder.database.store import Database
from course_builder.library.drafts import history
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import (
    NoSuchRevision,
    draft,
    drafts,
    files,
    files_at,
    text,
    text_at,
)
from course_builder.library.drafts.saving import NotText, Stale, Taken, create, save
from course_builder.library.fingerprint import fingerprint
from tests.library.conftest import NOON

ROOT = "id: liten\ntitle: En  liten kurs\n"


@pytest.fixture
def made(database: Database) -> Database:
    """A draft `liten` of three files."""
    with database.writing() as session:
        contents = {"course.yaml": ROOT, "ett.md": "# Ett\n", "två.md": "# Två\r\n"}
        create(session, Kind.COURSE, "liten", contents, None, None, NOON)
    return database


def change(
    database: Database,
    changes: Mapping[str, str | None],
    base: int,
    verb: Verb = Verb.EDITED,
    minutes: int = 1,
) -> int:
    """The number of the newest revision afterwards."""
    with database.writing() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        when = NOON + timedelta(minutes=minutes)
        return save(session, found, changes, base, verb, "Ett", None, when).number


def texts(database: Database) -> dict[str, str | None]:
    with database.reading() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        return {path: text(session, found, path) for path in sorted(files(session, found))}


def _liten(found: Draft | None) -> Draft:
    assert found is not None
    return found


def test_a_draft_is_its_files_byte_for_byte_and_knows_its_title(made: Database) -> None:
    assert texts(made) == {"course.yaml": ROOT, "ett.md": "# Ett\n", "två.md": "# Två\r\n"}
    with made.reading() as session:
        [found] = drafts(session, Kind.COURSE)
        assert (found.name, found.title, found.head, found.saved_on) == ("liten", "En liten kurs", 1, NOON)


def test_a_name_is_taken_once(made: Database) -> None:
    with pytest.raises(Taken), made.writing() as session:
        create(session, Kind.COURSE, "liten", {}, None, None, NOON)
    with made.writing() as session:
        create(session, Kind.SET, "liten", {"liten.yaml": "title: Frågor\n"}, None, None, NOON)


def test_a_save_is_a_revision_that_says_what_it_did(made: Database) -> None:
    assert change(made, {"ett.md": "# Ett!\n", "tre.md": "# Tre\n", "två.md": None}, base=1) == 2
    assert texts(made) == {"course.yaml": ROOT, "ett.md": "# Ett!\n", "tre.md": "# Tre\n"}
    with made.reading() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        newest, first = history.revisions(session, found)
        assert (newest.number, newest.verb, newest.about) == (2, "edited", "Ett")
        assert {path: (old is None, new is None) for path, (old, new) in newest.changes.items()} == {
            "ett.md": (False, False),
            "tre.md": (True, False),
            "två.md": (False, True),
        }
        assert (first.number, first.verb) == (1, "made")
        assert text_at(session, found, "två.md", 1) == "# Två\r\n"
        assert files_at(session, found, 0) == {}
        with pytest.raises(NoSuchRevision):
            files_at(session, found, 3)


def test_what_is_no_change_makes_no_revision(made: Database) -> None:
    assert change(made, {"ett.md": "# Ett\n", "borta.md": None}, base=1) == 1


def test_others_work_in_other_files_stays(made: Database) -> None:
    change(made, {"ett.md": "# Ett av Anna\n"}, base=1)
    assert change(made, {"två.md": "# Två av Bo\n"}, base=1) == 3
    assert texts(made)["ett.md"] == "# Ett av Anna\n"


def test_others_work_in_the_same_file_is_never_written_over(made: Database) -> None:
    change(made, {"ett.md": "# Ett av Anna\n"}, base=1)
    with pytest.raises(Stale) as refused:
        change(made, {"ett.md": "# Ett av Bo\n", "två.md": "# Två av Bo\n"}, base=1)
    assert (refused.value.paths, refused.value.head) == (("ett.md",), 2)
    assert texts(made) == {"course.yaml": ROOT, "ett.md": "# Ett av Anna\n", "två.md": "# Två\r\n"}
    assert change(made, {"ett.md": "# Ett av Anna\n"}, base=1) == 2


def test_a_medium_is_kept_by_its_fingerprint(made: Database) -> None:
    known = fingerprint(BytesIO(b"bild"))
    with made.writing() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        save(session, found, {"media/bild.png": known}, 1, Verb.ADDED, "", None, NOON)
        assert files(session, found)["media/bild.png"] == known.sha256


@pytest.mark.parametrize("words", ["noll \0 tecken", "ett halvt \ud800 par"])
def test_what_no_file_can_hold_is_refused(made: Database, words: str) -> None:
    with pytest.raises(NotText):
        change(made, {"ett.md": words}, base=1)
    assert texts(made)["ett.md"] == "# Ett\n"


def test_a_revision_is_taken_back_and_done_again(made: Database) -> None:
    change(made, {"ett.md": None, "tre.md": "# Tre\n"}, base=1, verb=Verb.REMOVED)
    change(made, {"två.md": "# Två!\n"}, base=2)
    with made.writing() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        back = history.undo(session, found, 2, None, NOON)
        assert (back.number, back.verb, back.undoes, back.about) == (4, "undone", 2, "Ett")
        assert files(session, found).keys() == {"course.yaml", "ett.md", "två.md"}
        again = history.undo(session, found, 4, None, NOON)
        assert (again.verb, again.undoes) == ("redone", 4)
        assert files(session, found).keys() == {"course.yaml", "två.md", "tre.md"}
    assert texts(made)["två.md"] == "# Två!\n"


def test_what_others_have_changed_since_is_not_taken_back(made: Database) -> None:
    change(made, {"ett.md": "# A\n"}, base=1)
    change(made, {"ett.md": "# B\n"}, base=2)
    with made.writing() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        with pytest.raises(Stale):
            history.undo(session, found, 2, None, NOON)
    assert texts(made)["ett.md"] == "# B\n"


def test_going_back_is_a_new_revision(made: Database) -> None:
    change(made, {"ett.md": "# A\n", "tre.md": "# Tre\n"}, base=1)
    with made.writing() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        gone_back = history.restore(session, found, 1, None, NOON)
        assert (gone_back.number, gone_back.verb, gone_back.about) == (3, "restored", "1")
    assert texts(made) == {"course.yaml": ROOT, "ett.md": "# Ett\n", "två.md": "# Två\r\n"}


def test_a_version_has_a_name_until_it_is_taken_away(made: Database) -> None:
    with made.writing() as session:
        found = _liten(draft(session, Kind.COURSE, "liten"))
        first = history.revision(session, found, 1)
        history.name_it(session, first, "  Före  remissen ")
        assert first.name == "Före remissen"
        history.name_it(session, first, " ")
        assert first.name is None
