"""A file comes in pieces, goes on after a cut, is looked into, and is in the draft or nowhere (trust 9, 10, 15)."""

import errno
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from course_builder.library.uploads import limits, pieces
from course_builder.library.uploads.finishing import convert_asked
from course_builder.library.uploads.models import Upload
from course_builder.web import background
from course_builder.web.workshop import sweep, workshop
from tests.library.uploads.honest import SVG, film, picture
from tests.web.authoring.drafted import COURSE, drafted, held
from tests.web.region import Region, both

BEGIN = f"/write/course/{COURSE}/uploads"


@pytest.fixture
def trainer(region: Region) -> FlaskClient:
    drafted(region)
    return region.as_("trainer")


def begin(client: FlaskClient, name: str, size: int) -> str:
    answer = client.post(BEGIN, json={"name": name, "size": size})
    assert answer.status_code == 201, answer.text
    return f"/write/uploads/{answer.json['token']}"


def send(client: FlaskClient, address: str, data: bytes, start: int = 0) -> dict[str, object]:
    answer = client.patch(address, data=data, headers={"Upload-Offset": str(start)})
    return {"status": answer.status_code, **answer.json}


def brought(client: FlaskClient, name: str, data: bytes) -> dict[str, object]:
    address = begin(client, name, len(data))
    send(client, address, data)
    return dict(client.post(f"{address}/finish").json)


def lying(region: Region) -> list[str]:
    folder = workshop(region.app).folder
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


@both
def test_a_film_in_pieces_with_a_cut(region: Region, trainer: FlaskClient) -> None:
    data = film("film.mp4")
    address = begin(trainer, "Väntrum på Åsen.MP4", len(data))
    assert send(trainer, address, data[:5000]) == {"status": 200, "offset": 5000}
    assert send(trainer, address, data[4000:6000], 4000) == {"status": 409, "offset": 5000}
    assert trainer.get(address).json["offset"] == 5000
    early = trainer.post(f"{address}/finish")
    assert (early.status_code, early.json["offset"]) == (409, 5000)
    assert send(trainer, address, data[5000:], 5000)["offset"] == len(data)
    told = trainer.post(f"{address}/finish").json
    assert (told["state"], told["path"]) == ("done", "media/vantrum-pa-asen.mp4")
    assert told["facts"] | {"milliseconds": 0} == {
        "kind": "film", "width": 160, "height": 90, "milliseconds": 0, "sound": True,
    }  # fmt: skip
    sha = held(region)["media/vantrum-pa-asen.mp4"]
    with region.app.extensions["media_store"].open(sha) as stream:
        assert stream.read() == data
    assert lying(region) == []
    assert trainer.post(f"{address}/finish").json == told
    assert send(trainer, address, b"mer", len(data))["status"] == 409


def test_what_is_more_than_was_announced_is_not_read(region: Region, trainer: FlaskClient) -> None:
    address = begin(trainer, "rita.svg", len(SVG))
    assert send(trainer, address, SVG + b"<script>")["offset"] == len(SVG)
    assert trainer.post(f"{address}/finish").json["state"] == "done"


def test_a_file_that_is_not_what_it_says_is_refused_and_gone(region: Region, trainer: FlaskClient) -> None:
    """trust 9."""
    before = held(region)
    told = brought(trainer, "bild.png", b"<!doctype html><script>alert(1)</script>")
    assert told["state"] == "refused"
    assert "bild.png slutar på .png men innehåller något annat." in str(told["error"])
    assert held(region) == before
    assert lying(region) == []
    store = Path(region.app.extensions["settings"].data, "media")
    assert [one for one in store.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("film.exe", 10, "Filer som slutar på .exe kan inte användas i en kurs."),
        ("film", 10, "Filer som slutar på ingenting kan inte användas i en kurs."),
        ("film.mp4", 0, "Filen är tom."),
        ("film.mp4", 2_000_000_001, "En film får vara högst 2000 MB. Den här är 2001 MB."),
        ("bild.png", 60_000_000, "En bild får vara högst 50 MB. Den här är 60 MB."),
        ("IMG_0001.HEIC", 10, "Spara den som JPEG"),
    ],
)
def test_the_caps_are_said_before_anything_is_sent(
    region: Region, trainer: FlaskClient, name: str, size: int, said: str
) -> None:
    answer = trainer.post(BEGIN, json={"name": name, "size": size})
    assert answer.status_code == 422
    assert said in answer.json["error"]
    assert lying(region) == []


