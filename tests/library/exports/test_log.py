"""The log of packages: which version went to which portal, and what the last one there said."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from course_builder.content.compare import compare
from course_builder.database.store import Database
from course_builder.library.exports import log
from course_builder.library.exports.log import Package
from course_builder.library.gather import gather
from course_builder.library.installed import install
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import Release
from course_builder.library.ready import keep_media
from course_builder.library.releases import course_of, release
from tests.library.conftest import NOON
from tests.library.test_releases import edit

TODAY = date(2026, 11, 21)


def package(portal: str = "Lärportalen", format_name: str = "scorm12") -> Package:
    return Package(portal, format_name, {"done_when": "rule"}, "liten-scorm12.zip", 1234, "f" * 64)


@pytest.fixture
def made(database: Database, store: FolderStore, folder: Path) -> Release:
    with database.writing() as session:
        return release(session, store, folder, None, "", None, NOON)


def test_the_last_package_of_each_portal(database: Database, made: Release) -> None:
    with database.writing() as session:
        kept = session.get_one(Release, made.id)
        for minutes, portal in enumerate(("Lärportalen", "Moodle", " lärPORTALEN ")):
            log.of_release(session, kept, "a" * 64, package(portal), None, NOON + timedelta(minutes=minutes))
        assert [one.export.portal for one in log.log(session, "liten")] == ["lärPORTALEN", "Moodle", "Lärportalen"]  # fmt: skip
        assert [one.export.portal for one in log.portals(session, "liten")] == ["lärPORTALEN", "Moodle"]
        last = log.last_for(session, "liten", "Lärportalen")
        assert last is not None
        assert (last.number, last.by, last.export.made_on) == (1, None, NOON + timedelta(minutes=2))
        assert log.last_for(session, "liten", "Annan") is None
        assert log.last_for(session, "annan", "Moodle") is None


def test_portals_that_have_an_older_version(database: Database, made: Release) -> None:
    with database.writing() as session:
        kept = session.get_one(Release, made.id)
        log.of_release(session, kept, "a" * 64, package("Moodle"), None, NOON)
        log.of_release(session, kept, "b" * 64, package("Lärportalen"), None, NOON)
        assert [one.export.portal for one in log.older(session, "liten", "b" * 64)] == ["Moodle"]


def test_what_went_out_of_a_draft_can_be_compared_with_later(
    database: Database, store: FolderStore, folder: Path
) -> None:
    install(database.writer, store)
    ready = keep_media(store, gather(folder, TODAY))
    with database.writing() as session:
        log.of_draft(session, ready, package(), None, NOON)
    edit(folder / "ett.md", "# Barnets rätt", "# Barnets rättigheter")
    with database.reading() as session:
        last = log.last_for(session, "liten", "Lärportalen")
        assert last is not None
        assert (last.number, last.export.digest) == (None, ready.gathered.course.digest)
        old = log.course_in(session, last.export, TODAY)
    assert old.digest == ready.gathered.course.digest
    assert compare(old, gather(folder, TODAY).course).verdict == "text only"


def test_the_course_of_a_version_is_that_of_the_release(database: Database, made: Release) -> None:
    with database.writing() as session:
        kept = session.get_one(Release, made.id)
        export = log.of_release(session, kept, "a" * 64, package(), None, NOON)
        assert log.course_in(session, export, TODAY) == course_of(session, made.id, TODAY)
