"""Media of a release: to the signed-in only, in ranges, kept by the browser, never by a path (trust 8, 10, 35)."""

from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from course_builder.library.releases import release
from tests.content.trees import BASE, WEBM
from tests.web.region import MONDAY, Region

FILM = WEBM + bytes(range(256)) * 40
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>'


@pytest.fixture
def published(region: Region, tmp_path: Path) -> int:
    """A release with a film, captions as SubRip, a drawing and a document."""
    srt = "1\n00:00:01,000 --> 00:00:04,000\nEn dörr öppnas.\n"
    changes: dict[str, str | bytes] = {
        "quizzes/media/film.webm": FILM,
        "quizzes/media/film.srt": srt,
        "quizzes/filmen.yaml": str(BASE["quizzes/filmen.yaml"]).replace("film.vtt", "film.srt"),
        "media/Rita-Å.svg": SVG,
        "media/blad.pdf": b"%PDF-1.7\n",
        "ett.md": str(BASE["ett.md"])
        + "\n![En dörr](media/Rita-Å.svg)\n\n```download\nfile: media/blad.pdf\ntitle: Blad\n```\n",
    }
    folder = tmp_path / "kurs"
    for path, data in {**BASE, **changes}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    store = region.app.extensions["media_store"]
    with region.database.writing() as session:
        return release(session, store, folder, None, "", None, MONDAY).id


def test_a_film_in_whole_and_in_part(region: Region, published: int) -> None:
    client = region.as_("employee")
    address = f"/releases/{published}/media/film.webm"
    whole = client.get(address)
    assert (whole.status_code, whole.data, whole.mimetype) == (200, FILM, "video/webm")
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert whole.headers["ETag"] == f'"{sha256(FILM).hexdigest()}"'
    assert whole.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    part = client.get(address, headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.data) == (206, FILM[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(FILM)}"
    last = client.get(address, headers={"Range": "bytes=-7"})
    assert (last.status_code, last.data) == (206, FILM[-7:])
    beyond = client.get(address, headers={"Range": f"bytes={len(FILM)}-"})
    assert beyond.status_code == 416
    known = client.get(address, headers={"If-None-Match": whole.headers["ETag"]})
    assert (known.status_code, known.data) == (304, b"")


def test_captions_go_out_as_webvtt_under_the_players_name(region: Region, published: int) -> None:
    told = region.as_("rep").get(f"/releases/{published}/media/film.srt.vtt")
    assert (told.status_code, told.mimetype) == (200, "text/vtt")
    assert told.text.startswith("WEBVTT")
    assert "En dörr öppnas." in told.text


def test_a_drawing_opened_by_itself_runs_nothing(region: Region, published: int) -> None:
    """Trust 8."""
    shown = region.as_("rep").get(f"/releases/{published}/media/rita-a.svg")
    assert (shown.status_code, shown.mimetype) == (200, "image/svg+xml")
    policy = shown.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy


def test_a_document_is_saved_not_shown(region: Region, published: int) -> None:
    given = region.as_("rep").get(f"/releases/{published}/media/blad.pdf")
    assert given.mimetype == "application/pdf"
    assert given.headers["Content-Disposition"] == "attachment; filename=blad.pdf"


def test_nobody_outside_sees_it(region: Region, published: int) -> None:
    """Trust 35."""
    answer = region.anonymous().get(f"/releases/{published}/media/film.webm")
    assert answer.status_code == 302
    assert WEBM not in answer.data


@pytest.mark.parametrize(
    "name",
    ["../../course.yaml", "..%2f..%2fcourse.yaml", "%2e%2e/film.webm", "..%5cfilm.webm", "film.webm%00", "film.srt",
     "course.yaml", "ett.md", "media/film.webm", sha256(FILM).hexdigest(), "a" * 5000, quote("Rita-Å.svg")],
)  # fmt: skip
def test_only_names_of_the_release_lead_anywhere(region: Region, published: int, name: str) -> None:
    """Trust 10."""
    client = region.as_("rep")
    assert client.get(f"/releases/{published}/media/{name}").status_code == 404
    assert client.get(f"/releases/{published + 1}/media/film.webm").status_code == 404


def test_a_file_that_is_gone_from_the_store_is_not_there(region: Region, published: int) -> None:
    region.app.extensions["media_store"].remove(sha256(FILM).hexdigest())
    assert region.as_("rep").get(f"/releases/{published}/media/film.webm").status_code == 404
