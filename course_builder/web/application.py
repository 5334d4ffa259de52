"""The factory: what the web application is made of."""

from collections.abc import Sequence
from pathlib import Path

from flask import Flask

from course_builder.library.shelf import CourseShelf
from course_builder.paths import shipped
from course_builder.web import (
    courses,
    download,
    errors,
    icons,
    language,
    package_files,
    portal_view,
    preview,
    security,
)

TRUSTED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def create_app(folders: Sequence[Path] = (shipped.COURSES,)) -> Flask:
    """An application over folders of courses."""
    app = Flask(
        __name__,
        template_folder=str(shipped.TEMPLATES / "web"),
        static_folder=str(shipped.BUILT),
        static_url_path="/static",
    )
    app.config["TRUSTED_HOSTS"] = TRUSTED_HOSTS
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = None
    app.extensions["course_shelf"] = CourseShelf(folders)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    language.add_to(app)
    icons.add_to(app)
    security.add_to(app)
    errors.add_to(app)
    for room in (courses, preview, portal_view, package_files, download):
        app.register_blueprint(room.pages)
    return app
