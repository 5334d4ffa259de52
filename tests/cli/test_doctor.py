"""What an administrator is told about her installation."""

import json
import os
from pathlib import Path

import pytest

from course_builder.cli import findings
from course_builder.database import safety
from course_builder.database.lock import only_writer
from course_builder.database.migrate import newest
from course_builder.settings import Settings
from tests.cli.conftest import Ask

SECRETS = {
    "COURSE_BUILDER_SECRET": "h" * 40,
    "COURSE_BUILDER_SMTP_URL": "smtp://user:hemligt@post.exempel.se:587",
    "COURSE_BUILDER_OIDC_CLIENT_SECRET": "ocksahemligt",
}


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "data"


def lines(out: str) -> dict[str, str]:
    """By their first word: the mark and what is said."""
    found = [line.split(maxsplit=2) for line in out.partition("\n\n")[0].splitlines()]
    return {name: f"{mark} {words}" for mark, name, words in found}


def test_before_the_first_start(ask: Ask) -> None:
    answer = ask("doctor")
    assert answer.code == 1
    said = lines(answer.out)
    assert said["Databas"] == "ok Ingen databas än. Den görs när servern startas första gången."
    assert said["Kopia"].startswith("!! Ingen än.")


def test_when_all_is_well(ask: Ask, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "LOW", 0)
    monkeypatch.setattr(safety, "REPAIRED", (99, 0, 0))
    assert ask("verify", "--rebuild").code == 0
    assert ask("backup").code == 0
    with only_writer(Settings.from_environment(os.environ)):
        answer = ask("doctor", "--lang", "en")
    assert answer.code == 0, answer.out
    said = lines(answer.out)
    assert said["Writer"] == f"ok One writer at a time: the server (process {os.getpid()})."
    assert said["Tables"] == f"ok The tables are at level {newest()}, the latest."
    assert said["Safety"] == (
        f"ok SQLite {safety.VERSION} demands that one process alone writes, and the lock sees to it."
    )
    assert said["Jobs"] == "ok 0 waiting, 0 running, 0 failed."
    assert str(data / "backups") in said["Backup"]
    assert lines(ask("doctor").out)["Skrivare"] == "ok Servern är inte igång."


def test_an_old_backup(ask: Ask, data: Path) -> None:
    data.mkdir()
    (data / "last-backup.json").write_text(json.dumps({"made": "2026-01-01T02:00:00+00:00", "place": "/srv"}))
    assert lines(ask("doctor").out)["Kopia"].startswith("!! Senast 2026-01-01, för")


def test_a_database_that_does_not_answer(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://kurser:hemligt@/kurser?host={tmp_path}")
    answer = ask("doctor")
    assert answer.code == 1
    assert lines(answer.out)["Databas"].startswith("!! Databasen svarar inte: ")
    assert "hemligt" not in answer.out


def test_no_password_is_shown(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    out = ask("doctor").out
    shown = {
        line.split()[0]: line.split(maxsplit=1)[1]
        for line in out.partition("Inställningar\n")[2].splitlines()
    }
    assert [shown[name] for name in SECRETS] == ["satt"] * 3
    assert "hemligt" not in out and "h" * 40 not in out


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_postgresql(ask: Ask, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    said = lines(ask("doctor").out)
    assert said["Databas"].startswith("ok PostgreSQL 1")
    assert said["Databas"].endswith("synchronous_commit=on")
    assert "Skrivare" not in said
