"""Two units have nobody; two units become one, and no history moves."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Completion, Event, Source
from course_builder.people.models import Appointment
from tests.web.region import MONDAY, Region, both
from tests.web.test_coordinator import heads, stats

COURSE = "grundutbildning"
AWAY = {"first": "2026-11-23", "until": "2027-02-01"}


def taught(region: Region, *keys: str) -> None:
    with region.database.writing() as session:
        for key in keys:
            record_elsewhere(
                session, region.people[key], COURSE, date(2026, 3, 1), True, Source.PORTAL, key, None, MONDAY
            )


def appointment(region: Region, key: str) -> int:
    with region.database.reading() as session:
        return session.scalars(select(Appointment.id).filter_by(person_id=region.people[key])).one()


def rows(session: Session, model: type[Any]) -> list[tuple[Any, ...]]:
    columns = model.__table__.columns
    return [tuple(row) for row in session.execute(select(*columns).order_by(*model.__table__.primary_key))]


def history(region: Region) -> list[list[tuple[Any, ...]]]:
    with region.database.reading() as session:
        return [rows(session, model) for model in (Event, Completion)]


def units_of_completions(region: Region) -> set[int | None]:
    with region.database.reading() as session:
        return set(session.scalars(select(Completion.unit_id)))


@both
def test_two_units_without_an_ombud_are_named_and_a_merger_moves_no_history(region: Region) -> None:
    """Done means: an ombud on leave leaves her unit without one as surely as nobody does."""
    taught(region, "rep", "rep2", "employee")
    karin = region.as_("coordinator")
    away = karin.post(f"/people/appointments/{appointment(region, 'rep2')}/pause", data=AWAY)
    assert away.status_code == 302
    page = karin.get("/coverage").text
    assert stats(page)[0] == ("2", "enheter utan ombud, av 3")
    assert heads(page)[:2] == ["Barnakuten", "Vårdcentralen Söder"]

    before = history(region)
    clinic, emergency = region.units["clinic"], region.units["emergency"]
    merged = karin.post(f"/people/units/{clinic}/merge", data={"into": emergency, "on": "2026-11-23"})
    assert merged.location == f"/people/units/{emergency}"
    assert history(region) == before
    assert units_of_completions(region) == {clinic, region.units["centre"]}
    page = karin.get("/coverage").text
    assert stats(page)[0] == ("1", "enhet utan ombud, av 2")
    assert heads(page)[0] == "Vårdcentralen Söder"
