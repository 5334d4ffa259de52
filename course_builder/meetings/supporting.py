"""The support of a unit is written, confirmed, and taken back. What it was before stands in the history of changes."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.models.film import WebAddress
from course_builder.meetings.models import LONGEST_LINE, LONGEST_TITLE, UnitSupport
from course_builder.meetings.support import Contact, contacts_of, routine_of
from course_builder.people.models import Change, Unit
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy

PAGE = "support"
MOST_CONTACTS = 8
ADDRESS = TypeAdapter[str](WebAddress)
KEPT = ("routine_title", "routine_where", "routine_url", "contacts", "checked_by_id")

Said = tuple[Contact, tuple[Contact, ...]]


def said(session: Session, unit: Unit) -> Said | None:
    """What the unit itself says."""
    kept = session.get(UnitSupport, unit.id)
    return (routine_of(kept), contacts_of(kept)) if kept is not None else None


def write(
    session: Session, unit: Unit, routine: Contact, contacts: Iterable[Contact], by: int, now: datetime, today: date
) -> Change:  # fmt: skip
    """Kept, and checked today by whoever wrote it. Rows without anything in them are left out."""
    routine = _checked(routine, required=False)
    rows = [_checked(one, required=True) for one in contacts if one.title or one.where or one.url]
    if len(rows) > MOST_CONTACTS:
        raise Refused(
            f"Skriv högst {MOST_CONTACTS} kontakter, så hittar den som behöver dem.",
            f"Write at most {MOST_CONTACTS} contacts, so that whoever needs them finds one.",
        )
    before = _values(session.get(UnitSupport, unit.id))
    kept = session.merge(
        UnitSupport(
            unit_id=unit.id, routine_title=routine.title, routine_where=routine.where, routine_url=routine.url,
            contacts=[{"title": one.title, "where": one.where, "url": one.url} for one in rows],
            checked_on=today, checked_by_id=by,
        )
    )  # fmt: skip
    return _noted(session, unit, before, _values(kept), by, now)


def confirm(session: Session, unit: Unit, by: int, now: datetime, today: date) -> Change:
    """It still holds: checked today. Refused where the unit has said nothing."""
    kept = session.get(UnitSupport, unit.id)
    if kept is None:
        raise Refused(
            "Enheten har inte skrivit något än. Fyll i uppgifterna och spara.",
            "The unit has not written anything yet. Fill in the fields and save.",
        )
    before = _values(kept)
    kept.checked_on, kept.checked_by_id = today, by
    return _noted(session, unit, before, _values(kept), by, now)


def change_of(session: Session, change_id: int, by: int) -> Change | None:
    """One's own, of a unit's support."""
    found = session.get(Change, change_id)
    return found if found is not None and found.page == PAGE and found.by_id == by else None


def undo(session: Session, change: Change, by: int, now: datetime) -> Change:
    """As it was before; an undoing that is undone is done again. Refused when it has been changed since."""
    unit = session.get_one(Unit, change.page_id)
    kept, row = session.get(UnitSupport, unit.id), change.rows[0]
    undone = session.scalar(select(Change.id).where(Change.undoes_id == change.id)) is not None
    if undone or _values(kept) != row["is"]:
        raise Refused(
            "Det går inte att ångra: uppgifterna har ändrats sedan dess. Ändra det som behövs för hand.",
            "It cannot be undone: it has been changed since. Change by hand what needs to be changed.",
        )
    _put_back(session, unit, kept, row["was"])
    return _noted(session, unit, row["is"], row["was"], by, now, undoes=change)


def _put_back(session: Session, unit: Unit, kept: UnitSupport | None, values: dict[str, Any] | None) -> None:
    if values is None:
        session.delete(kept)
        return
    day = values["checked_on"]
    session.merge(
        UnitSupport(
            unit_id=unit.id, **{name: values[name] for name in KEPT},
            checked_on=date.fromisoformat(day) if day else None,
        )
    )  # fmt: skip


def _values(kept: UnitSupport | None) -> dict[str, Any] | None:
    if kept is None:
        return None
    day = kept.checked_on.isoformat() if kept.checked_on else None
    return {**{name: getattr(kept, name) for name in KEPT}, "checked_on": day}


def _noted(
    session: Session, unit: Unit, was: dict[str, Any] | None, now_is: dict[str, Any] | None, by: int, now: datetime,
    undoes: Change | None = None,
) -> Change:  # fmt: skip
    row = {"kind": UnitSupport.__tablename__, "key": [unit.id], "was": was, "is": now_is}
    change = Change(
        at=now, by_id=by, page=PAGE, page_id=unit.id, undoes_id=undoes.id if undoes else None, rows=[row]
    )
    session.add(change)
    session.flush()
    return change


def _checked(one: Contact, required: bool) -> Contact:
    title, where, url = tidy(one.title), tidy(one.where), one.url.strip()
    if looks_like(f"{title} {where} {url}"):
        raise Refused(
            "Det där liknar ett personnummer. Skriv en funktion och var den finns.",
            "That looks like a personnummer. Write a function and where to find it.",
        )
    if len(title) > LONGEST_TITLE or len(where) > LONGEST_LINE:
        raise Refused(
            f"Korta texten: ett namn får ha {LONGEST_TITLE} tecken, och platsen {LONGEST_LINE}.",
            f"Shorten the text: a name may have {LONGEST_TITLE} characters, and the place {LONGEST_LINE}.",
        )
    if not title and (required or where or url):
        raise Refused(
            f"Skriv vad det heter: ”{where or url}” saknar namn.",
            f"Write what it is called: “{where or url}” has no name.",
        )
    return Contact(title, where, _address(url, title))


def _address(url: str, title: str) -> str:
    try:
        return ADDRESS.validate_python(url) if url else ""
    except ValidationError:
        raise Refused(
            f"Webbadressen till ”{title}” ska börja med https:// och leda till en sida.",
            f"The address of “{title}” should begin with https:// and lead to a page.",
        ) from None
