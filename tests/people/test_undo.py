"""What was changed by hand is taken back whole, or refused whole; nothing is deleted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.people import accounts, appointments, groups, persons, tree, undo
from course_builder.people.changes import Page, changing
from course_builder.people.models import Account, Appointment, Change, Membership, Person, Role, Unit
from course_builder.people.refused import Refused
from tests.people.place import NOW, SINCE, TODAY, account, region, somebody

LATER = date(2027, 3, 1)
FIELDS = {
    Unit: ("name", "parent_id", "path", "hr_id", "ends", "successor_id", "rep_expected"),
    Appointment: ("person_id", "unit_id", "role", "starts", "ends", "paused_from", "paused_until", "stands_in_for_id"),
    Membership: ("group_id", "person_id"),
    Account: ("person_id", "disabled"),
    Person: ("protected", "guardian_id"),
}  # fmt: skip


class Place:
    """A region with everything a change may be about."""

    def __init__(self, session: Session) -> None:
        self.session, self.units = session, region(session)
        clinic = self.units["clinic"]
        self.karin = somebody(session, "Karin Samordnare", self.units["region"], Role.COORDINATOR)
        self.anna = somebody(session, "Anna Ombud", clinic)
        self.rep = appointments.appoint(session, self.anna.id, clinic, Role.REP, SINCE)
        self.stand_in = appointments.appoint(
            session, somebody(session, "Eva Ersättare").id, clinic, Role.REP, SINCE, stands_in_for=self.rep
        )
        self.nina = somebody(session, "Nina Ny", clinic)
        self.group = groups.add(session, "Utbildare")
        groups.join(session, self.group.id, self.anna.id)
        account(session, self.anna)
        session.flush()

    def standing(self) -> dict[str, Any]:
        """Everything that holds: not what never did."""
        self.session.flush()
        self.session.expire_all()
        return {
            kind.__name__: [tuple(getattr(one, name) for name in names) for one in self._all(kind)]
            for kind, names in FIELDS.items()
        }

    def _all(self, kind: type[Any]) -> list[Any]:
        found = self.session.scalars(select(kind).order_by(*kind.__table__.primary_key.columns)).all()
        return [one for one in found if not (kind in (Unit, Appointment) and one.ends == one.starts)]


Did = Callable[[Place], object]
DONE: dict[str, Did] = {
    "end": lambda at: appointments.end(at.session, at.rep, TODAY),
    "pause": lambda at: appointments.pause(at.session, at.rep, TODAY, LATER),
    "appoint": lambda at: appointments.appoint(
        at.session, at.nina.id, at.units["centre"], Role.REP, TODAY, LATER
    ),
    "hand over": lambda at: appointments.hand_over(at.session, at.rep, at.nina.id, TODAY),
    "add a unit": lambda at: tree.add_unit(at.session, "Lekterapin", at.units["north"], TODAY, "77"),
    "rename": lambda at: tree.rename(at.session, at.units["clinic"], "Barn och unga", TODAY),
    "spell": lambda at: tree.correct(at.session, at.units["clinic"], "Barn-kliniken"),
    "move": lambda at: tree.move(at.session, at.units["north"], at.units["south"]),
    "merge": lambda at: tree.merge(at.session, at.units["clinic"], at.units["emergency"], TODAY),
    "merge with units below": lambda at: tree.merge(at.session, at.units["north"], at.units["south"], TODAY),
    "end a unit": lambda at: tree.close(at.session, at.units["clinic"], TODAY),
    "leave a group": lambda at: groups.leave(at.session, at.group.id, at.anna.id),
    "join a group": lambda at: groups.join(at.session, at.group.id, at.nina.id),
    "close an account": lambda at: accounts.close(at.session, at.anna.id, True, NOW),
    "protect": lambda at: persons.protect(at.session, at.anna, at.karin),
}


def did(at: Place, doing: Did) -> Change:
    with changing(at.session, Page.UNIT, at.units["clinic"].id, at.karin.id, NOW) as change:
        doing(at)
    return change


@pytest.mark.parametrize("doing", DONE.values(), ids=DONE)
def test_undone_it_is_as_before_and_done_again_it_is_as_after(database: Database, doing: Did) -> None:
    with database.writing() as session:
        at = Place(session)
        before = at.standing()
        change = did(at, doing)
        after = at.standing()
        assert after != before
        undoing = undo.undo(session, change, at.karin.id, NOW, TODAY)
        assert at.standing() == before
        undo.undo(session, undoing, at.karin.id, NOW, TODAY)
        assert at.standing() == after
        assert [one.undoes_id for one in session.scalars(select(Change).order_by(Change.id))] == [
            None,
            change.id,
            undoing.id,
        ]


def test_a_change_holds_no_name_of_a_person(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        rows = [
            did(at, DONE[name]).rows for name in ("pause", "leave a group", "close an account", "protect")
        ]
    assert [one for one in ("Anna", "anna", "Karin", "karin") if one in str(rows)] == []


def test_undone_once(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        change = did(at, DONE["pause"])
        undo.undo(session, change, at.karin.id, NOW, TODAY)
        with pytest.raises(Refused, match="undone already"):
            undo.undo(session, change, at.karin.id, NOW, TODAY)


SINCE_THEN: dict[str, tuple[str, Did]] = {
    "paused, and ended since": ("pause", DONE["end"]),
    "ended, and appointed anew since": (
        "end",
        lambda at: appointments.appoint(at.session, at.anna.id, at.units["clinic"], Role.REP, LATER),
    ),
    "ended, and the unit too": ("end", DONE["end a unit"]),
    "a unit added, and somebody works there since": (
        "add a unit",
        lambda at: appointments.appoint(
            at.session, at.nina.id, at.session.scalars(select(Unit).where(Unit.hr_id == "77")).one(), Role.REP, TODAY
        ),
    ),
    "left a group, and joined again": ("leave a group", lambda at: groups.join(at.session, at.group.id, at.anna.id)),
}  # fmt: skip


@pytest.mark.parametrize("then", SINCE_THEN.values(), ids=SINCE_THEN)
def test_what_has_changed_since_stays_as_it_is(database: Database, then: tuple[str, Did]) -> None:
    first, meanwhile = then
    with database.writing() as session:
        at = Place(session)
        change = did(at, DONE[first])
        meanwhile(at)
        stands, change_id, karin_id = at.standing(), change.id, at.karin.id
    with pytest.raises(Refused, match="changed since"), database.writing() as session:
        undo.undo(session, session.get_one(Change, change_id), karin_id, NOW, TODAY)
    with database.writing() as session:
        at.session = session
        assert at.standing() == stands


def test_a_change_is_found_by_who_made_it(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        change = did(at, DONE["pause"])
        assert undo.change_of(session, change.id, at.karin.id) is change
        assert undo.change_of(session, change.id, at.nina.id) is None
        assert undo.things(session, change) == [at.rep]