def test_a_persons_own_limits(region: Region, trainer: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(limits.MOST_UNFINISHED):
        begin(trainer, "a.txt", 5)
    again = trainer.post(BEGIN, json={"name": "a.txt", "size": 5})
    assert "10 uppladdningar som inte är klara" in again.json["error"]
    monkeypatch.setattr(limits, "MOST_UNFINISHED", 100)
    monkeypatch.setattr(limits, "MOST_A_DAY", 1_000_000)
    much = trainer.post(BEGIN, json={"name": "film.mp4", "size": 1_000_000})
    assert much.status_code == 422
    region.time.pass_(hours=25)
    trainer = region.as_("trainer")
    assert trainer.post(BEGIN, json={"name": "film.mp4", "size": 999_000}).status_code == 201


def test_a_full_disk_is_said_before_anything_is_sent(
    trainer: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SPARE_DISK", 10**18)
    answer = trainer.post(BEGIN, json={"name": "film.mp4", "size": 1_000_000})
    assert "Det finns inte plats på servern" in answer.json["error"]


def test_nobody_elses_upload_is_there(region: Region, trainer: FlaskClient) -> None:
    """trust 10: also for names that are no name."""
    address = begin(trainer, "a.txt", 5)
    other = region.as_("trainer2")
    assert other.post(BEGIN, json={"name": "a.txt", "size": 5}).status_code == 404
    coordinator = region.as_("coordinator")
    for client in (other, coordinator):
        assert client.get(address).status_code == 404
        assert send(client, address, b"hej")["status"] == 404
        assert client.post(f"{address}/finish").status_code == 404
        assert client.delete(address).status_code == 404
    names = [
        "..",
        "%2e%2e",
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "a" * 3000,
        "%c0%ae%c0%ae",
        "..%5c..%5c",
        "%252e%252e",
    ]
    bodies = {trainer.get(f"/write/uploads/{name}x").status_code for name in names}
    assert bodies == {404}
    assert trainer.get(address).json["offset"] == 0


def test_it_can_be_stopped(region: Region, trainer: FlaskClient) -> None:
    address = begin(trainer, "a.txt", 5)
    send(trainer, address, b"he")
    assert trainer.delete(address).status_code == 200
    assert trainer.get(address).status_code == 404
    assert lying(region) == []


def test_the_same_file_again_has_the_place_it_had(region: Region, trainer: FlaskClient) -> None:
    first = brought(trainer, "bild.png", picture("PNG"))
    again = brought(trainer, "Annat namn.png", picture("PNG"))
    other = brought(trainer, "bild.png", picture("PNG", (20, 20)))
    assert [first["path"], again["path"], other["path"]] == [
        "media/bild.png", "media/bild.png", "media/bild-2.png",
    ]  # fmt: skip


def test_a_film_from_a_telephone_becomes_an_mp4(region: Region, trainer: FlaskClient) -> None:
    told = brought(trainer, "Film.MOV", film("film.mov"))
    assert (told["state"], told["done"]) == ("converting", 0)
    with region.database.reading() as session:
        upload_id = session.query(Upload.id).scalar()
    convert_asked(workshop(region.app), {"upload": upload_id})
    address = f"/write/uploads/{told['token']}"
    done = trainer.get(address).json
    assert (done["state"], done["path"]) == ("done", "media/film.mp4")
    assert done["facts"]["sound"] is True
    assert lying(region) == []
    convert_asked(workshop(region.app), {"upload": upload_id})
    assert trainer.get(address).json == done


def test_a_film_that_cannot_be_converted_is_refused_with_the_way_out(
    region: Region, trainer: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """trust 15: whatever the child dies of, nothing is left."""
    told = brought(trainer, "film.avi", film("film.avi"))
    monkeypatch.setattr("course_builder.library.films.convert.REMADE", ("-c:v", "no-such-codec"))
    with region.database.reading() as session:
        upload_id = session.query(Upload.id).scalar()
    convert_asked(workshop(region.app), {"upload": upload_id})
    said = trainer.get(f"/write/uploads/{told['token']}").json
    assert said["state"] == "refused"
    assert "Exportera den som MP4 med H.264 och AAC" in said["error"]
    assert lying(region) == []


def test_what_nobody_came_back_to_is_swept(region: Region, trainer: FlaskClient) -> None:
    old = begin(trainer, "gammal.txt", 9)
    send(trainer, old, b"halv")
    (workshop(region.app).folder / "utan-rad").write_bytes(b"x")
    region.time.pass_(hours=30)
    trainer = region.as_("trainer")
    new = begin(trainer, "ny.txt", 9)
    send(trainer, new, b"halv")
    sweep(region.app)
    assert len(lying(region)) == 2
    region.time.pass_(hours=30)
    sweep(region.app)
    assert lying(region) == [new.rsplit("/", 1)[1]]


def test_a_piece_that_breaks_off_is_kept_as_far_as_it_came(region: Region, trainer: FlaskClient) -> None:
    class Broken:
        """A connection that dies after two reads."""

        def __init__(self) -> None:
            self.left = [b"abcd", b"efgh"]

        def read(self, _: int) -> bytes:
            if not self.left:
                raise OSError("the client is gone")
            return self.left.pop(0)

    address = begin(trainer, "a.txt", 20)
    part = pieces.part_of(workshop(region.app).folder, address.rsplit("/", 1)[1])
    with pytest.raises(OSError, match="the client is gone"):
        pieces.add(part, 0, Broken(), 20)  # type: ignore[arg-type]
    assert trainer.get(address).json["offset"] == 8


def test_a_conversion_that_never_ends_is_given_up(region: Region, trainer: FlaskClient) -> None:
    told = brought(trainer, "film.mov", film("film.mov"))
    region.time.pass_(days=3)
    sweep(region.app)
    said = region.as_("trainer").get(f"/write/uploads/{told['token']}").json
    assert said["state"] == "refused"
    assert "Exportera den som MP4" in said["error"]
    assert lying(region) == []


def test_a_disk_that_fills_in_the_middle_says_so_and_keeps_what_came(
    region: Region, trainer: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """trust 55"""
    address = begin(trainer, "a.txt", 20)
    send(trainer, address, b"halva filen")
    monkeypatch.setattr("course_builder.library.uploads.pieces.os.fsync", _full)
    told = send(trainer, address, b"resten", 11)
    assert (told["status"], told["error"]) == (
        507, "Det finns inte plats på servern för filen. Säg till den som sköter driften.",
    )  # fmt: skip
    monkeypatch.undo()
    assert trainer.get(address).json["offset"] >= 11


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_the_server_converts_by_itself_and_at_once(region: Region, trainer: FlaskClient) -> None:
    """trust 15: a film that has to be made anew, all the way through the worker."""
    worker = background.start(region.app)
    told = brought(trainer, "hevc.mp4", film("hevc.mp4"))
    assert told["state"] == "converting"
    last = time.monotonic() + 60
    while (said := trainer.get(str(told["address"])).json)["state"] == "converting":
        assert time.monotonic() < last
        time.sleep(0.1)
    worker.stop()
    assert (said["state"], said["path"]) == ("done", "media/hevc.mp4")
    sha = held(region)["media/hevc.mp4"]
    with region.app.extensions["media_store"].open(sha) as stream:
        assert stream.read() != film("hevc.mp4")
