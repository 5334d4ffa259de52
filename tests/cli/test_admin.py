import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from course_builder.database.lock import only_writer
from course_builder.database.store import Database
from course_builder.people import links, passwords
from course_builder.people.actors import actor_of
from course_builder.people.models import Account, Person, Role, Unit
from course_builder.settings import Settings
from tests.cli.conftest import Ask

ANNA = "anna.andersson@region.example"
CREATE = ("admin", "create", "Anna Andersson", "--email", ANNA)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COURSE_BUILDER_URL", "https://portal.region.example/barnratt/")
    monkeypatch.setenv("COURSE_BUILDER_REGION_NAME", "Region Exempel")
    return Settings(data=str(tmp_path / "data"))


def link(out: str, purpose: str) -> str:
    (token,) = re.findall(
        rf"^https://portal\.region\.example/barnratt/link/{purpose}/(\S+)$", out, re.MULTILINE
    )
    return str(token)


def test_the_first_administrator_gets_a_link(ask: Ask, settings: Settings) -> None:
    answer = ask(*CREATE)
    assert (answer.code, answer.err) == (0, "")
    token = link(answer.out, "invite")
    database = Database(settings.database)
    with database.writing() as session:
        now = datetime.now(UTC)
        account = links.redeem(session, token, now, passwords.hash("grön cykel vid ån"))
        assert account is not None
        actor = actor_of(session, account, date.today())
        assert (actor.name, actor.roles) == ("Anna Andersson", {Role.ADMIN})
        assert session.scalars(select(Unit.name)).all() == ["Region Exempel"]
    database.close()


def test_one_who_is_locked_out_gets_in_again(ask: Ask, settings: Settings) -> None:
    ask(*CREATE)
    second = ask(*CREATE)
    token = link(second.out, "invite")
    database = Database(settings.database)
    with database.writing() as session:
        links.redeem(session, token, datetime.now(UTC), "hash")
        session.scalars(select(Account)).one().disabled = True
    third = ask("admin", "create", "Någon Annan", "--email", ANNA.upper())
    with database.writing() as session:
        assert links.redeem(session, link(third.out, "reset"), datetime.now(UTC), "new") is not None
        assert session.scalars(select(Person.name)).all() == ["Anna Andersson"]
        assert session.scalars(select(Account.password_hash)).all() == ["new"]
    database.close()


@pytest.mark.parametrize(
    ("name", "email", "told"),
    [
        ("Anna", "anna", "E-postadressen är inte rätt skriven"),
        ("811218-9876", ANNA, "liknar ett personnummer"),
        ("", ANNA, "Namn saknas"),
    ],
)
def test_what_is_refused(ask: Ask, settings: Settings, name: str, email: str, told: str) -> None:
    answer = ask("admin", "create", name, "--email", email)
    assert answer.code == 2
    assert told in answer.err


def test_beside_a_running_server_it_is_refused_with_the_way_out(ask: Ask, settings: Settings) -> None:
    settings.folder.mkdir()
    with only_writer(settings):
        answer = ask(*CREATE)
    assert answer.code == 3
    assert "Servern är igång" in answer.err
