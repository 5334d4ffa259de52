"""An empty place: the first administrator comes in with the code of the terminal, and nobody after her."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.people.models import Account, Appointment, Unit
from course_builder.settings import Settings
from course_builder.web import first_run
from course_builder.web.application import create_app
from tests.web.region import both

CODE = "ABCD-2345"
SAID = {
    "code": "abcd 2345", "region": "Region Exempel", "name": "Adam Administratör", "email": "adam@exempel.se",
    "password": "fyra små röda hus",
}  # fmt: skip


@pytest.fixture
def empty(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.testing = True
    first_run.open_with(app, CODE)
    yield app
    app.extensions["database"].close()


@pytest.fixture
def visitor(empty: Flask) -> FlaskClient:
    client = empty.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client


def token(client: FlaskClient) -> str:
    page = client.get("/first").text
    return page.split('name="csrf_token" value="')[1].split('"')[0]


@both
def test_the_first_administrator(empty: Flask, visitor: FlaskClient) -> None:
    assert visitor.get("/", follow_redirects=True).request.path == "/first"
    answer = visitor.post("/first", data={**SAID, "csrf_token": token(visitor)})
    assert answer.headers["Location"] == "/sign-in"
    assert "Nu är du administratör. Logga in med lösenordet du nyss valde." in visitor.get("/sign-in").text
    assert visitor.get("/first").status_code == 404
    database: Database = empty.extensions["database"]
    with database.reading() as session:
        account = session.scalars(select(Account)).one()
        assert (account.demo, account.password_hash is not None) == (False, True)
        role, unit = session.execute(select(Appointment.role, Unit.name).join(Unit)).one()
        assert (role, unit) == ("admin", "Region Exempel")


def test_a_wrong_code_or_a_weak_password_makes_nobody(empty: Flask, visitor: FlaskClient) -> None:
    for wrong in ({"code": "AAAA-AAAA"}, {"password": "lösenord"}, {"name": ""}):
        answer = visitor.post("/first", data={**SAID, **wrong, "csrf_token": token(visitor)})
        assert answer.status_code == 422
    with empty.extensions["database"].reading() as session:
        assert session.scalars(select(Account)).all() == []


def test_guessing_the_code_is_slowed_down(visitor: FlaskClient) -> None:
    csrf = token(visitor)
    codes = [
        visitor.post("/first", data={**SAID, "code": f"AAAA-{number}", "csrf_token": csrf}).status_code
        for number in range(12)
    ]
    assert codes[-1] == 429


def test_without_a_code_there_is_no_such_page(settings: Settings) -> None:
    app = create_app(settings)
    first_run.open_with(app, None)
    assert app.test_client().get("/first").status_code == 404
    app.extensions["database"].close()
