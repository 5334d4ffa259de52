"""The factory: what the web application is made of."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from flask import Flask, g

from course_builder.database.migrate import up_to_date
from course_builder.database.store import Database
from course_builder.library.shelf import CourseShelf
from course_builder.paths import shipped
from course_builder.people.may import Actor, Held
from course_builder.people.models import Role
from course_builder.settings import Settings
from course_builder.web import (
    account,
    account_links,
    catalogue,
    certificates,
    coordinator,
    copies,
    course_kit,
    course_settings,
    courses,
    csrf,
    disclosure,
    disposal,
    download,
    drafts,
    errors,
    first_run,
    guard,
    health,
    home,
    icons,
    language,
    learn,
    learn_desk,
    log,
    media,
    mine,
    my_data,
    navigation,
    numbers,
    oidc,
    operation,
    package_files,
    people_appointments,
    people_groups,
    people_import,
    people_persons,
    people_undo,
    people_units,
    person_courses,
    portal_lists,
    portal_rows,
    portal_view,
    preview,
    proxies,
    records,
    release,
    renewal_rules,
    requirements,
    security,
    sessions,
    unit,
    unit_reminder,
    verify,
    versions,
)
from course_builder.web import clock as clocks
from course_builder.web.authoring import rooms as authoring
from course_builder.web.meetings import rooms as meetings
from course_builder.web.room import rooms as room
from course_builder.web.secret import secret

ROOMS_WITH_TABLES = (
    "people",
    "library",
    "library.drafts",
    "library.review",
    "library.exports",
    "library.uploads",
    "library.film_register",
    "library.law",
    "library.addresses",
    "learning",
    "meetings",
    "post",
    "jobs",
    "portal",
    "reports",
)
MEGABYTE = 1_000_000
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
AUTHORS = (courses, preview, portal_view, package_files, download, course_kit)
"""The pages of those who make courses; they need no database."""
MEMBERS = (
    health,
    home,
    account,
    account_links,
    people_persons,
    people_units,
    people_appointments,
    people_groups,
    people_import,
    people_undo,
    operation,
    first_run,
    portal_lists,
    portal_rows,
    disclosure,
    disposal,
    oidc,
    certificates,
    catalogue,
    coordinator,
    mine,
    my_data,
    course_settings,
    media,
    release,
    versions,
    verify,
    learn,
    learn_desk,
    unit,
    unit_reminder,
    requirements,
    renewal_rules,
    person_courses,
    *authoring.ROOMS,
    *meetings.ROOMS,
    *room.ROOMS,
)
"""The pages that need to know who you are. One line a page."""


def create_app(settings: Settings, folders: Sequence[Path] = (), clock: clocks.Clock | None = None) -> Flask:
    """The application with its database; courses of `folders` become drafts when there are none of their names."""
    app = _frame(log.LoggedFlask)
    app.config["TRUSTED_HOSTS"] = [*LOOPBACK, *([settings.host] if settings.host else [])]
    app.secret_key = secret(settings)
    app.extensions["settings"] = settings
    database = _database(settings)
    records.add_to(app, database)
    media.add_to(app, settings, database)
    clocks.add_to(app, clock)
    drafts.add_to(app, database, folders)
    proxies.add_to(app, settings)
    log.add_to(app)
    sessions.add_to(app, settings)
    guard.add_to(app)
    csrf.add_to(app, settings)
    oidc.add_to(app, settings)
    copies.add_to(app)
    _finish(app, (*MEMBERS, *AUTHORS))
    return app


def workbench(folders: Sequence[Path] = (shipped.COURSES,)) -> Flask:
    """The authors' pages alone: one person on her own machine, no database, nobody to sign in."""
    app = _frame(Flask)
    app.extensions["course_shelf"] = CourseShelf(folders)
    app.config["TRUSTED_HOSTS"] = LOOPBACK
    clocks.add_to(app, None)
    app.before_request(_local_author)
    guard.add_to(app)
    app.add_url_rule("/", "home.page", courses.library)
    _finish(app, AUTHORS)
    return app


def _frame(kind: type[Flask]) -> Flask:
    app = kind(
        __name__,
        template_folder=str(shipped.TEMPLATES / "web"),
        static_folder=str(shipped.BUILT),
        static_url_path="/static",
    )
    app.config.update(
        SEND_FILE_MAX_AGE_DEFAULT=None,
        MAX_CONTENT_LENGTH=20 * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=4 * MEGABYTE,  # a pasted list
        MAX_FORM_PARTS=2000,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app


def _finish(app: Flask, rooms: Sequence[ModuleType]) -> None:
    language.add_to(app)
    icons.add_to(app)
    navigation.add_to(app)
    security.add_to(app)
    errors.add_to(app)
    numbers.add_to(app)
    for one in rooms:
        app.register_blueprint(one.pages)
    guard.complete(app)


def _database(settings: Settings) -> Database:
    if not settings.database_url:
        settings.folder.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    for name in ROOMS_WITH_TABLES:
        import_module(f"course_builder.{name}.models")
    up_to_date(database)
    return database


def _local_author() -> None:
    g.actor = Actor(0, 0, "", "sv", (Held(Role.TRAINER, 0, "/"), Held(Role.COORDINATOR, 0, "/")))
