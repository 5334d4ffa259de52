"""Publishing from the browser: what has changed, what to call it, who may."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from course_builder.jobs.models import Job
from course_builder.library.addresses.asking import Reason
from course_builder.library.addresses.checking import write_down
from course_builder.library.drafts.bin import archive
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.models import KeptCourse
from course_builder.library.releases import releases
from tests.web.region import Region, both

NAME = "/courses/liten"


def seen(client: FlaskClient) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get(f"{NAME}/release").text)
    assert found
    return found[1]


def publish(client: FlaskClient, **fields: str) -> int:
    return client.post(f"{NAME}/release", data={"seen": seen(client), **fields}).status_code


def kept(region: Region) -> list[tuple[int, str, str, int | None]]:
    with region.database.reading() as session:
        return [
            (one.number, one.change, one.note, one.made_by_id) for one in reversed(releases(session, "liten"))
        ]


def said(package: bytes) -> str:
    """By the page of a package."""
    return ZipFile(BytesIO(package)).read("index.html").decode()


@both
def test_the_first_version_and_the_next(region: Region) -> None:
    trainer = region.as_("trainer")
    assert "Publicera version 1" in trainer.get(f"{NAME}/release").text
    answer = trainer.post(f"{NAME}/release", data={"seen": seen(trainer), "note": "Välkommen."})
    assert (answer.status_code, answer.location) == (302, f"{NAME}/versions")
    assert "Version 1 är publicerad." in trainer.get(answer.location).text
    region.edit("liten", "start.md", "När lyssnade du senast?", "När lyssnade du på ett barn?")
    page = trainer.get(f"{NAME}/release").text
    assert "Publicera version 2" in page
    assert "Ja – bara texten har ändrats" in page
    assert "Avsnittet ”Börja här”: vi har ändrat under ”Börja här”." in page
    assert re.search(r'value="wording" checked', page)
    assert publish(trainer, change="correction", note=" Frågan var otydlig. ") == 302
    made_by = region.people["trainer"]
    assert kept(region) == [
        (1, "first", "Välkommen.", made_by),
        (2, "correction", "Frågan var otydlig.", made_by),
    ]


def test_without_a_choice_the_kind_is_the_proposed(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    region.edit("liten", "start.md", "id: tank", "id: tyck")
    assert re.search(r'value="content" checked', trainer.get(f"{NAME}/release").text)
    publish(trainer)
    assert [change for _, change, _, _ in kept(region)] == ["first", "content"]


def test_what_was_not_seen_is_not_published(region: Region) -> None:
    trainer = region.as_("trainer")
    old = seen(trainer)
    region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
    answer = trainer.post(f"{NAME}/release", data={"seen": old, "note": "Min text"})
    assert answer.status_code == 409
    assert "Kursen har ändrats sedan du öppnade sidan." in answer.text
    assert "Min text" in answer.text
    assert kept(region) == []


def test_errors_stop_it(region: Region) -> None:
    trainer = region.as_("trainer")
    old = seen(trainer)
    region.edit("liten", "start.md", "crc:12", "crc:99")
    assert "Kursen går inte att publicera än" in trainer.get(f"{NAME}/release").text
    assert trainer.post(f"{NAME}/release", data={"seen": old}).status_code == 409
    assert kept(region) == []


def test_a_note_with_a_personnummer_is_refused(region: Region) -> None:
    trainer = region.as_("trainer")
    answer = trainer.post(f"{NAME}/release", data={"seen": seen(trainer), "note": "Ring 19121212-1212."})
    assert answer.status_code == 422
    assert "innehåller ett personnummer" in answer.text
    assert kept(region) == []


@pytest.mark.parametrize("key", ["employee", "rep", "manager", "admin", "elected", "external"])
def test_who_makes_no_courses_finds_nothing_here(region: Region, key: str) -> None:
    """Trust 34."""
    publish(region.as_("trainer"))
    client = region.as_(key)
    for page in ("release", "versions", "versions/compare", "settings", "versions/1/download"):
        assert client.get(f"{NAME}/{page}").status_code == 404
    assert client.post(f"{NAME}/release", data={"seen": ""}).status_code == 404
    assert client.post(f"{NAME}/settings", data={"taken": "portal"}).status_code == 404
    assert len(kept(region)) == 1


def test_a_course_of_other_trainers_is_not_there(region: Region) -> None:
    """Trust 35: the course is given to a group, and the other group's trainer can neither see nor publish it."""
    publish(region.as_("trainer"))
    given = {"taken": "here", "group": str(region.groups["north"])}
    assert region.as_("trainer").post(f"{NAME}/settings", data=given).status_code == 302
    other = region.as_("trainer2")
    region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
    for page in (
        "release",
        "versions",
        "versions/compare",
        "settings",
        "versions/1/download",
        "versions/1/download/web.zip",
    ):
        assert other.get(f"{NAME}/{page}").status_code == 404
    assert other.post(f"{NAME}/release", data={"seen": ""}).status_code == 404
    assert other.post(f"{NAME}/settings", data={"taken": "here"}).status_code == 404
    assert "En liten kurs" not in other.get("/courses/").text
    for page in ("", "cover", "player/index.html", "portal", "download", "download/web.zip"):
        assert other.get(f"{NAME}/{page}").status_code == 404
    assert "Publicerad" in region.as_("trainer").get(f"{NAME}/").text
    assert publish(region.as_("coordinator")) == 302


