"""`icon("package")`: a drawing of lucide, in the page itself so that it takes the text's colour."""

from functools import cache

from flask import Flask
from markupsafe import Markup

from course_builder.paths import shipped


def add_to(app: Flask) -> None:
    app.jinja_env.globals |= {"icon": icon, "symbol": symbol}


@cache
def icon(name: str) -> Markup:
    return Markup((shipped.BUILT / "icons" / f"{name}.svg").read_text(encoding="utf-8"))  # noqa: S704 -- our own built file


def symbol(name: str) -> Markup:
    """The same drawing, to be shown many times in a page by `<use href="#i-...">`."""
    whole = str(icon(name)).replace('<svg class="i"', f'<symbol id="i-{name}"').replace("</svg>", "</symbol>")
    return Markup(whole)  # noqa: S704 -- our own built file
