"""The meeting kit of a course: found beside the packages, made of a plan, logged as what it is, only for who makes courses."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest

from course_builder.library.exports import log
from course_builder.paths.shipped import COURSES
from course_builder.settings import Settings
from course_builder.web.application import workbench
from tests.database.places import SqlitePlaces
from tests.meetings.held import HOUR, publish
from tests.web.region import Region, opened

DRAFT = f"/courses/{HOUR}/download"
VERSION = f"/courses/{HOUR}/versions/1/download"


@pytest.fixture
def kits(tmp_path_factory: pytest.TempPathFactory, sqlite_places: SqlitePlaces) -> Iterator[Region]:
    """The shipped meeting as a draft, and as version 1."""
    folder = tmp_path_factory.mktemp("kits")
    settings = Settings(data=str(folder), database_url=sqlite_places.database_url(folder))
    with opened(settings, [COURSES / HOUR]) as region:
        publish(region)
        yield region


def logged(region: Region) -> list[tuple[str, int | None, str, object, str, str | None]]:
    with region.database.reading() as session:
        return [
            (one.export.portal, one.number, one.export.format, one.export.answers, one.export.file, one.by)
            for one in log.log(session, HOUR)
        ]


def test_the_draft_and_the_version_are_made_and_logged(kits: Region) -> None:
    """With the plan that was chosen and the region's support; when the course says something new the kit is told to be old."""
    trainer = kits.as_("trainer")
    assert f'href="{DRAFT}/kit"' in trainer.get(DRAFT).text
    assert f'href="{VERSION}/kit"' in trainer.get(VERSION).text
    drafted = trainer.post(f"{DRAFT}/kit")
    made = trainer.post(f"{VERSION}/kit", data={"plan": "15"})
    assert (drafted.status_code, made.status_code) == (200, 200)
    assert logged(kits) == [
        ("", 1, "kit", {"plan": "15"}, f"{HOUR}-moteslada-15.zip", "Tove Utbildare"),
        ("", None, "kit", {"plan": "60"}, f"{HOUR}-utkast-moteslada-60.zip", "Tove Utbildare"),
    ]
    with kits.database.reading() as session:
        newest = log.log(session, HOUR)[0].export
        assert (newest.size, log.portals(session, HOUR)) == (len(made.data), [])
    page = trainer.get(VERSION).text
    assert re.search(r"Till ett möte</th>.*?>1 .*?Möteslåda, 15 min.*?Tove Utbildare", page, re.DOTALL)
    _of_fifteen_minutes(ZipFile(BytesIO(made.data)))
    kits.edit(HOUR, "valkommen.md", "# ", "# Nytt: ")
    told = trainer.get(f"/courses/{HOUR}/release").text
    assert re.search(r"<li>Till ett möte · version 1 · Möteslåda, 15 min", told)


def _of_fifteen_minutes(box: ZipFile) -> None:
    assert box.testzip() is None
    guide = box.read("papper/stod-till-samtalsledaren.html").decode()
    assert "0.00–0.15 · 15 min" in guide
    assert "Det här är regionens rutin och stöd." in guide
    assert "Arbetsplats och dag: ____" in box.read("papper/narvarolista.html").decode()
    assert f'"id":"kit-of-{HOUR}"' in box.read("2-led-timmen.html").decode()


def test_a_plan_that_is_not_there_and_a_course_without_one(kits: Region, region: Region) -> None:
    assert kits.as_("trainer").post(f"{VERSION}/kit", data={"plan": "61"}).status_code == 422
    trainer = region.as_("trainer")
    assert trainer.get("/courses/liten/download/kit").status_code == 404
    assert "Möteslåda" not in trainer.get("/courses/liten/download").text


def test_looking_logs_nothing_and_others_get_nothing(kits: Region) -> None:
    assert kits.as_("trainer").get(f"{VERSION}/kit").status_code == 200
    for key in ("employee", "rep", "manager", "admin"):
        for address in (DRAFT, VERSION):
            assert kits.as_(key).get(f"{address}/kit").status_code == 404
            assert kits.as_(key).post(f"{address}/kit").status_code == 404
    assert logged(kits) == []


def test_on_an_authors_own_machine_it_is_fetched_and_nothing_is_logged() -> None:
    client = workbench([COURSES / HOUR]).test_client()
    assert f'action="{DRAFT}/kit.zip"' in client.get(f"{DRAFT}/kit").text
    answer = client.get(f"{DRAFT}/kit.zip?plan=5")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={HOUR}-moteslada-5.zip"
    assert "2-led-timmen.html" in ZipFile(BytesIO(answer.data)).namelist()
