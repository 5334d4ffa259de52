"""The register of films: rights and their end, who is seen or heard, where each is used, for those who may know."""

import hashlib
from html import unescape

import pytest
from flask.testing import FlaskClient

from course_builder.library.addresses.checking import digest
from course_builder.library.addresses.models import WebAddress
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from course_builder.library.film_register.models import FilmRecord
from course_builder.library.film_register.register import key_of
from course_builder.library.models import KeptCourse, Release
from tests.library.uploads.honest import film
from tests.web.authoring.drafted import COURSE, change, drafted, held, written
from tests.web.authoring.test_upload import brought
from tests.web.region import MONDAY, Region

REGISTER = "/write/media/films"
LINK = "https://film.exempel.se/vantan"
BLOCKS = f"""
```film
id: fila
title: Filen
file: media/film.mp4
length: 0:02
rights:
  basis: eget verk
  checked_on: 2026-11-01
  until: 2027-01-31
```

```film
id: lank
title: Länken
url: {LINK}
length: 1:30
```

```film
id: gammal
title: Den gamla
url: {LINK}/2
length: 1:30
rights:
  basis: avtal
  until: 2026-11-22
```
"""


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    client = region.as_("trainer")
    brought(client, "film.mp4", film("film.mp4"))
    change(region, {"ett.md": written(region, "ett.md") + BLOCKS})
    return client


def rows(client: FlaskClient) -> dict[str, str]:
    """Title of each film and the whole of its row."""
    page = unescape(client.get(REGISTER).text)
    found = page.split('<li class="card')[1:]
    return {row.split('<h2 class="h3">')[1].split("</h2>")[0]: row for row in found}


def test_what_is_to_be_done_first_stands_first(trainer: FlaskClient) -> None:
    found = rows(trainer)
    assert list(found) == ["Den gamla", "Länken", "Filen"]
    assert "Visningsrätten gällde till 22 november 2026" in found["Den gamla"]
    assert "Visningsrätt saknas" in found["Länken"]
    assert "Visningsrätten gäller till 31 januari 2027" in found["Filen"]
    assert "0:02" in found["Filen"] and "1:30" in found["Länken"]


def test_a_child_or_a_patient_needs_an_explicit_answer(region: Region, trainer: FlaskClient) -> None:
    address = f"{REGISTER}/{key_of(LINK)}"
    assert "Vem som syns är inte besvarat" in rows(trainer)["Länken"]
    half = trainer.post(address, data={"children": "no"})
    assert (half.status_code, "Svara på båda frågorna" in unescape(half.text)) == (422, True)
    bare = trainer.post(address, data={"children": "yes", "patients": "no", "who": "Två skådespelare"})
    assert (bare.status_code, "Skriv på vilken grund" in unescape(bare.text)) == (422, True)
    assert "Två skådespelare" in bare.text
    said = {"children": "yes", "patients": "no", "who": "Ett barn", "ground": "Samtycke, dnr 12"}
    assert trainer.post(address, data=said).status_code == 302
    row = rows(trainer)["Länken"]
    assert "Samtycke, dnr 12" in row and "Besvarat av Tove Utbildare 23 november 2026." in row
    assert "inte besvarat" not in row
    with region.database.reading() as session:
        kept = session.get_one(FilmRecord, key_of(LINK))
        assert (kept.children, kept.patients, kept.ground) == ("yes", "no", "Samtycke, dnr 12")


def test_a_film_of_others_is_not_there(region: Region, trainer: FlaskClient) -> None:
    other = region.as_("trainer2")
    assert "Länken" not in other.get(REGISTER).text
    said = {"children": "no", "patients": "no"}
    assert other.post(f"{REGISTER}/{key_of(LINK)}", data=said).status_code == 404
    assert trainer.post(f"{REGISTER}/{'0' * 64}", data=said).status_code == 404


def test_the_same_film_in_a_shared_set_and_in_a_release_is_one_row(
    region: Region, trainer: FlaskClient
) -> None:
    text = f"kind: film-discussion\nid: samtal\ntitle: Samtalet\nfilm:\n  url: {LINK}\n  length: 1:30\n"
    with region.database.writing() as session:
        create(session, Kind.SET, "samtal", {"samtal.yaml": text}, region.groups["north"], None, MONDAY)
    assert "Används på 2 ställen" in rows(trainer)["Länken"]
    assert held(region, "samtal", Kind.SET).keys() == {"samtal.yaml"}


