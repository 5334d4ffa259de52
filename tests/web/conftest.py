"""An application over a small course of its own."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from course_builder.web import create_app

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
    app = create_app([courses])
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "127.0.0.1"
    return client
