"""For machines that watch: is the process alive, and can it do its work."""

import shutil
from typing import Any

from flask import Blueprint, current_app
from sqlalchemy.exc import SQLAlchemyError

from course_builder.database.migrate import level, newest
from course_builder.database.store import Database
from course_builder.settings import Settings
from course_builder.web.guard import public

pages = Blueprint("health", __name__)

LOW = 200_000_000
"""Bytes. With less than that left, what people write may soon not fit."""


@pages.get("/healthz")
@public
def alive() -> dict[str, str]:
    """Says nothing about the database: to start the process again would not help it."""
    return {"status": "ok"}


@pages.get("/readyz")
@public
def ready() -> tuple[dict[str, Any], int]:
    """503 when no page could be shown; `degraded`, with 200, when somebody should come and look."""
    said = {"database": _database(), "disk": _disk()}
    if said["database"] != "ok":
        return {"status": "down", **said}, 503
    return {"status": "ok" if said["disk"] == "ok" else "degraded", **said}, 200


def _database() -> str:
    database: Database = current_app.extensions["database"]
    try:
        return "ok" if level(database) == newest() else "wrong version"
    except SQLAlchemyError:
        return "no answer"


def _disk() -> str:
    settings: Settings = current_app.extensions["settings"]
    return "ok" if shutil.disk_usage(settings.folder).free > LOW else "nearly full"
