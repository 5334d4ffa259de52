"""What a watching machine is told, without signing in."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from course_builder.web import health
from tests.web.region import Region, both


@pytest.fixture
def watcher(region: Region) -> FlaskClient:
    return region.app.test_client()


def test_alive(watcher: FlaskClient) -> None:
    assert watcher.get("/healthz").json == {"status": "ok"}


@both
def test_ready(watcher: FlaskClient) -> None:
    answer = watcher.get("/readyz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok", "database": "ok", "disk": "ok"})


def test_a_disk_that_is_nearly_full(watcher: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "LOW", 1 << 62)
    answer = watcher.get("/readyz")
    assert (answer.status_code, answer.json) == (
        200,
        {"status": "degraded", "database": "ok", "disk": "nearly full"},
    )


@both
def test_a_database_of_another_version(region: Region, watcher: FlaskClient) -> None:
    with region.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    answer = watcher.get("/readyz")
    with region.database.writing() as session:
        session.execute(text("DELETE FROM alembic_version"))
        session.execute(text(f"INSERT INTO alembic_version VALUES ('{health.newest()}')"))
    assert answer.status_code == 503
    assert answer.json["database"] == "wrong version"


def test_a_database_that_is_gone(region: Region, watcher: FlaskClient, tmp_path: Path) -> None:
    region.database.close()
    (tmp_path / "course_builder.sqlite").write_bytes(b"not a database at all" * 100)
    (tmp_path / "course_builder.sqlite-wal").unlink(missing_ok=True)
    assert watcher.get("/readyz").status_code == 503
    assert watcher.get("/healthz").status_code == 200
