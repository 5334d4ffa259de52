"""A unit's routine and support: its own, else the nearest unit's above it, else the region's; checked, and taken back."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from course_builder.content.models.region import Region
from course_builder.database.store import Database
from course_builder.meetings import supporting
from course_builder.meetings.support import Contact, Support, is_old, support_of
from course_builder.people.models import Person, Unit
from course_builder.people.refused import Refused
from course_builder.people.tree import add_unit, rename
from tests.web.region import both

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
REGION = Region.model_validate(
    {
        "routines": {
            "next_of_kin": {"title": "Barn som närstående"},
            "concern_report": {"title": "Orosanmälan", "where": "Rutinhandboken", "url": "https://rutiner.example/oro"},
        },
        "support": [{"title": "Barnskyddsteamet", "where": "Intranätet"}],
    }
)  # fmt: skip
ROUTINE = Contact("Vår rutin", "Pärmen i expeditionen", "https://rutiner.example/vi")
TEAM = Contact("Barnskyddsteamet")


def place(session: Session) -> tuple[Unit, int]:
    """A ward under an administration, and somebody who writes."""
    above = add_unit(session, "Norra förvaltningen", None)
    ward = add_unit(session, "Avdelning 3", above)
    person = Person(name="Maria Chef")
    session.add(person)
    session.flush()
    return ward, person.id


def above(session: Session, unit: Unit) -> Unit:
    return session.get_one(Unit, unit.parent_id)


@both
def test_the_regions_values_until_somebody_has_written(database: Database) -> None:
    with database.writing() as session:
        ward, _ = place(session)
        assert support_of(session, ward, REGION, TODAY) == Support(
            routine=Contact("Orosanmälan", "Rutinhandboken", "https://rutiner.example/oro"),
            contacts=(Contact("Barnskyddsteamet", "Intranätet"),),
            checked_on=None,
            stale="empty",
            whose="region",
            unit="",
        )


@both
def test_the_units_own_before_that_of_the_unit_above(database: Database) -> None:
    with database.writing() as session:
        ward, who = place(session)
        supporting.write(session, above(session, ward), ROUTINE, [TEAM], who, NOW, date(2025, 1, 2))
        inherited = support_of(session, ward, REGION, TODAY)
        supporting.write(session, ward, Contact("Egen rutin"), [], who, NOW, TODAY)
        own = support_of(session, ward, REGION, TODAY)
    assert inherited == Support(ROUTINE, (TEAM,), date(2025, 1, 2), "old", "above", "Norra förvaltningen")
    assert own == Support(Contact("Egen rutin"), (TEAM,), TODAY, "fine", "unit", "Avdelning 3")


@both
def test_a_unit_that_got_another_name_has_said_what_it_said(database: Database) -> None:
    with database.writing() as session:
        ward, who = place(session)
        supporting.write(session, ward, ROUTINE, [TEAM], who, NOW, TODAY)
        new = rename(session, ward, "Avdelning 30", TODAY)
        found = support_of(session, new, REGION, TODAY)
    assert (found.routine, found.contacts, found.stale, found.whose) == (ROUTINE, (TEAM,), "fine", "unit")


@pytest.mark.parametrize(
    ("checked", "old"),
    [(date(2025, 11, 24), False), (date(2025, 11, 23), True), (date(2025, 12, 1), False), (None, True)],
)
def test_what_was_checked_twelve_months_ago_is_old(checked: date | None, old: bool) -> None:
    assert is_old(checked, TODAY) is old


@both
def test_confirmed_it_is_fine_again(database: Database) -> None:
    with database.writing() as session:
        ward, who = place(session)
        supporting.write(session, ward, ROUTINE, [TEAM], who, NOW, date(2025, 1, 2))
        supporting.confirm(session, ward, who, NOW, TODAY)
        assert support_of(session, ward, REGION, TODAY).checked_on == TODAY


@both
def test_undone_it_is_as_before_and_done_again(database: Database) -> None:
    with database.writing() as session:
        ward, who = place(session)
        first = supporting.write(session, ward, ROUTINE, [TEAM], who, NOW, TODAY)
        second = supporting.write(session, ward, Contact("Fel rutin"), [], who, NOW, TODAY)
        undoing = supporting.undo(session, second, who, NOW)
        assert supporting.said(session, ward) == (ROUTINE, (TEAM,))
        supporting.undo(session, undoing, who, NOW)
        assert supporting.said(session, ward) == (Contact("Fel rutin"), ())
        with pytest.raises(Refused, match="changed since"):
            supporting.undo(session, first, who, NOW)


@both
def test_the_first_that_was_written_is_gone_when_it_is_undone(database: Database) -> None:
    with database.writing() as session:
        ward, who = place(session)
        supporting.undo(session, supporting.write(session, ward, ROUTINE, [], who, NOW, TODAY), who, NOW)
        session.flush()
        assert supporting.said(session, ward) is None


@both
@pytest.mark.parametrize(
    ("routine", "contacts", "words"),
    [
        (Contact("Rutin", "", "http://rutiner.example"), [], "https://"),
        (Contact("", "Pärmen"), [], "”Pärmen” saknar namn"),
        (ROUTINE, [Contact("", "Intranätet")], "”Intranätet” saknar namn"),
        (ROUTINE, [Contact("Ring Anna 19811218-9876")], "personnummer"),
        (ROUTINE, [TEAM] * 9, "högst 8"),
        (Contact("x" * 201), [], "200 tecken"),
    ],
)
def test_what_cannot_be_written_is_told(
    database: Database, routine: Contact, contacts: list[Contact], words: str
) -> None:
    with database.writing() as session:
        ward, who = place(session)
        with pytest.raises(Refused) as refused:
            supporting.write(session, ward, routine, contacts, who, NOW, TODAY)
        assert words in refused.value.sv
        assert supporting.said(session, ward) is None
