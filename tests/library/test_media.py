"""The media store: whole files or none, found by what they hold (trust 10, 58, 63)."""

import errno
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer
from sqlalchemy import delete

from course_builder.database.store import Database
from course_builder.library import releases
from course_builder.library.bucket import BucketStore
from course_builder.library.fingerprint import fingerprint
from course_builder.library.gather import gather
from course_builder.library.media import StoreUnusable, damaged, media_store, orphans, sweep
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import MediaBlob
from course_builder.library.ready import FileChanged, keep_media
from course_builder.library.store import MediaMissing, MediaStore, StoreUnreachable
from course_builder.settings import Settings
from tests.library.conftest import NOON

DATA = bytes(range(256)) * 9000
NAME = sha256(DATA).hexdigest()


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """A bucket on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3: str, monkeypatch: pytest.MonkeyPatch) -> str:
    keys = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "eu-north-1"}
    for name, value in {**keys, "AWS_ENDPOINT_URL": s3, "AWS_ALLOW_HTTP": "true"}.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", endpoint_url=s3, region_name="eu-north-1")
    if not client.list_buckets()["Buckets"]:
        client.create_bucket(Bucket="filmer", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    for one in client.list_objects_v2(Bucket="filmer").get("Contents", []):
        client.delete_object(Bucket="filmer", Key=one["Key"])
    return "s3://filmer/kurser"


@pytest.fixture(params=["folder", "bucket"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> MediaStore:
    url = request.getfixturevalue("bucket") if request.param == "bucket" else ""
    return media_store(Settings(data=str(tmp_path), media_url=url))


def test_what_is_put_is_found_by_its_hash(any_store: MediaStore) -> None:
    assert not any_store.has(NAME)
    made = any_store.put(BytesIO(DATA))
    assert made == fingerprint(BytesIO(DATA))
    assert (made.sha256, made.size) == (NAME, len(DATA))
    assert any_store.has(NAME)
    with any_store.open(NAME) as stream:
        assert stream.read() == DATA
    assert any_store.put(BytesIO(DATA)) == made
    assert [one.sha256 for one in any_store.held()] == [NAME]


def test_a_part_of_a_file_can_be_read(any_store: MediaStore) -> None:
    any_store.put(BytesIO(DATA))
    with any_store.open(NAME) as stream:
        stream.seek(1_000_000)
        assert stream.read(10) == DATA[1_000_000:1_000_010]
        stream.seek(-5, 2)
        assert stream.read() == DATA[-5:]


def test_a_file_of_the_machine_becomes_one_of_the_stores(any_store: MediaStore, tmp_path: Path) -> None:
    for _ in range(2):
        brought = tmp_path / "film"
        brought.write_bytes(b"film" * 1000)
        made = any_store.take(brought)
        assert made == fingerprint(BytesIO(b"film" * 1000))
        assert not brought.exists()
    with any_store.open(made.sha256) as stream:
        assert stream.read() == b"film" * 1000


def test_a_film_is_renamed_and_not_written_again(store: FolderStore, tmp_path: Path) -> None:
    brought = tmp_path / "film"
    brought.write_bytes(b"film")
    number = brought.stat().st_ino
    made = store.take(brought)
    assert (store.root / made.sha256[:2] / made.sha256).stat().st_ino == number


def test_a_film_from_another_disk_is_copied(
    store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = tmp_path / "film"
    brought.write_bytes(b"film")
    replace = Path.replace

    def elsewhere(self: Path, target: Path) -> Path:
        if self == brought:
            raise OSError(errno.EXDEV, "another disk")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", elsewhere)
    made = store.take(brought)
    assert store.has(made.sha256)
    assert not brought.exists()


def test_what_is_removed_is_missing(any_store: MediaStore) -> None:
    any_store.put(BytesIO(DATA))
    any_store.remove(NAME)
    assert not any_store.has(NAME)
    with pytest.raises(MediaMissing):
        any_store.open(NAME)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a" * 63, "A" * 64, "%2e%2e/x", "\0" * 64, "", "ab/" + "a" * 61]
)
def test_a_name_that_is_no_hash_opens_nothing(any_store: MediaStore, name: str) -> None:
    """Trust 10."""
    with pytest.raises(MediaMissing):
        any_store.open(name)
    with pytest.raises(MediaMissing):
        any_store.has(name)


def test_a_release_is_kept_in_a_bucket(database: Database, folder: Path, bucket: str) -> None:
    store = BucketStore(bucket)
    with database.writing() as session:
        made = releases.release(session, store, folder, None, "", None, NOON)
    film = next(item for item in releases.course_of(database, made.id).media if item.name == "film.webm")
    with film.blob.open() as stream:
        assert stream.read() == (folder / "quizzes/media/film.webm").read_bytes()


def test_a_file_that_changes_while_it_is_copied_is_told(store: FolderStore, folder: Path) -> None:
    gathered = gather(folder, NOON.date())
    (folder / "quizzes/media/film.webm").write_bytes(b"something else")
    with pytest.raises(FileChanged):
        keep_media(store, gathered)


KILLED = """
import io, os, sys
from pathlib import Path
from course_builder.library.media_folder import FolderStore
steps = iter(range(100))
def dies(name):
    real = getattr(os, name)
    def step(*arguments, **named):
        if next(steps) == int(sys.argv[2]):
            os._exit(9)
        return real(*arguments, **named)
    setattr(os, name, step)
