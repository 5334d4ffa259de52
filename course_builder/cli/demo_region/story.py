"""What the people of the demo region have been asked and have done, with dates that count back from today."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from course_builder.cli.demo_region import learner, places
from course_builder.cli.demo_region.staff import BUSY, Staff
from course_builder.importing.sheet import Sheet, read_sheet
from course_builder.learning import renewal, requirements
from course_builder.learning.models import Source
from course_builder.library.models import Release
from course_builder.people.models import Person, Role, Unit
from course_builder.portal import lists, taking_in

BASIC, HOUR = "grundutbildning", "apt-barnkonventionen"
HERE_DAYS_AGO = (120, 104, 77, 41)
"""When those began who have completed the course here."""
HALFWAY = (12, 5)
"""How many parts those have done who are in the middle."""
PORTAL = "Lärportalen Norrsjö"
RENEWAL_MONTHS = 36


def ask(session: Session, staff: Staff, units: dict[str, Unit], now: datetime, today: date) -> None:
    """The basic course of every rep, and of every manager before the year after next begins; renewed as decided."""
    by = staff.others["coordinator"].id
    since = now - timedelta(days=140)
    requirements.require(session, BASIC, since, by, role=Role.REP, within_days=90)
    requirements.require(session, BASIC, since, by, role=Role.MANAGER, due=today + timedelta(days=45))
    requirements.require(session, HOUR, since, by, unit_id=units[BUSY].id, due=today + timedelta(days=30))
    renewal.decide(
        session, BASIC, months=RENEWAL_MONTHS, fixed=None, window_days=60, refresher_course_id=None, decision="NRS 2025-0417",
    )  # fmt: skip


def learn(session: Session, staff: Staff, basic: Release, random: Random, now: datetime) -> None:
    """Four reps are done here, two are in the middle; so is a manager, and one is done."""
    reps, managers = staff.settled_reps, staff.mixed_managers
    for person, days in zip([*reps[:3], managers[0]], HERE_DAYS_AGO, strict=True):
        learner.begin(session, person.id, basic, random, now - timedelta(days=days)).take()
    for person, parts in zip((reps[3], managers[1]), HALFWAY, strict=True):
        learner.begin(session, person.id, basic, random, now - timedelta(days=9)).take(parts)


def bring_lists(session: Session, staff: Staff, units: dict[str, Unit], now: datetime, today: date) -> None:
    """What the portal says, and APT of others on paper: some rows wait to be settled."""
    region, coordinator = units[places.REGION], staff.others["coordinator"].id
    reps, managers = staff.settled_reps, staff.mixed_managers
    at_apt = [one for one in staff.employees if one not in (*staff.busy, staff.protected)][1:10]
    for name, source, sheet in (
        (PORTAL, Source.PORTAL, portal_list([*reps[4:8], *managers[2:7], staff.employees[0]], today)),
        ("APT i september", Source.APT, apt_list(at_apt, today - timedelta(days=62))),
    ):
        portal = lists.portal_named(session, name)
        brought = lists.bring(
            session, sheet, sheet.name, portal, source, region.id, coordinator, now - timedelta(days=20)
        )
        taking_in.take(session, brought, [region.path], coordinator, now - timedelta(days=20))


def portal_list(people: Sequence[Person], today: date) -> Sheet:
    """The first is due for a refresher; two at the end are not known here."""
    lines = ["Anställningsnummer;Namn;Kurs;Slutdatum;Status"]
    for number, person in enumerate(people):
        on = today - timedelta(days=RENEWAL_MONTHS * 30 if number == 0 else 130 + 47 * number)
        lines.append(f"{person.employee_ref};{person.name};Grundutbildning för barnrättsombud;{on};Godkänd")
    on = today - timedelta(days=200)
    lines.append(f"N99001;Rut Exempelsson;Grundutbildning för barnrättsombud;{on};Godkänd")
    lines.append(f"N99002;Sten Påhittad;Grundutbildning för barnrättsombud;{on};Godkänd")
    return read_sheet("\n".join(lines).encode(), "lärportalen-höst.csv")


def apt_list(people: Sequence[Person], on: date) -> Sheet:
    lines = ["E-post;Kurs;Datum;Resultat", *(f"{person.email};{HOUR};{on};deltog" for person in people)]
    return read_sheet("\n".join(lines).encode(), "apt-september.csv")