def test_the_page_of_the_course_says_how_it_stands(region: Region) -> None:
    trainer = region.as_("trainer")
    before = trainer.get(f"{NAME}/").text
    assert "Publicerad" not in before
    publish(trainer)
    assert "Publicerad · version 1 (23 november 2026)" in trainer.get(f"{NAME}/").text
    assert "Utkast med ändringar" not in trainer.get(f"{NAME}/").text
    region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
    assert "Utkast med ändringar" in trainer.get(f"{NAME}/").text


def test_versions_are_compared(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    region.edit("liten", "start.md", "id: tank", "id: tyck")
    publish(trainer)
    region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
    assert "Ja – deltagarna behåller det de gjort" in trainer.get(f"{NAME}/versions/compare").text
    assert "Ja – bara texten har ändrats" in trainer.get(f"{NAME}/versions/compare?old=2&new=draft").text
    same = trainer.get(f"{NAME}/versions/compare?old=1&new=1").text
    assert "Inget som deltagarna ser har ändrats." in same
    for wrong in ("old=3&new=1", "old=draft&new=1", "old=x&new=1"):
        assert trainer.get(f"{NAME}/versions/compare?{wrong}").status_code == 404


def test_the_package_of_a_version_is_that_version(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    before = trainer.get(f"{NAME}/versions/1/download/web.zip").data
    drafted = trainer.get(f"{NAME}/download/web.zip").data
    assert ("Version 1 (23 november 2026)" in said(before), "Utkast" in said(before)) == (True, False)
    assert ("Version 1 (23 november 2026)" in said(drafted), "Utkast" in said(drafted)) == (False, True)
    region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
    assert trainer.get(f"{NAME}/versions/1/download/web.zip").data == before
    assert trainer.get(f"{NAME}/download/web.zip").data != drafted
    assert "Hämta liten-scorm12.zip" in trainer.get(f"{NAME}/versions/1/download").text
    assert trainer.get(f"{NAME}/versions/2/download").status_code == 404
    assert trainer.get(f"{NAME}/versions/1/download/web/letter.txt").status_code == 200


def test_a_version_is_there_though_its_draft_is_put_away(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    with region.database.writing() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        archive(course, region.time())
    assert "Gäller nu" in trainer.get(f"{NAME}/versions").text
    assert trainer.get(f"{NAME}/versions/1/download/web.zip").status_code == 200
    assert trainer.get(f"{NAME}/release").status_code == 404
    assert trainer.get("/courses/finns-inte/versions").status_code == 404


def test_where_the_course_is_taken(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    missing = trainer.post(f"{NAME}/settings", data={"taken": "both", "group": ""})
    assert missing.status_code == 422
    assert "Skriv kursens adress i portalen" in missing.text
    wrong = trainer.post(
        f"{NAME}/settings", data={"taken": "here", "staff_link": "javascript:alert(1)", "group": ""}
    )
    assert wrong.status_code == 422
    given = {
        "taken": "both",
        "staff_link": "https://portalen.exempel.se/kurs/7",
        "external_link": "https://extern.exempel.se/7",
        "group": str(region.groups["north"]),
    }
    assert trainer.post(f"{NAME}/settings", data=given).status_code == 302
    with region.database.reading() as session:
        course = session.get_one(KeptCourse, "liten")
        assert (course.taken, course.staff_link, course.external_link, course.group_id) == (
            "both", "https://portalen.exempel.se/kurs/7", "https://extern.exempel.se/7", region.groups["north"],
        )  # fmt: skip
    foreign = {**given, "group": str(region.groups["south"])}
    assert trainer.post(f"{NAME}/settings", data=foreign).status_code == 422
    assert region.as_("coordinator").post(f"{NAME}/settings", data=foreign).status_code == 302


def test_an_author_on_her_own_machine_has_no_versions(client: FlaskClient) -> None:
    assert client.get(f"{NAME}/").status_code == 200
    assert "Publicera<" not in client.get(f"{NAME}/").text
    assert client.get(f"{NAME}/versions/1/download").status_code == 404


def test_addresses_that_do_not_answer_are_told_and_asked_anew(region: Region) -> None:
    gone = "https://finns-inte.test/sida"
    region.edit("liten", "start.md", "Barnet har", f"[Läs mer]({gone}). Barnet har")
    trainer = region.as_("trainer")
    with region.database.writing() as session:
        write_down(
            session,
            {gone: Reason.GONE, "https://annan.test/": Reason.GONE, "https://c.test/": None},
            region.time(),
        )
    page = trainer.get(f"{NAME}/release").text
    assert f"<strong>{gone}</strong>" in page
    assert "annan.test" not in page
    region.app.extensions["settings"] = replace(region.app.extensions["settings"], ask_addresses="on")
    assert publish(trainer) == 302
    with region.database.reading() as session:
        assert list(session.scalars(select(Job.name))) == ["addresses"]
