"""trust 61: a backup is tried before it counts, gives everything back in an empty place, and hides no damage."""

import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select

from course_builder.cli.database import SERVER_WRITES
from course_builder.database.lock import only_writer
from course_builder.database.migrate import newest
from course_builder.database.store import Database
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import MediaBlob
from course_builder.people.models import Group
from course_builder.settings import Settings
from tests.cli.conftest import Ask
from tests.database.places import PostgresPlaces

FILM = b"film " * 10_000


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(folder))
    return folder


@pytest.fixture
def place(own_database: Database, data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with a film, a group and a secret."""
    if not own_database.is_sqlite:
        monkeypatch.setenv("DATABASE_URL", own_database.url)
    assert ask("verify", "--rebuild").code == 0  # a command that writes makes the tables
    settings = Settings.from_environment(os.environ)
    film = FolderStore(data / "media").put(io.BytesIO(FILM))
    database = Database(settings.database)
    with database.writing() as session:
        session.add(Group(name="Utbildare"))
        session.add(MediaBlob(sha256=film.sha256, size=film.size, crc32=film.crc32))
    database.close()
    (data / "secret").write_text("s" * 64)
    return data


def backed_up(ask: Ask, target: Path) -> Path:
    answer = ask("backup", str(target))
    assert answer.code == 0, answer.err
    return max(one for one in target.iterdir() if one.name[0].isdigit())


def groups() -> list[str]:
    database = Database(Settings.from_environment(os.environ).database)
    with database.reading() as session:
        found = list(session.scalars(select(Group.name)))
    database.close()
    return found


@pytest.fixture
def elsewhere(
    own_database: Database, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Call `move()` of it: from then on commands work in an empty place."""
    folder = tmp_path / "elsewhere"
    if not own_database.is_sqlite:
        places: PostgresPlaces = request.getfixturevalue("postgres_places")
        made = places.own()
        monkeypatch.setenv("ELSEWHERE_URL", made.__enter__())
        request.addfinalizer(lambda: made.__exit__(None, None, None))
    return folder


def move(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(folder))
    if "ELSEWHERE_URL" in os.environ:
        monkeypatch.setenv("DATABASE_URL", os.environ["ELSEWHERE_URL"])


def test_everything_comes_back(
    place: Path, elsewhere: Path, tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(ask, tmp_path / "backups")
    move(elsewhere, monkeypatch)
    answer = ask("restore", str(made))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Tillbakaläst: 2 rader och 1 filmer och bilder")
    assert groups() == ["Utbildare"]
    assert [one.read_bytes() for one in (elsewhere / "media").glob("??/*")] == [FILM]
    assert (elsewhere / "secret").read_text() == "s" * 64
    assert ask("verify").code == 0
    assert "Här finns redan en databas" in ask("restore", str(made)).err


def test_while_the_server_runs(place: Path, tmp_path: Path, ask: Ask) -> None:
    """A backup may be made then, a restore may not."""
    made = backed_up(ask, tmp_path / "backups")
    given = Settings.from_environment(os.environ)
    with only_writer(given) as held:
        backed_up(ask, tmp_path / "more")
        if held:
            answer = ask("restore", str(made))
            assert (answer.code, answer.err) == (3, f"{SERVER_WRITES.sv.format(process=os.getpid())}\n")


def test_the_second_backup_shares_the_films(place: Path, tmp_path: Path, ask: Ask) -> None:
    target = tmp_path / "backups"
    first = backed_up(ask, target)
    shutil.move(first, target / "20000101T000000Z")
    backed_up(ask, target)
    assert len(list((target / "media").glob("??/*"))) == 1


def test_standard_tools_can_check_it(place: Path, tmp_path: Path, ask: Ask) -> None:
    made = backed_up(ask, tmp_path / "backups")
    checked = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=made, capture_output=True)
    assert checked.returncode == 0, checked.stderr


def flipped(content: bytes) -> bytes:
    """One bit in the middle is another; of nothing, something."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :] if content else b"x"


def test_a_flipped_byte_is_refused_and_named(
    place: Path, elsewhere: Path, tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every file of it; or the file missing."""
    made = backed_up(ask, tmp_path / "backups")
    move(elsewhere, monkeypatch)
    files = [one for one in made.parent.rglob("*") if one.is_file()]
    assert len(files) > 3
    for file in files:
        content = file.read_bytes()
        for spoiled in (flipped(content), None):
            file.write_bytes(spoiled) if spoiled is not None else file.unlink()
            answer = ask("restore", str(made))
            file.write_bytes(content)
            assert answer.code == 3
            assert answer.err.startswith("Säkerhetskopian är skadad, och inget har ändrats.")
            assert file.name in answer.err or file.name == "SHA256SUMS"
            assert not elsewhere.exists()
    assert ask("restore", str(made)).code == 0


def test_a_damaged_film_on_the_server_is_told_and_the_rest_is_kept(
    place: Path, tmp_path: Path, ask: Ask
) -> None:
    film = next((place / "media").glob("??/*"))
    film.write_bytes(b"x")
    answer = ask("backup", str(tmp_path / "backups"))
    assert answer.code == 3
    assert answer.err.startswith(
        f"1 filmer eller bilder saknas eller är skadade på servern och kunde inte kopieras: {film.name[:12]}."
    )
    made = next(one for one in (tmp_path / "backups").iterdir() if one.name[0].isdigit())
    assert json.loads((made / "manifest.json").read_text())["missing"] == [film.name]
    assert list((tmp_path / "backups/media").glob("[0-9a-f][0-9a-f]/*")) == []


def test_a_film_that_was_damaged_in_the_backup_is_copied_again(place: Path, tmp_path: Path, ask: Ask) -> None:
    made = backed_up(ask, tmp_path / "backups")
    next((tmp_path / "backups/media").glob("??/*")).write_bytes(b"x")
    shutil.rmtree(made)
    backed_up(ask, tmp_path / "backups")
    assert next((tmp_path / "backups/media").glob("??/*")).read_bytes() == FILM


def test_what_is_no_backup(place: Path, tmp_path: Path, ask: Ask) -> None:
    answer = ask("restore", str(tmp_path), "--lang", "en")
    assert answer.code == 3
    assert "is no backup that this version can read" in answer.err


def test_a_backup_of_a_later_version(
    place: Path, elsewhere: Path, tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(ask, tmp_path / "backups")
    move(elsewhere, monkeypatch)
    manifest = made / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"{newest()}"', '"9999"'))
    sums = subprocess.run(["sha256sum", "manifest.json"], cwd=made, capture_output=True, text=True).stdout
    lines = [
        one for one in (made / "SHA256SUMS").read_text().splitlines() if not one.endswith("manifest.json")
    ]
    (made / "SHA256SUMS").write_text("\n".join([*lines, sums]))
    assert "nyare version av course_builder (9999)" in ask("restore", str(made)).err


def test_no_room_leaves_nothing(place: Path, tmp_path: Path, ask: Ask) -> None:
    target = tmp_path / "a-file"
    target.write_text("")
    answer = ask("backup", str(target))
    assert answer.code == 3
    assert target.read_text() == ""
