"""Where uploads of this application lie, and where they go when they are whole."""

from flask import Flask

from course_builder.library.uploads import receiving, sweeping
from course_builder.library.uploads.finishing import Workshop


def workshop(app: Flask) -> Workshop:
    extensions = app.extensions
    folder = receiving.folder(extensions["settings"])
    return Workshop(extensions["database"], extensions["media_store"], folder, extensions["clock"])


def sweep(app: Flask) -> None:
    """What nobody came back to."""
    work = workshop(app)
    with work.database.writing() as session:
        sweeping.forget(session, work.clock())
        wanted = sweeping.wanted(session)
    sweeping.sweep(work.folder, wanted)


def wake(app: Flask) -> None:
    """There may be a film to convert: not in a minute but now."""
    worker = app.extensions.get("worker")
    if worker is not None:
        worker.wake()
