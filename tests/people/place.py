"""A small region for the tests of people."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from course_builder.people import appointments, persons, tree
from course_builder.people.may import Actor, Held
from course_builder.people.models import Account, Person, Role, Unit

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SINCE = date(2026, 1, 1)


def region(session: Session) -> dict[str, Unit]:
    """Region Exempel: north with clinic and emergency, south with centre."""
    units = {"region": tree.add_unit(session, "Region Exempel", None, SINCE, "1")}
    for key, name, parent, hr_id in (
        ("north", "Norra förvaltningen", "region", "10"),
        ("clinic", "Barnkliniken", "north", "11"),
        ("emergency", "Barnakuten", "north", "12"),
        ("south", "Södra förvaltningen", "region", "20"),
        ("centre", "Vårdcentralen Söder", "south", "21"),
    ):
        units[key] = tree.add_unit(session, name, units[parent], SINCE, hr_id)
    return units


def somebody(session: Session, name: str, unit: Unit | None = None, role: Role = Role.EMPLOYEE) -> Person:
    mail = name.lower().replace(" ", ".").translate(str.maketrans("åäö", "aao"))
    person = persons.add(session, name, f"{mail}@exempel.se")
    if unit is not None:
        appointments.appoint(session, person.id, unit, role, SINCE)
    return person


def account(session: Session, person: Person, password_hash: str | None = None) -> Account:
    made = Account(person_id=person.id, password_hash=password_hash, created=NOW)
    session.add(made)
    session.flush()
    return made


def acting(person: Person, role: Role, unit: Unit) -> Actor:
    return Actor(person.id, 0, person.name, "sv", (Held(role, unit.id, unit.path),))
