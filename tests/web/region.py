"""A small region with one person in each role, a mirrored second administration, and ways in for all of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.database.straight import straight
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft, text
from course_builder.library.drafts.saving import save
from course_builder.people import sign_in
from course_builder.people.models import Account, Appointment, Group, Membership, Person, Role, Unit
from course_builder.settings import Settings
from course_builder.web.application import create_app

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SINCE = date(2026, 1, 1)
both = pytest.mark.parametrize("database_url", ["sqlite", "postgres"], indirect=True)
"""For a test of the pages that is worth running on both databases."""

UNITS = {
    "region": ("Region Exempel", None),
    "north": ("Norra förvaltningen", "region"),
    "clinic": ("Barnkliniken", "north"),
    "emergency": ("Barnakuten", "north"),
    "south": ("Södra förvaltningen", "region"),
    "centre": ("Vårdcentralen Söder", "south"),
}
PEOPLE = {
    "employee": ("Elin Medarbetare", Role.EMPLOYEE, "clinic"),
    "rep": ("Anna Ombud", Role.REP, "clinic"),
    "manager": ("Maria Chef", Role.MANAGER, "clinic"),
    "trainer": ("Tove Utbildare", Role.TRAINER, "region"),
    "coordinator": ("Karin Samordnare", Role.COORDINATOR, "region"),
    "admin": ("Adam Administratör", Role.ADMIN, "region"),
    "elected": ("Erik Förtroendevald", Role.ELECTED, "region"),
    "official": ("Olle Tjänsteperson", Role.OFFICIAL, "region"),
    "external": ("Eva Extern", Role.EXTERNAL, "region"),
    "employee2": ("Sven Medarbetare", Role.EMPLOYEE, "centre"),
    "rep2": ("Bo Ombud", Role.REP, "centre"),
    "manager2": ("Karl Chef", Role.MANAGER, "centre"),
    "trainer2": ("Tage Utbildare", Role.TRAINER, "south"),
    "coordinator2": ("Sara Samordnare", Role.COORDINATOR, "south"),
}
"""By key: name, role, unit. Those with a 2 belong to the other administration."""
HIDDEN = "Sigrid Skyddad"
"""Of the clinic; the administrator `admin` is her guardian."""


class Time:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **much: float) -> None:
        self.now += timedelta(**much)


@dataclass
class Region:
    """Everything by key: `people["rep"]` is a person's id, `accounts["rep"]` her account's, `units["clinic"]` a unit's."""

    app: Flask
    database: Database
    time: Time
    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)

    def as_(self, key: str) -> FlaskClient:
        """A browser in which she is signed in; what it sends comes from our own pages and has their token."""
        client = self.anonymous()
        with self.database.writing() as session:
            token = sign_in.start(session, self.accounts[key], self.time())
            session.flush()
            found = sign_in.find(straight(session), token, self.time())
        assert found is not None
        client.set_cookie(self.app.config["SIGN_IN_COOKIE"], token)
        client.environ_base["HTTP_X_CSRF_TOKEN"] = found.csrf
        return client

    def anonymous(self) -> FlaskClient:
        client = self.app.test_client()
        client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        return client

    def edit(self, name: str, path: str, old: str, new: str) -> None:
        """A text of a draft course is changed by somebody else."""
        with self.database.writing() as session:
            course = draft(session, Kind.COURSE, name)
            assert course is not None
            before = text(session, course, path) or ""
            assert old in before
            changed = {path: before.replace(old, new)}
            save(session, course, changed, course.head, Verb.EDITED, "", None, self.time())


@contextmanager
def opened(settings: Settings, folders: Sequence[Path] = ()) -> Iterator[Region]:
    """Everybody in it, in an application of its own whose clock stands still."""
    time = Time()
    app = create_app(settings, folders, time)
    app.testing = True
    region = Region(app, app.extensions["database"], time)
    build(region)
    yield region
    region.database.close()


def build(region: Region) -> None:
    with region.database.writing() as session:
        for key, (name, parent) in UNITS.items():
            region.units[key] = _unit(session, name, region.units.get(parent or ""))
        for key, (name, role, unit) in PEOPLE.items():
            region.people[key] = _person(session, name, role, region.units[unit])
            region.accounts[key] = _account(session, region.people[key])
        region.people["hidden"] = _person(session, HIDDEN, Role.EMPLOYEE, region.units["clinic"])
        hidden = session.get_one(Person, region.people["hidden"])
        hidden.protected, hidden.guardian_id = True, region.people["admin"]
        for key, member in (("north", "trainer"), ("south", "trainer2")):
            region.groups[key] = _group(session, f"Utbildare {key}", region.people[member])


def _unit(session: Session, name: str, parent_id: int | None) -> int:
    above = session.get_one(Unit, parent_id).path if parent_id else "/"
    unit = Unit(name=name, parent_id=parent_id, hr_id=None, path=above, starts=SINCE)
    session.add(unit)
    session.flush()
    unit.path = f"{above}{unit.id}/"
    return unit.id


def _person(session: Session, name: str, role: Role, unit_id: int) -> int:
    mail = name.lower().replace(" ", ".").translate(str.maketrans("åäö", "aao")) + "@exempel.se"
    person = Person(name=name, email=mail, employee_ref=f"E{name[:2]}{unit_id}{role.value}")
    session.add(person)
    session.flush()
    session.add(Appointment(person_id=person.id, unit_id=unit_id, role=role, starts=SINCE))
    return person.id


def _account(session: Session, person_id: int) -> int:
    account = Account(person_id=person_id, created=MONDAY)
    session.add(account)
    session.flush()
    return account.id


def _group(session: Session, name: str, person_id: int) -> int:
    group = Group(name=name)
    session.add(group)
    session.flush()
    session.add(Membership(group_id=group.id, person_id=person_id))
    return group.id
