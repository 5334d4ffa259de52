"""The database of the running application, as views reach it: read through the request's session, write in a block."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar, cast

from flask import Flask, current_app
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from course_builder.database.base import Base
from course_builder.database.engines import driver_url
from course_builder.database.notices import told
from course_builder.database.store import WAKE, Database
from course_builder.database.straight import Straight

Result = TypeVar("Result")


class Reading(SQLAlchemy):
    """The sessions of requests read through the database's own connections: one pool for all who read."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        return cast("Database", app.extensions["database"]).reader


db = Reading(model_class=Base, disable_autonaming=True)


def add_to(app: Flask, database: Database) -> None:
    app.extensions["database"] = database
    app.config["SQLALCHEMY_DATABASE_URI"] = driver_url(database.url)
    db.init_app(app)


def reading() -> Session:
    """The request's own session; it can write nothing and is closed when the request ends."""
    return cast("Session", db.session())


def glance() -> AbstractContextManager[Straight]:
    """For a question or two that every request asks: given back before anything else is done."""
    return _database().glance()


def hand_in(work: Callable[[Straight], Result]) -> Result:
    """`Database.hand_in`; like `writing` it ends the reading session of the request first."""
    db.session.remove()
    return _database().hand_in(work)


def reading_anew() -> Session:
    """The request's session after something below has written: it sees what is there now."""
    db.session.remove()
    return reading()


@contextmanager
def writing() -> Iterator[Session]:
    """`with writing() as session:` is one transaction, durable when the block has ended.

    The reading session of the request is ended first, so that what is read afterwards has seen it. Letters and jobs
    that the block asked for are seen to at once, and open screens of an hour hear what it told (`notices.tell`).
    """
    db.session.remove()
    with _database().writing() as session:
        yield session
    worker = current_app.extensions.get("worker")
    if WAKE in session.info and worker is not None:
        worker.wake()
    for notice in told(session):
        current_app.extensions["hub"].say(notice)


def _database() -> Database:
    return cast("Database", current_app.extensions["database"])