for name in ("open", "fsync", "rename", "replace", "mkdir", "close"):
    dies(name)
FolderStore(Path(sys.argv[1])).put(io.BytesIO(bytes(range(256)) * 9000))
os._exit(0)
"""


def test_killed_at_any_step_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """Trust 58."""
    ends = []
    for step in range(40):
        store = FolderStore(tmp_path / str(step))
        ends.append(subprocess.run([sys.executable, "-c", KILLED, str(store.root), str(step)]).returncode)
        if store.has(NAME):
            with store.open(NAME) as stream:
                assert stream.read() == DATA
        store.put(BytesIO(DATA))
        assert store.has(NAME)
        if ends[-1] == 0:
            break
    assert ends[-1] == 0
    assert ends.count(9) >= 8


def test_nothing_half_written_is_left_when_a_file_cannot_be_read(store: FolderStore) -> None:
    class Torn(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 0:
                raise OSError("torn")
            return super().read(size)

    with pytest.raises(OSError, match="torn"):
        store.put(Torn(DATA))
    assert list(store.held()) == []


def test_stray_and_missing_files_are_found(database: Database, store: FolderStore, folder: Path) -> None:
    with database.writing() as session:
        releases.release(session, store, folder, None, "", None, NOON)
    stray = store.put(BytesIO(DATA)).sha256
    (store.root / "new" / "tmpx").write_bytes(b"half")
    film = fingerprint((folder / "quizzes/media/film.webm").open("rb")).sha256
    store.remove(film)
    with database.reading() as session:
        found = orphans(session, store)
        assert {one.sha256 for one in found.stray} == {stray, "tmpx"}
        assert found.missing == (film,)
        assert sweep(session, store, datetime.now(UTC) - timedelta(hours=1)) == []
        assert set(sweep(session, store, datetime.now(UTC) + timedelta(minutes=1))) == {stray, "tmpx"}
        assert orphans(session, store).stray == ()


def test_a_flipped_byte_is_found(database: Database, store: FolderStore, folder: Path) -> None:
    """Trust 63."""
    with database.writing() as session:
        releases.release(session, store, folder, None, "", None, NOON)
    with database.reading() as session:
        assert list(damaged(session, store)) == []
    film = fingerprint((folder / "quizzes/media/film.webm").open("rb")).sha256
    path = store.root / film[:2] / film
    data = bytearray(path.read_bytes())
    data[5] ^= 1
    path.write_bytes(data)
    with database.writing() as session:
        assert list(damaged(session, store)) == [film]
        session.execute(delete(MediaBlob).where(MediaBlob.sha256 == film))
        assert list(damaged(session, store)) == []


def test_the_folder_is_that_of_the_settings(tmp_path: Path) -> None:
    assert media_store(Settings(data=str(tmp_path))) == FolderStore(tmp_path / "media")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["http://exempel.se/hink", "hink", "file:///etc"])
def test_a_store_that_cannot_be_had_is_told(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreUnusable, match=r"COURSE_BUILDER_MEDIA_URL ska vara tom eller börja med s3://"):
        media_store(Settings(data=str(tmp_path), media_url=url))


def test_a_bucket_that_does_not_answer_is_told(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    store = BucketStore(bucket)
    with pytest.raises(StoreUnreachable):
        store.has(NAME)
    with pytest.raises(StoreUnreachable):
        list(store.held())
