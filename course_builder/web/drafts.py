"""The drafts of the running application, and what becomes one when it starts."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from course_builder.database.store import Database
from course_builder.library.addresses.asking import public_asker
from course_builder.library.drafts.arriving import arrive
from course_builder.library.drafts.shelf import DraftShelf


def add_to(app: Flask, database: Database, folders: Sequence[Path]) -> None:
    """After the media store is there."""
    store = app.extensions["media_store"]
    arrive(database, store, folders, datetime.now(UTC))
    app.extensions["address_asker"] = public_asker()
    app.extensions["course_shelf"] = DraftShelf(database, store)
