"""The words of letters: `templates/mail/<name>.<language>.txt`, whose first line is the subject."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course_builder.paths.shipped import TEMPLATES

LANGUAGES = ("sv", "en")


def compose(name: str, language: str, /, **values: Any) -> tuple[str, str]:
    """Subject and text. A value the template names and nobody gives is an UndefinedError."""
    spoken = language if language in LANGUAGES else "sv"
    subject, _, body = _templates().get_template(f"{name}.{spoken}.txt").render(values).partition("\n")
    return subject.strip(), body.strip() + "\n"


@cache
def _templates() -> Environment:
    return Environment(  # noqa: S701 -- a letter is plain text; escaping would show as &amp;
        loader=FileSystemLoader(TEMPLATES / "mail"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
