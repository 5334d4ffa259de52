"""What all tests share: Debian's Chromium, started once, a fresh context a test (`page`); both databases (`database`)."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import expect

from course_builder.database.store import Database
from tests.database.places import PostgresPlaces, SqlitePlaces, opened
from tests.database.server import running
from tests.hang import HANG

expect.set_options(timeout=1000 * HANG)
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
REPOSITORY = Path(__file__).resolve().parent.parent
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("Chromium is missing: sudo apt-get install chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


@pytest.fixture(scope="session")
def sqlite_places(tmp_path_factory: pytest.TempPathFactory) -> SqlitePlaces:
    return SqlitePlaces(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_places() -> Iterator[PostgresPlaces]:
    with running() as server:
        yield PostgresPlaces(server)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with empty tables."""
    if request.param == "sqlite":
        places: SqlitePlaces = request.getfixturevalue("sqlite_places")
        return places.database_url(tmp_path)
    shared: PostgresPlaces = request.getfixturevalue("postgres_places")
    return shared.database_url()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Empty tables of every room, on both databases."""
    with opened(database_url) as database:
        yield database


@pytest.fixture(params=["sqlite", "postgres"])
def own_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any tables that no other test knows."""
    if request.param == "sqlite":
        with opened(f"sqlite:///{tmp_path / 'own.sqlite'}") as database:
            yield database
        return
    places: PostgresPlaces = request.getfixturevalue("postgres_places")
    with places.own() as url, opened(url) as database:
        yield database
