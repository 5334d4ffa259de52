"""What a leader of a unit points to: the routine when there is concern for a child, and who gives support."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.models.region import Region, Routine, SupportContact
from course_builder.learning.whereabouts import unit_on
from course_builder.meetings.models import UnitSupport
from course_builder.people.models import Unit
from course_builder.player.hour.lesson_slides import OwnPlaces
from course_builder.player.hour.support import Support as Pointing
from course_builder.player.hour.support import Where

CONCERN = "concern_report"
"""The region's routine for concern for a child, as `region.yaml` names it."""
MONTHS = 12

Stale = Literal["empty", "old", "fine"]
Whose = Literal["unit", "above", "region"]


@dataclass(frozen=True)
class Contact:
    """A place to turn to. `url` is empty where there is no page."""

    title: str = ""
    where: str = ""
    url: str = ""


@dataclass(frozen=True)
class Support:
    """`stale` is `empty` until the unit or one above it has said something of its own, and `old` after twelve months.

    `whose` and `unit` say where the routine comes from; contacts may come from a unit further up.
    """

    routine: Contact
    contacts: tuple[Contact, ...]
    checked_on: date | None
    stale: Stale
    whose: Whose
    unit: str


def support_of(session: Session, unit: Unit, region: Region, today: date) -> Support:
    """What the unit says; where it says nothing, the nearest unit above it that does; else the region's values."""
    said = [one for one in _upwards(session, unit) if one.routine_title or one.contacts]
    routine = next((one for one in said if one.routine_title), None)
    with_contacts = next((one for one in said if one.contacts), None)
    nearest = said[0] if said else None
    return Support(
        routine=routine_of(routine) if routine else regional_routine(region),
        contacts=contacts_of(with_contacts) if with_contacts else regional_contacts(region),
        checked_on=nearest.checked_on if nearest else None,
        stale=_stale(nearest, today),
        whose=_whose(session, routine, unit),
        unit=session.get_one(Unit, routine.unit_id).name if routine else "",
    )


def pointing(support: Support) -> Pointing:
    """As the leader's view shows it; `old` also while the unit has said nothing of its own."""
    routine = support.routine
    return Pointing(
        Where(routine.title, routine.where, routine.url) if routine.title else None,
        tuple(Where(one.title, one.where, one.url) for one in support.contacts),
        support.stale != "fine",
    )


def own_places(support: Support) -> OwnPlaces:
    """What a `local` block shows instead of the region's values; nothing where the unit has said nothing."""
    if support.stale == "empty":
        return {}
    routine = support.routine
    return {
        f"routines.{CONCERN}": [(routine.title, routine.where)],
        "support": [(one.title, one.where) for one in support.contacts],
    }


def own_of_person(session: Session, person_id: int, region: Region, today: date) -> dict[str, list[Contact]]:
    """What the unit that she works at says of its own, by what a `local` block shows."""
    unit_id = unit_on(session, person_id, today)
    unit = session.get(Unit, unit_id) if unit_id is not None else None
    if unit is None:
        return {}
    support = support_of(session, unit, region, today)
    if support.stale == "empty":
        return {}
    others = [_regional(one) for name, one in region.routines.items() if name != CONCERN]
    return {
        f"routines.{CONCERN}": [support.routine],
        "routines": [support.routine, *others],
        "support": list(support.contacts),
    }


def routine_of(kept: UnitSupport) -> Contact:
    return Contact(kept.routine_title, kept.routine_where, kept.routine_url)


def contacts_of(kept: UnitSupport) -> tuple[Contact, ...]:
    return tuple(Contact(one["title"], one["where"], one["url"]) for one in kept.contacts)


def regional_routine(region: Region) -> Contact:
    """The one for concern for a child; a region that names it otherwise has it first."""
    first = next(iter(region.routines.values()), Routine())
    return _regional(region.routines.get(CONCERN, first))


def regional_contacts(region: Region) -> tuple[Contact, ...]:
    return tuple(_regional(one) for one in region.support)


def is_old(checked_on: date | None, today: date) -> bool:
    if checked_on is None:
        return True
    return (today.year - checked_on.year) * MONTHS + today.month - checked_on.month - (
        today.day < checked_on.day
    ) >= MONTHS


def _upwards(session: Session, unit: Unit) -> Iterable[UnitSupport]:
    """What the unit has said, or said under another name, then the unit above it, and so on."""
    ids = [int(part) for part in unit.path.strip("/").split("/")]
    before = session.scalars(select(Unit.id).where(Unit.successor_id == unit.id).order_by(Unit.id))
    ids = [*ids[:-1], *before, unit.id]
    found = session.scalars(select(UnitSupport).where(UnitSupport.unit_id.in_(ids)))
    return sorted(found, key=lambda one: -ids.index(one.unit_id))


def _stale(nearest: UnitSupport | None, today: date) -> Stale:
    if nearest is None:
        return "empty"
    return "old" if is_old(nearest.checked_on, today) else "fine"


def _whose(session: Session, routine: UnitSupport | None, unit: Unit) -> Whose:
    if routine is None:
        return "region"
    said_by = session.get_one(Unit, routine.unit_id)
    return "unit" if unit.id in (said_by.id, said_by.successor_id) else "above"


def _regional(said: Routine | SupportContact) -> Contact:
    return Contact(said.title or "", said.where or "", said.url or "")
