"""The only clock: the web reads it, everything below is told."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import Flask, current_app

Clock = Callable[[], datetime]
SWEDEN = ZoneInfo("Europe/Stockholm")


def real() -> datetime:
    return datetime.now(UTC)


def add_to(app: Flask, clock: Clock | None) -> None:
    app.extensions["clock"] = clock or real


def now() -> datetime:
    """UTC."""
    moment: datetime = current_app.extensions["clock"]()
    return moment


def today() -> date:
    """The day in Sweden."""
    return now().astimezone(SWEDEN).date()
