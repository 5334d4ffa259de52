"""The workbench over a small course (`app`, `client`), and the whole application over a small region (`region`, `as_`)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from course_builder.settings import Settings
from course_builder.web.application import workbench
from tests.database.places import PostgresPlaces, SqlitePlaces
from tests.web.region import Region, opened
from tests.web.taught import Taught

COURSE = """\
id: liten
title: En liten kurs
summary: Bara ett avsnitt.
version:
  number: 2
  date: 2026-11-01
audience:
  - chef
modules:
  - id: forsta
    title: Första modulen
    lessons:
      - start.md
"""
LESSON = """\
---
id: start
---
# Börja här

Barnet har rätt att [komma till tals](crc:12).

```reflect
id: tank
ask: När lyssnade du senast?
```
"""


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    folder = tmp_path / "courses" / "liten"
    folder.mkdir(parents=True)
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "start.md").write_text(LESSON, encoding="utf-8")
    return tmp_path / "courses"


@pytest.fixture
def app(courses: Path) -> Flask:
    app = workbench([courses])
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "127.0.0.1"
    return client


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """On SQLite; on both for a test that is marked `both` (tests/web/region.py)."""
    if getattr(request, "param", "sqlite") == "postgres":
        shared: PostgresPlaces = request.getfixturevalue("postgres_places")
        return shared.database_url()
    places: SqlitePlaces = request.getfixturevalue("sqlite_places")
    return places.database_url(tmp_path)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """A test that needs others changes this fixture."""
    return Settings(data=str(tmp_path), database_url=database_url, region_name="Region Exempel")


@pytest.fixture
def region(settings: Settings, courses: Path) -> Iterator[Region]:
    with opened(settings, [courses]) as made:
        yield made


@pytest.fixture
def as_(region: Region) -> Callable[[str], FlaskClient]:
    """`as_("rep")`: a browser in which she is signed in. The keys are in tests/web/region.py."""
    return region.as_


@pytest.fixture
def taught(region: Region, tmp_path: Path) -> Taught:
    """A course to release in the region, and to release again: tests/web/taught.py."""
    return Taught(region, tmp_path / "taught" / "tio")
