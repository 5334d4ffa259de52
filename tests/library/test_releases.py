"""Releases: immutable copies of a course (trust 44)."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from course_builder.content.keys import part_key
from course_builder.content.reading import read
from course_builder.content.shelves import Shelf
from course_builder.database.store import Database
from course_builder.library import releases
from course_builder.library.gather import gather
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import Change, KeptCourse, MediaBlob, Release, TextBlob
from course_builder.library.ready import keep_media
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import COURSES, ROOT
from tests.content.trees import WEBM
from tests.library.conftest import NOON

TODAY = date(2026, 11, 21)


def publish(
    database: Database, store: FolderStore, folder: Path, change: Change | None = None, days: int = 0
) -> Release:
    with database.writing() as session:
        return releases.release(session, store, folder, change, "", None, NOON + timedelta(days=days))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_the_course_of_a_release_is_that_of_the_folder(database: Database, store: FolderStore) -> None:
    folder = COURSES / "grundutbildning"
    made = publish(database, store, folder)
    kept = releases.course_of(database, made.id)
    drafted = read(FolderTree(folder), [Shelf(FolderTree(ROOT), "shelf/0/")], today=TODAY).course
    assert drafted is not None
    assert kept == replace(drafted, glossary=kept.glossary)
    assert kept.glossary.items() < drafted.glossary.items()
    assert kept.digest == drafted.digest
    for medium, other in zip(kept.media, drafted.media, strict=True):
        with medium.blob.open() as mine, other.blob.open() as its:
            assert mine.read() == its.read()
        assert medium.blob.sha256 == other.blob.sha256
        assert medium.blob.size == other.blob.size


def test_texts_are_kept_byte_for_byte(database: Database, store: FolderStore, folder: Path) -> None:
    lesson = folder / "ett.md"
    lesson.write_bytes(b"\xef\xbb\xbf" + lesson.read_bytes().replace(b"\n", b"\r\n"))
    made = publish(database, store, folder)
    with database.reading() as session:
        text = session.get_one(TextBlob, made.files["course/ett.md"]).text
    assert text.encode() == lesson.read_bytes()
    assert made.files["course/ett.md"] == sha256(lesson.read_bytes()).hexdigest()


def test_the_first_release_is_first_whatever_is_asked(
    database: Database, store: FolderStore, folder: Path
) -> None:
    made = publish(database, store, folder, Change.CORRECTION)
    assert (made.number, made.change, made.title, made.minutes) == (1, "first", "En liten kurs", 5)
    assert (made.course_id, made.audience, made.made_on) == ("liten", ["ombud"], NOON)
    with database.reading() as session:
        course = session.get_one(KeptCourse, "liten")
    assert (course.group_id, course.taken) == (None, "here")


def test_the_same_content_again_is_the_same_release(
    database: Database, store: FolderStore, folder: Path
) -> None:
    first, again = publish(database, store, folder), publish(database, store, folder, days=1)
    assert first.id == again.id
    assert again.made_on == NOON
    (folder / "oanvänt.md").write_text("# Utkast som ingen kurs nämner\n")
    assert publish(database, store, folder).id == first.id


def test_an_entry_that_the_course_does_not_cite_is_no_part_of_it(folder: Path) -> None:
    before = gather(folder, TODAY).digest
    with (folder / "law.yaml").open("a") as file:
        file.write(
            "annan-1:\n  act: en annan lag\n  source: https://lagar.example/1\n  checked_on: 2026-08-22\n  wordings:\n    - says: Något.\n"
        )
    edit(folder / "glossary.yaml", "barn:", "# ordlistan\nselleri: En rotfrukt.\nbarn:")
    assert gather(folder, TODAY).digest == before
    edit(folder / "law.yaml", "Artiklarna 1-42 gäller", "Artiklarna 1-42 är")
    assert gather(folder, TODAY).digest != before


def test_the_kind_is_proposed_from_what_has_changed(
    database: Database, store: FolderStore, folder: Path
) -> None:
    publish(database, store, folder)
    edit(folder / "ett.md", "Barnet har rätt", "Varje barn har rätt")
    wording = publish(database, store, folder)
    edit(folder / "quizzes/prov.yaml", "right: sant", "right: falskt")
    content = publish(database, store, folder)
    edit(folder / "ett.md", "komma till tals", "bli hört")
    correction = publish(database, store, folder, Change.CORRECTION)
    assert [(one.number, one.change) for one in (wording, content, correction)] == [
        (2, "wording"),
        (3, "content"),
        (4, "correction"),
    ]
    with pytest.raises(ValueError, match="one first"):
        edit(folder / "ett.md", "bli hört", "höras")
        publish(database, store, folder, Change.FIRST)


def test_older_content_can_come_back_under_a_new_number(
    database: Database, store: FolderStore, folder: Path
) -> None:
    first = publish(database, store, folder)
    edit(folder / "ett.md", "Barnet har", "Varje barn har")
    publish(database, store, folder)
    edit(folder / "ett.md", "Varje barn har", "Barnet har")
    third = publish(database, store, folder, Change.CORRECTION)
    assert (third.number, third.digest) == (3, first.digest)


def test_a_release_does_not_change_when_its_folder_does(
    database: Database, store: FolderStore, folder: Path
) -> None:
    """Trust 44: what was published stays as it was, its key and its film included."""
    first = publish(database, store, folder)
    edit(folder / "quizzes/prov.yaml", "right: sant", "right: falskt")
    (folder / "quizzes/media/film.webm").write_bytes(WEBM + b"another film")
    second = publish(database, store, folder)
    old, new = (releases.course_of(database, one.id) for one in (first, second))
    assert [course.quizzes[0].questions[0].data()["right"] for course in (old, new)] == [True, False]
    films = [next(item for item in course.media if item.name == "film.webm") for course in (old, new)]
    assert films[0].blob.open().read() != films[1].blob.open().read() == WEBM + b"another film"


def test_errors_stop_it_and_leave_nothing(database: Database, store: FolderStore, folder: Path) -> None:
    edit(folder / "ett.md", "crc:12", "crc:99")
    with pytest.raises(releases.ReleaseStopped) as stopped:
        publish(database, store, folder)
    assert [problem.code.name for problem in stopped.value.problems if problem.severity == "error"] == [
        "unknown-article"
    ]
    with database.reading() as session:
        for table in (KeptCourse, Release, TextBlob, MediaBlob):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    assert list(store.held()) == []


def test_two_at_once_make_one_release(database: Database, store: FolderStore, folder: Path) -> None:
    together, made = Barrier(4), list[tuple[int, int]]()

    def go() -> None:
        ready = keep_media(store, gather(folder, TODAY))
        together.wait()
        with database.writing() as session:
            one = releases.release(session, store, ready, None, "", None, NOON)
        made.append((one.id, one.number))

    threads = [Thread(target=go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [made[0]] * 4
    assert made[0][1] == 1


def test_a_release_that_was_never_committed_is_not_remembered(
    database: Database, store: FolderStore, folder: Path
) -> None:
    class Undone(Exception):
        pass

    with pytest.raises(Undone), database.writing() as session:
        lost = releases.release(session, store, folder, None, "", None, NOON)
        assert releases.course_of(session, lost.id).title == "En liten kurs"
        raise Undone
    edit(folder / "course.yaml", "En liten kurs", "En annan kurs")
    made = publish(database, store, folder)
    assert releases.course_of(database, made.id).title == "En annan kurs"


def test_a_course_is_parsed_once_and_the_day_decides_its_wording(
    database: Database, store: FolderStore, folder: Path
) -> None:
    edit(
        folder / "law.yaml",
        "says: Artiklarna 1-42 gäller som svensk lag.",
        "valid_to: 2026-12-31\n      says: Så länge.\n    - valid_from: 2027-01-01\n      says: Sedan.",
    )
    made = publish(database, store, folder)
    course = releases.course_of(database, made.id)
    assert releases.course_of(database, made.id) is course
    later = releases.course_of(database, made.id, date(2027, 1, 1))
    assert later.modules is course.modules
    assert [one.law_says("blag-1") for one in (course, later)] == ["Så länge.", "Sedan."]
    with pytest.raises(releases.NoSuchRelease):
        releases.course_of(database, made.id + 1)


def test_a_correction_reaches_those_on_any_release_before_it(
    database: Database, store: FolderStore, folder: Path
) -> None:
    made = [publish(database, store, folder)]
    for words, change in (
        ("a", Change.WORDING),
        ("b", Change.CORRECTION),
        ("c", Change.CONTENT),
        ("d", Change.WORDING),
    ):
        with (folder / "ett.md").open("a") as file:
            file.write(f"\nMer {words}.\n")
        made.append(publish(database, store, folder, change))
    with database.reading() as session:
        moved = [releases.correction_after(session, one) for one in made]
        assert [one.number if one else None for one in moved] == [5, 5, None, None, None]
        assert [one.number for one in releases.releases(session, "liten")] == [5, 4, 3, 2, 1]
        assert releases.numbered(session, "liten", 3) == session.get(Release, made[2].id)
        assert releases.latest(session, "annan") is None


def test_a_shelf_is_looked_up_as_before(database: Database, store: FolderStore, folder: Path) -> None:
    """The nearest shelf wins entry by entry, and what two shelves hold under one name stays apart."""
    region = folder.parent.parent
    (region / "quizzes").mkdir()
    for name in ("prov.yaml", "filmen.yaml"):
        (folder / "quizzes" / name).rename(region / "quizzes" / name)
    (region / "quizzes/media").mkdir()
    for name in ("film.webm", "film.vtt"):
        (folder / "quizzes/media" / name).rename(region / "quizzes/media" / name)
    (folder / "crc.yaml").unlink()
    made = publish(database, store, folder)
    assert {path for path in made.files if path.startswith("shelf/")} == {
        "shelf/0/quizzes/filmen.yaml",
        "shelf/0/quizzes/media/film.vtt",
        "shelf/0/quizzes/media/film.webm",
        "shelf/0/quizzes/prov.yaml",
        "shelf/1/courses/crc.yaml",
        "shelf/1/courses/glossary.yaml",
    }
    course = releases.course_of(database, made.id)
    assert course.parts[0].key == part_key("lesson", "ett")
    assert list(course.crc) == [12]
