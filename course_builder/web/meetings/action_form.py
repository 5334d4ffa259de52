"""The form of an agreed action, as the pages after the hour send it."""

from collections.abc import Iterator, Mapping
from datetime import date

from flask import request

from course_builder.meetings.agreed import Wanted
from course_builder.web.language import gettext

FIELDS = ("what", "responsible", "follow_up", "sign")


def wanted() -> Wanted:
    """One action. A day that cannot be read is none."""
    return _wanted(request.form)


def several() -> Iterator[tuple[str, Wanted | None]]:
    """Rows with a key each; None for one that is empty."""
    columns = [request.form.getlist(name) for name in ("key", *FIELDS)]
    for key, *values in zip(*columns, strict=False):
        row = dict(zip(FIELDS, values, strict=True))
        if key:
            filled = any(row[name].strip() for name in ("what", "responsible", "sign"))
            yield key, _wanted(row) if filled else None


def asked_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def named_words() -> str:
    return gettext("Det ser ut som ett namn på någon hos er. Skriv hellre en funktion. Det är sparat som det står.")  # fmt: skip


def _wanted(form: Mapping[str, str]) -> Wanted:
    return Wanted(
        form.get("what", ""),
        form.get("responsible", ""),
        asked_day(form.get("follow_up", "")),
        form.get("sign", ""),
    )
