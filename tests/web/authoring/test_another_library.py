"""The folder of a course, taken out, changed in one line by a form and taken in elsewhere: the same bytes everywhere."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from course_builder.library.drafts.arriving import arrive
from course_builder.paths.shipped import COURSES
from course_builder.settings import Settings
from tests.database.places import SqlitePlaces
from tests.web.authoring.drafted import held, written
from tests.web.authoring.test_pages import brought
from tests.web.region import Region, opened

COURSE = "grundutbildning"
FILE = "course.yaml"


@pytest.fixture
def elsewhere(tmp_path: Path, sqlite_places: SqlitePlaces) -> Iterator[Region]:
    """A library of its own, with nothing in it."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    settings = Settings(data=str(folder), database_url=sqlite_places.database_url(folder))
    with opened(settings) as region:
        yield region


def test_a_folder_is_the_same_in_another_library(region: Region, elsewhere: Region) -> None:
    arrive(region.database, region.app.extensions["media_store"], [COURSES], region.time())
    here, there = region.as_("trainer"), elsewhere.as_("trainer")
    packed = here.get(f"/write/course/{COURSE}/zip").data
    where = brought(there, packed)
    assert there.post(where, data={"take": f"course:{COURSE}", "owner": ""}).status_code == 302
    assert held(elsewhere, COURSE) == held(region, COURSE)
    assert there.get(f"/write/course/{COURSE}/zip").data == packed


def test_a_form_changes_the_line_it_must(region: Region) -> None:
    """Of the file as somebody wrote it by hand: comments, quotes and order stay."""
    arrive(region.database, region.app.extensions["media_store"], [COURSES], region.time())
    before = written(region, FILE, COURSE)
    by_hand = f"# Vår kurs\n{before}# slut\n".replace("\ntitle:", "\n\n# Namnet i portalen\ntitle:")
    base = {"base": 1, "path": FILE}
    client = region.as_("trainer")
    assert client.post(f"/write/course/{COURSE}/save", json=base | {"text": by_hand}).status_code == 200
    edit = {"op": "put", "at": ["title"], "value": "Barnets rätt: grunden"}
    assert client.post(f"/write/course/{COURSE}/edit", json=base | {"edits": [edit]}).status_code == 200
    lines = unified_diff(by_hand.splitlines(), written(region, FILE, COURSE).splitlines(), n=0, lineterm="")
    changed = [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert [line[:7] for line in changed] == ["-title:", "+title:"]
