"""The media of a draft: looked through, chosen, replaced everywhere, taken away and put back (trust 8, 10)."""

from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.library.uploads.honest import SVG, film, picture
from tests.web.authoring.drafted import COURSE, change, drafted, held, written
from tests.web.authoring.test_upload import brought
from tests.web.region import Region

BASE = f"/write/course/{COURSE}"
OTHER = "andrakursen"


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    return region.as_("trainer")


def shown(region: Region, path: str, words: str = "En dörr", name: str = COURSE) -> None:
    """The picture stands last in the lesson."""
    change(region, {"ett.md": written(region, "ett.md", name) + f"\n![{words}]({path})\n"}, name)


def test_a_file_is_asked_for_by_its_content(region: Region, trainer: FlaskClient) -> None:
    """trust 8, 9, 10: the stored type, nothing that runs, and no path that leads anywhere."""
    for name, data, kind in (("rita.svg", SVG, "image/svg+xml"), ("film.mp4", film("film.mp4"), "video/mp4")):
        path = str(brought(trainer, name, data)["path"])
        answer = trainer.get(f"{BASE}/file/{held(region)[path]}")
        assert (answer.status_code, answer.mimetype) == (200, kind)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert (
            answer.headers["Content-Security-Policy"]
            == "default-src 'none'; frame-ancestors 'none'; sandbox "
        )
    sheet = str(brought(trainer, "Blad å.pdf", b"%PDF-1.7\n")["path"])
    given = trainer.get(f"{BASE}/file/{held(region)[sheet]}")
    assert given.headers["Content-Disposition"] == "attachment; filename=blad-a.pdf"
    text = held(region)["ett.md"]
    names = [
        text,
        "0" * 64,
        "..%2f..%2fett.md",
        "%2e%2e%5cett.md",
        "ett.md",
        "%00",
        "a" * 2000,
        "%c0%ae%c0%ae/ett.md",
    ]
    assert {trainer.get(f"{BASE}/file/{name}").status_code for name in names} == {404}
    assert region.as_("trainer2").get(f"{BASE}/file/{held(region)[sheet]}").status_code == 404


def test_the_page_says_where_each_file_is_shown(region: Region, trainer: FlaskClient) -> None:
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    brought(trainer, "ingen.png", picture("PNG", (9, 9)))
    shown(region, path)
    page = unescape(trainer.get(f"{BASE}/media").text)
    assert "Visas på 1 ställe" in page and "”En dörr”" in page
    assert page.count("Visas inte") == 1
    assert "dorr.png" not in trainer.get(f"{BASE}/media?unused=1").text
    assert "ingen.png" not in trainer.get(f"{BASE}/media?q=dorr").text
    assert "ingen.png" in trainer.get("/write/media?kind=picture").text
    assert "ingen.png" not in region.as_("trainer2").get("/write/media").text


def test_what_is_shown_is_taken_away_only_when_that_has_been_said_and_comes_back(
    region: Region, trainer: FlaskClient
) -> None:
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    shown(region, path)
    asked = trainer.post(f"{BASE}/media/remove", data={"path": path})
    assert "dorr.png visas i utkastet." in unescape(asked.text)
    assert path in held(region)
    trainer.post(f"{BASE}/media/remove", data={"path": path, "sure": "yes"})
    assert path not in held(region)
    page = unescape(trainer.get(f"{BASE}/media").text)
    assert "dorr.png togs bort." in page
    undo = page.split('class="toast"')[1].split('action="')[1].split('"')[0]
    assert region.as_("trainer2").post(undo).status_code == 404
    trainer.post(undo)
    assert path in held(region)
    assert trainer.post(f"{BASE}/media/remove", data={"path": "ett.md"}).status_code == 404


def test_a_file_is_borrowed_from_another_draft_once(region: Region, trainer: FlaskClient) -> None:
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    drafted(region, name=OTHER)
    there = f"/write/course/{OTHER}/media"
    offered = trainer.get(f"{there}/choice?kinds=picture&q=dorr").json
    assert [one["name"] for one in offered["others"]] == ["dorr.png"]
    assert offered["own"] == []
    what = {"kind": "course", "name": COURSE, "path": path}
    first = trainer.post(f"{there}/borrow", json=what).json
    again = trainer.post(f"{there}/borrow", json=what).json
    assert first == again
    assert held(region, OTHER)[path] == held(region)[path]
    drafted(region, "south", "tredje")
    assert trainer.post("/write/course/tredje/media/borrow", json=what).status_code == 404
    south = region.as_("trainer2")
    assert south.post("/write/course/tredje/media/borrow", json=what).status_code == 404
    assert south.get("/write/course/tredje/media/choice?kinds=picture").json == {"own": [], "others": []}


