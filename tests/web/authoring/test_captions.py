"""Captions of a film in a draft: written from nothing, said wherever the film is shown, mended, never written over."""

from html import unescape
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from tests.library.uploads.honest import film
from tests.web.authoring.drafted import COURSE, change, drafted, held, written
from tests.web.authoring.test_upload import brought
from tests.web.region import MONDAY, Region

BASE = f"/write/course/{COURSE}"
BLOCK = """
```film
id: filmen
title: Filmen  # en anmärkning
file: media/film.mp4
length: 0:02
```
"""
LINES = [[0, 1200, "En dörr öppnas."], [1500, 1900, "a < b & <script>"]]


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    client = region.as_("trainer")
    brought(client, "film.mp4", film("film.mp4"))
    change(region, {"ett.md": written(region, "ett.md") + BLOCK})
    return client


def head(client: FlaskClient) -> int:
    page = client.get(f"{BASE}/captions?film=media/film.mp4").text
    return int(page.split('"base": ')[1].split(",")[0])


def save(client: FlaskClient, lines: list[list[object]], base: int) -> dict[str, object]:
    sent = {"film": "media/film.mp4", "language": "sv", "base": base, "lines": lines}
    answer = client.post(f"{BASE}/captions", json=sent)
    return {"status": answer.status_code, **answer.json}


def content(region: Region, path: str) -> str:
    with region.app.extensions["media_store"].open(held(region)[path]) as stream:
        return str(stream.read().decode())


def test_from_nothing(region: Region, trainer: FlaskClient) -> None:
    """trust 16: what is typed is words; the file is written by us."""
    before = written(region, "ett.md")
    told = save(trainer, LINES, head(trainer))
    assert (told["status"], told["path"], told["saved_at"]) == (200, "media/film.sv.vtt", "09.00")
    assert content(region, "media/film.sv.vtt") == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.200\nEn dörr öppnas.\n\n00:00:01.500 --> 00:00:01.900\na &lt; b &amp; &lt;script&gt;\n"
    )
    assert written(region, "ett.md") == before.replace(
        "length: 0:02\n", "length: 0:02\ncaptions:\n  sv: media/film.sv.vtt\n"
    )
    assert told["transcript"] == "En dörr öppnas. a < b & <script>"
    served = trainer.get(f"{BASE}/file/{held(region)['media/film.sv.vtt']}")
    assert served.mimetype == "text/vtt"
    page = trainer.get(f"{BASE}/captions?film=media/film.mp4").text
    assert '[0, 1200, "En d\\u00f6rr \\u00f6ppnas."]' in page


def test_each_line_hears_what_is_worth_a_look(trainer: FlaskClient) -> None:
    lines = [
        [0, 500, "Mycket för lång text för en halv sekund på skärmen"],
        [400, 9000, "Efter slutet"],
        [5, 2, "bakåt"],
    ]
    told = save(trainer, lines, head(trainer))["problems"]
    assert isinstance(told, dict)
    assert sorted(told) == ["1", "2", "3"]
    assert len(told["1"]) == 3
    assert told["3"] == ["Undertexten slutar innan den börjar. Byt plats på tiderna eller rätta en av dem."]


def test_the_same_lines_again_are_no_revision_and_an_old_base_writes_over_nothing(
    region: Region, trainer: FlaskClient
) -> None:
    base = head(trainer)
    first = save(trainer, LINES, base)
    assert save(trainer, LINES, int(str(first["revision"])))["revision"] == first["revision"]
    other = save(trainer, [[0, 1000, "Någon annans"]], int(str(first["revision"])))
    late = save(trainer, [[0, 1000, "Min"]], int(str(first["revision"])))
    assert late == {"status": 409, "head": other["revision"]}
    assert "Någon annans" in content(region, "media/film.sv.vtt")
    assert save(trainer, [[0, 1000, "Min"]], int(str(late["head"])))["status"] == 200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_whatever_encoding_an_office_has(trainer: FlaskClient, encoding: str) -> None:
    srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\nEn dörr öppnas på glänt.\r\n"
    read = trainer.post(f"{BASE}/captions/read", data=BytesIO(srt.encode(encoding))).json
    assert read["lines"] == [[1000, 2500, "En dörr öppnas på glänt."]]


def test_a_file_that_is_none_says_why(trainer: FlaskClient) -> None:
    read = trainer.post(f"{BASE}/captions/read", data=b"hej").json
    assert read["lines"] == []
    assert "Undertextfilen har inga undertexter." in " ".join(read["problems"])
    large = trainer.post(f"{BASE}/captions/read", data=b"x" * 2_000_000).json
    assert "Undertextfilen är för stor." in large["problems"][0]


def test_the_text_of_the_film_is_made_from_its_captions(region: Region, trainer: FlaskClient) -> None:
    save(trainer, LINES, head(trainer))
    trainer.post(f"{BASE}/captions/transcript", data={"film": "media/film.mp4"})
    assert "transcript: from captions\n" in written(region, "ett.md")


def test_a_described_version_in_a_film_discussion_has_captions_of_its_own(region: Region) -> None:
    text = (
        "kind: film-discussion\nid: samtal\ntitle: Samtal\nfilm:\n  file: media/film.mp4\n  length: 0:02\n"
        "  described:\n    file: media/syn.mp4   # syntolkad\n    length: 0:02\n"
    )
    with region.database.writing() as session:
        create(session, Kind.SET, "samtal", {"samtal.yaml": text}, region.groups["north"], None, MONDAY)
    client = region.as_("trainer")
    begun = client.post(
        "/write/set/samtal/uploads", json={"name": "syn.mp4", "size": len(film("silent.mp4"))}
    ).json
    client.patch(f"/write/uploads/{begun['token']}", data=film("silent.mp4"), headers={"Upload-Offset": "0"})
    client.post(f"/write/uploads/{begun['token']}/finish")
    sent = {"film": "media/syn.mp4", "language": "sv", "base": 2, "lines": LINES}
    assert client.post("/write/set/samtal/captions", json=sent).json["path"] == "media/syn.sv.vtt"
    assert (
        written(region, "samtal.yaml", "samtal", Kind.SET)
        == text + "    captions:\n      sv: media/syn.sv.vtt\n"
    )


def test_who_may_not_write_there_finds_nothing(region: Region, trainer: FlaskClient) -> None:
    other = region.as_("trainer2")
    assert other.get(f"{BASE}/captions?film=media/film.mp4").status_code == 404
    assert save(other, LINES, 0)["status"] == 404
    assert trainer.get(f"{BASE}/captions?film=ett.md").status_code == 404
    assert trainer.get(f"{BASE}/captions?film=media/film.mp4&in=xx").status_code == 404
    assert "Undertext till film.mp4" in unescape(trainer.get(f"{BASE}/captions?film=media/film.mp4").text)