def test_versions_and_rights_are_set_where_the_film_is_shown(region: Region, trainer: FlaskClient) -> None:
    brought(trainer, "syn.mp4", film("silent.mp4"))
    key = held(region)["media/film.mp4"]
    address = f"/write/course/{COURSE}/film/{key}"
    before = written(region, "ett.md")
    assert "Välj film" in unescape(trainer.get(address).text)
    trainer.post(f"{address}/version", data={"way": "described", "path": "media/syn.mp4"})
    trainer.post(f"{address}/version", data={"way": "signed", "none_needed": "Ingen talar: allt är bild"})
    after = written(region, "ett.md")
    assert 'described:\n  file: media/syn.mp4\n  length: "0:02"\n' in after
    assert 'signed:\n  none_needed: "Ingen talar: allt är bild"\n' in after
    trainer.post(f"{address}/version", data={"way": "described"})
    trainer.post(f"{address}/version", data={"way": "signed"})
    assert written(region, "ett.md") == before
    wrong = trainer.post(
        f"{address}/rights", data={"basis": "avtal", "until": "i vår"}, follow_redirects=True
    )
    assert "Skriv med vilken rätt filmen visas" in unescape(wrong.text)
    trainer.post(
        f"{address}/rights", data={"basis": "avtal", "checked_on": "2026-11-20", "until": "2028-01-01"}
    )
    assert "rights:\n  basis: avtal\n  checked_on: 2026-11-20\n  until: 2028-01-01\n" in written(
        region, "ett.md"
    )
    assert (
        trainer.post(f"{address}/version", data={"way": "signed", "path": "media/annan.mp4"}).status_code
        == 404
    )
    assert region.as_("trainer2").get(address).status_code == 404
    assert trainer.get(f"/write/course/{COURSE}/film/{'0' * 64}").status_code == 404


def test_the_new_file_of_a_film_asks_anew_and_keeps_the_words(region: Region, trainer: FlaskClient) -> None:
    old = held(region)["media/film.mp4"]
    said = {"children": "no", "patients": "no", "who": "Två skådespelare"}
    trainer.post(f"{REGISTER}/{old}", data=said)
    new = brought(trainer, "ny.mp4", film("silent.mp4"))["path"]
    trainer.post(f"/write/course/{COURSE}/media/replace", json={"old": "media/film.mp4", "new": new})
    row = rows(trainer)["Filen"]
    assert "Två skådespelare" in row and "Vem som syns är inte besvarat" in row and "utan ljud" in row


def test_a_dead_link_is_told(region: Region, trainer: FlaskClient) -> None:
    with region.database.writing() as session:
        session.add(
            WebAddress(sha256=digest(LINK), address=LINK, asked_on=MONDAY, reason="gone", dead_since=MONDAY)
        )
    found = rows(trainer)
    assert "Länken svarar inte sedan 23 november 2026" in found["Länken"]
    assert "svarar inte" not in found["Den gamla"]


def test_a_published_film_is_there_after_its_draft_has_lost_it(region: Region, trainer: FlaskClient) -> None:
    text = written(region, "ett.md")
    sha = hashlib.sha256(text.encode()).hexdigest()
    files = {"course/ett.md": sha, "course/media/film.mp4": held(region)["media/film.mp4"]}
    with region.database.writing() as session:
        session.add(KeptCourse(id=COURSE, taken="here", group_id=region.groups["north"]))
        session.flush()
        session.add(Release(course_id=COURSE, number=3, digest="0" * 64, change="first", title="Kursen", minutes=5, files=files, made_on=MONDAY))  # fmt: skip
    change(region, {"ett.md": "# Rubrik\n\nUtan film.\n"})
    found = rows(trainer)
    assert sorted(found) == ["Den gamla", "Filen", "Länken"]
    assert "Kursen, version 3" in found["Filen"]
    assert "Filen" not in region.as_("trainer2").get(REGISTER).text
