"""Handing out packages: logged by portal, marked, compared with what the portal has, and only by who makes courses."""

from io import BytesIO
from zipfile import ZipFile

from flask.testing import FlaskClient

from course_builder.library.exports import log
from tests.web.region import Region, both
from tests.web.test_release import NAME, publish, said

DOWNLOAD = f"{NAME}/download"


def hand_out(client: FlaskClient, address: str = DOWNLOAD, **fields: str) -> bytes:
    answer = client.post(address, data={"format": "scorm12", "portal_name": "Lärportalen", **fields})
    assert answer.status_code == 200, answer.text
    return answer.data


def logged(region: Region) -> list[tuple[str, int | None, str, str, str | None]]:
    with region.database.reading() as session:
        return [
            (one.export.portal, one.number, one.export.format, one.export.file, one.by)
            for one in log.log(session, "liten")
        ]


@both
def test_the_draft_and_then_the_version_are_logged_as_what_they_are(region: Region) -> None:
    trainer = region.as_("trainer")
    drafted = hand_out(trainer)
    publish(trainer)
    made = hand_out(trainer, f"{NAME}/versions/1/download")
    assert ("Utkast" in said(drafted), "Version 1 (23 november 2026)" in said(made)) == (True, True)
    assert b"<schemaversion>1.2</schemaversion>" in ZipFile(BytesIO(made)).read("imsmanifest.xml")
    assert logged(region) == [
        ("Lärportalen", 1, "scorm12", "liten-scorm12.zip", "Tove Utbildare"),
        ("Lärportalen", None, "scorm12", "liten-utkast-scorm12.zip", "Tove Utbildare"),
    ]
    page = trainer.get(f"{NAME}/versions/1/download?portal_name=L%C3%A4rportalen").text
    assert "Jämfört med paketet till Lärportalen" in page
    assert "Inget som deltagarna ser har ändrats." in page


def test_the_comparison_is_with_the_last_package_for_that_portal(region: Region) -> None:
    trainer = region.as_("trainer")
    hand_out(trainer, portal_name="Gamla portalen")
    region.edit("liten", "start.md", "id: tank", "id: tyck")
    hand_out(trainer, portal_name="Nya portalen")
    old = trainer.get(f"{DOWNLOAD}?portal_name=gamla+portalen").text
    assert "Ja – deltagarna behåller det de gjort" in old
    assert "Inget som deltagarna ser har ändrats." in trainer.get(f"{DOWNLOAD}?portal_name=Nya+portalen").text
    assert "Inget paket är gjort till Tredje än." in trainer.get(f"{DOWNLOAD}?portal_name=Tredje").text
    letter = trainer.get(f"{DOWNLOAD}/scorm12/letter.txt?portal_name=Gamla+portalen").text
    assert "Ja – deltagarna behåller det de gjort." in letter
    assert "Ja – deltagarna" not in trainer.get(f"{DOWNLOAD}/scorm12/letter.txt?portal_name=Tredje").text


def test_who_looks_at_the_draft_is_told_where_the_version_is(region: Region) -> None:
    """The page said only "publish first", of a course that was published."""
    trainer = region.as_("trainer")
    assert "Publicera först om det ska till deltagare." in trainer.get(DOWNLOAD).text
    publish(trainer)
    page = trainer.get(DOWNLOAD).text
    assert "Publicera först" not in page
    assert f'<a href="{NAME}/versions/1/download">Till deltagarna: hämta version 1</a>' in page


def test_looking_hands_nothing_out(region: Region) -> None:
    trainer = region.as_("trainer")
    assert trainer.get(DOWNLOAD).status_code == 200
    assert trainer.get(f"{DOWNLOAD}/scorm12.zip").status_code == 200
    assert logged(region) == []


def test_a_package_that_would_not_work_is_not_handed_out(region: Region) -> None:
    trainer = region.as_("trainer")
    fields = {"format": "scorm12", "done_when": "quizzes", "portal_name": "X"}
    answer = trainer.post(DOWNLOAD, data=fields)
    assert answer.status_code == 422
    assert "Paketet skulle inte fungera." in answer.text
    assert logged(region) == []


def test_only_what_somebody_has_verified_is_offered_by_name(region: Region) -> None:
    page = region.as_("trainer").get(DOWNLOAD).text
    assert "Annan portal" in page
    assert "Moodle" not in page


def test_the_portal_view_runs_the_version_that_was_asked_for(region: Region) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    region.edit("liten", "start.md", "När lyssnade", "Hur lyssnade")
    version, drafted = f"{NAME}/versions/1", NAME
    assert f'{version}/package/scorm12/index.html"' in trainer.get(f"{version}/portal").text
    assert f'{drafted}/package/scorm12/index.html"' in trainer.get(f"{drafted}/portal").text
    old, new = (trainer.get(f"{one}/package/scorm12/index.html").text for one in (version, drafted))
    assert ("När lyssnade" in old, "Version 1 (23 november 2026)" in old) == (True, True)
    assert ("Hur lyssnade" in new, "Utkast" in new) == (True, True)
    assert trainer.get(f"{NAME}/versions/2/portal").status_code == 404


def test_who_makes_no_courses_gets_no_package(region: Region) -> None:
    """Trust 34."""
    for key in ("employee", "manager", "admin"):
        assert region.as_(key).post(DOWNLOAD, data={"format": "scorm12"}).status_code == 404
    assert logged(region) == []