def test_a_file_for_a_text_in_a_folder_lies_where_the_text_reaches_it(
    region: Region, trainer: FlaskClient
) -> None:
    """A film discussion of the course's own stands in `quizzes/`; it cannot name what lies above."""
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    sha = held(region)[path]
    for lies in (path, f"quizzes/{path}"):
        near = {"path": lies, "shown_in": "quizzes/samtal.yaml"}
        assert trainer.post(f"{BASE}/media/borrow", json=near).json["path"] == "media/dorr.png"
    assert {one: sha for one in held(region) if "dorr" in one} == {"quizzes/media/dorr.png": sha}


def test_a_file_that_another_text_shows_stays_there_too(region: Region, trainer: FlaskClient) -> None:
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    shown(region, path)
    near = {"path": path, "shown_in": "quizzes/samtal.yaml"}
    assert trainer.post(f"{BASE}/media/borrow", json=near).json["path"] == "media/dorr.png"
    assert {one for one in held(region) if "dorr" in one} == {path, "quizzes/media/dorr.png"}
    own = {"path": path, "shown_in": "ett.md"}
    assert trainer.post(f"{BASE}/media/borrow", json=own).json["path"] == path


def test_how_a_picture_was_described_before_is_suggested(region: Region, trainer: FlaskClient) -> None:
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    drafted(region, name=OTHER)
    trainer.post(f"/write/course/{OTHER}/media/borrow", json={"kind": "course", "name": COURSE, "path": path})
    shown(region, path, "En öppen dörr", OTHER)
    shown(region, path, "-", OTHER)
    told = trainer.get(f"{BASE}/media/descriptions?path={path}").json
    assert told == {"descriptions": ["En öppen dörr"]}
    assert trainer.get(f"{BASE}/media/descriptions?path=ett.md").status_code == 404


def test_a_file_is_replaced_everywhere_and_back(region: Region, trainer: FlaskClient) -> None:
    path = str(brought(trainer, "dörr.png", picture("PNG"))["path"])
    shown(region, path)
    drafted(region, name=OTHER)
    trainer.post(f"/write/course/{OTHER}/media/borrow", json={"kind": "course", "name": COURSE, "path": path})
    shown(region, path, name=OTHER)
    before = {name: (held(region, name), written(region, "ett.md", name)) for name in (COURSE, OTHER)}
    new = str(brought(trainer, "ny dörr.jpg", picture("JPEG"))["path"])
    sha = held(region)[new]
    assert trainer.post(f"{BASE}/media/replace", json={"old": path, "new": new}).json == {"drafts": 2}
    for name in (COURSE, OTHER):
        assert held(region, name)["media/dorr.jpg"] == sha
        assert not {path, new} & held(region, name).keys()
        assert written(region, "ett.md", name).endswith("![En dörr](media/dorr.jpg)\n")
    page = unescape(trainer.get(f"{BASE}/media").text)
    assert "Filen är utbytt i 2 utkast." in page
    trainer.post(page.split('class="toast"')[1].split('action="')[1].split('"')[0])
    after = {name: (held(region, name), written(region, "ett.md", name)) for name in (COURSE, OTHER)}
    after[COURSE][0].pop(new)
    assert after == before


def test_a_file_of_the_same_ending_changes_no_text(region: Region, trainer: FlaskClient) -> None:
    path = str(brought(trainer, "film.mp4", film("film.mp4"))["path"])
    shown(region, path)
    text = held(region)["ett.md"]
    new = str(brought(trainer, "ny.mp4", film("silent.mp4"))["path"])
    sha = held(region)[new]
    trainer.post(f"{BASE}/media/replace", json={"old": path, "new": new})
    assert (held(region)[path], held(region)["ett.md"], new in held(region)) == (sha, text, False)
