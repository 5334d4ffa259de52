"""Swedish first, English complete: the texts of the pages are Swedish, and `en.po` beside this file translates them."""

from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, Response, current_app, g, request

from course_builder.content.problems import Language
from course_builder.web.clock import SWEDEN

CATALOGUE = Path(__file__).with_name("en.po")
COOKIE = "language"
A_YEAR = 365 * 24 * 3600


def add_to(app: Flask) -> None:
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.filters["day"] = day
    app.jinja_env.filters["moment"] = moment
    app.jinja_env.filters["duration"] = duration
    app.context_processor(lambda: {"language": language(), "in_language": in_language})
    app.after_request(_remember)


def language() -> Language:
    """Asked for in the address, else remembered by the browser, else of her account, else Swedish."""
    known = g.get("signed_in")
    asked = request.args.get("lang") or request.cookies.get(COOKIE) or (known.language if known else "sv")
    return "en" if asked == "en" else "sv"


def in_language(wanted: Language) -> str:
    """The address of the same page in a language."""
    return "?" + urlencode({**request.args, "lang": wanted})


def _remember(response: Response) -> Response:
    if request.args.get("lang") in ("sv", "en"):
        response.set_cookie(
            COOKIE,
            language(),
            max_age=A_YEAR,
            secure=current_app.config["SESSION_COOKIE_SECURE"],
            httponly=True,
            samesite="Lax",
        )
    return response


@cache
def _english() -> NullTranslations:
    compiled = BytesIO()
    with CATALOGUE.open("rb") as file:
        write_mo(compiled, read_po(file, locale="en"))
    compiled.seek(0)
    return GNUTranslations(compiled)


def gettext(text: str, into: Language | None = None) -> str:
    """In the language of the page, when no other is given."""
    return _english().gettext(text) if (into or language()) == "en" else text


def ngettext(one: str, many: str, count: int) -> str:
    if language() == "en":
        return _english().ngettext(one, many, count)
    return one if count == 1 else many


def day(value: date) -> str:
    """`21 november 2026`; of a moment the day it is in Sweden."""
    on = value.astimezone(SWEDEN).date() if isinstance(value, datetime) else value
    form = "d MMMM y"
    return format_date(on, form, locale=language())


def moment(value: datetime) -> str:
    """`21 november 2026 14.02`, in Swedish time."""
    local = value.astimezone(SWEDEN)
    return (
        f"{day(local.date())} {local:%H.%M}" if language() == "sv" else f"{day(local.date())} {local:%H:%M}"
    )


def duration(minutes: int) -> str:
    """`45 min`, `3 tim`, `3 tim 40 min`."""
    hours, rest = divmod(minutes, 60)
    if minutes <= 60:
        return gettext("%(minutes)s min") % {"minutes": minutes}
    if not rest:
        return gettext("%(hours)s tim") % {"hours": hours}
    return gettext("%(hours)s tim %(minutes)s min") % {"hours": hours, "minutes": rest}
