"""`course-builder verify`: whether every table says what the events say."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from course_builder.database.lock import only_writer
from course_builder.database.migrate import up_to_date
from course_builder.database.store import Database
from course_builder.learning.completions import record_elsewhere
from course_builder.learning.events import Kind, record
from course_builder.learning.models import Completion, Source
from course_builder.people.persons import add
from course_builder.settings import Settings
from tests.cli.conftest import Ask

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    return Settings(data=str(tmp_path / "data"))


@pytest.fixture
def tampered(settings: Settings) -> Settings:
    """One completion is recorded, and another was slipped in beside it."""
    database = Database(settings.database)
    up_to_date(database)
    with database.writing() as session:
        anna = add(session, "Anna Ombud", None, None)
        record_elsewhere(session, anna.id, "grund", NOW.date(), True, Source.APT, "k", None, NOW)
        other = record(session, Kind.EXEMPTED, anna.id, NOW, data={"requirement": 1, "why": "decided"})
        session.execute(insert(Completion).values(event_seq=other.seq, person_id=anna.id, course_id="annan", source="here", on=NOW.date(), counts=True))  # fmt: skip
    database.close()
    return settings


def slipped_in(settings: Settings) -> list[str]:
    database = Database(settings.database)
    with database.reading() as session:
        found = session.scalars(select(Completion.course_id).order_by(Completion.course_id)).all()
    database.close()
    return list(found)


def test_nothing_differs(ask: Ask, settings: Settings) -> None:
    database = Database(settings.database)
    up_to_date(database)
    database.close()
    answer = ask("verify")
    assert (answer.code, answer.out, answer.err) == (0, "Allt stämmer med händelserna.\n", "")


def test_what_differs_is_told_without_names_and_put_right_when_asked(ask: Ask, tampered: Settings) -> None:
    told = ask("verify")
    assert told.code == 1
    assert told.out == (
        "completion 2: ingen händelse ligger bakom\n"
        "Rader som skiljer från händelserna: 1. Kör med --rebuild för att rätta dem.\n"
    )
    assert slipped_in(tampered) == ["annan", "grund"]
    assert ask("verify", "--rebuild").out == "Rättade rader: 1.\n"
    assert slipped_in(tampered) == ["grund"]
    assert ask("verify", "--lang", "en").out == "Everything agrees with the events.\n"


def test_it_does_not_write_while_the_server_does(ask: Ask, tampered: Settings) -> None:
    with only_writer(tampered):
        assert ask("verify").code == 1
        refused = ask("verify", "--rebuild")
    assert (refused.code, "Stoppa den först" in refused.err) == (3, True)
    assert slipped_in(tampered) == ["annan", "grund"]
