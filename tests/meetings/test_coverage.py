"""Hours over a part of the region: by unit, without names, and quick whatever its size."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from course_builder.meetings import coverage, following, reminding, year
from course_builder.meetings.coverage import Hours, Only, Order, chosen, hours_under
from course_builder.meetings.models import AgreedAction, Attendee, Meeting
from course_builder.people.models import Unit
from tests.learning.test_plans import plan, statements
from tests.meetings.agreed import DAY, ENDED, agree, hold
from tests.meetings.held import Held, made
from tests.web.region import SINCE, Region, both

BIG = ("meeting", "meeting_attendee", "agreed_action", "appointment", "person")


def found(held: Held, place: str = "region", of: int = 2026) -> Hours:
    with held.region.database.reading() as session:
        unit = session.get_one(Unit, held.region.units[place])
        return hours_under(session, unit, of, DAY, ENDED)


def told(hours: Hours) -> dict[str, tuple[int, ...]]:
    return {
        one.name: (one.planned, one.held, one.present, one.open, one.past, one.done) for one in hours.units
    }


def another(held: Held, unit_id: int, themes: tuple[str, ...], number: int = 8) -> None:
    """An hour that the unit has held, by number."""
    with held.region.database.writing() as session:
        like = session.get_one(Meeting, held.meeting_id)
        session.add(
            Meeting(
                unit_id=unit_id, course_id=like.course_id, release_id=like.release_id, title=like.title, starts=like.starts, minutes=60,
                plan=like.plan, made=like.made, began=like.starts, ended=ENDED, way="number", number=number, themes=list(themes),
            )
        )  # fmt: skip


@both
def test_planned_held_present_and_open_by_unit(region: Region) -> None:
    held = made(region)
    made_later = made(region, ENDED + timedelta(days=7))
    hold(held, present=None)
    agree(held)
    assert made_later.meeting_id != held.meeting_id
    whole = found(held)
    assert told(whole) == {
        "Barnakuten": (0, 0, 0, 0, 0, 0),
        "Barnkliniken": (1, 1, 3, 1, 0, 0),
        "Vårdcentralen Söder": (0, 0, 0, 0, 0, 0),
    }
    assert whole.without == 2
    assert told(found(held, "south")) == {"Vårdcentralen Söder": (0, 0, 0, 0, 0, 0)}
    assert told(found(held, of=2025))["Barnkliniken"] == (0, 0, 0, 1, 0, 0)


def test_sorted_and_filtered(held: Held) -> None:
    hold(held)
    agree(held)
    hours = found(held)
    names = {
        (only, order): [one.name for one in chosen(hours, only, order)] for only in Only for order in Order
    }
    assert names[Only.ALL, Order.NAME] == ["Barnakuten", "Barnkliniken", "Vårdcentralen Söder"]
    assert names[Only.ALL, Order.HELD] == ["Barnkliniken", "Barnakuten", "Vårdcentralen Söder"]
    assert names[Only.WITHOUT, Order.NAME] == ["Barnakuten", "Vårdcentralen Söder"]
    assert names[Only.OPEN, Order.OPEN] == ["Barnkliniken"]


@both
def test_a_theme_is_shown_when_five_units_have_written_it(region: Region) -> None:
    """Two hours of one unit are one unit, and a theme of four is nobody's business."""
    held = made(region)
    hold(held, themes=("Väntan", "Ronden"))
    another(held, region.units["clinic"], ("väntan", "Ronden"))
    with region.database.writing() as session:
        path = session.get_one(Unit, region.units["south"]).path
        units = [
            Unit(name=f"Enhet {n}", parent_id=region.units["south"], hr_id=None, path="", starts=SINCE)
            for n in range(4)
        ]
        session.add_all(units)
        session.flush()
        for unit in units:
            unit.path = f"{path}{unit.id}/"
        ids = [unit.id for unit in units]
    for unit_id in ids:
        another(held, unit_id, ("VÄNTAN", "Ronden") if unit_id == ids[0] else ("Väntan",))
    assert found(held).themes == (("Väntan", 5),)
    assert found(held, "south").themes == ()


LISTS: dict[str, Callable[[Session], object]] = {
    "hours of a region": lambda session: coverage.hours_under(
        session, session.get_one(Unit, 1), 2026, DAY, ENDED
    ),
    "what a unit agreed on": lambda session: following.of_unit(session, 3),
    "a unit's year": lambda session: year.facts(session, session.get_one(Unit, 3), 2026),
    "letters of the morning": lambda session: reminding.due(session, DAY),
}


def reads_whole(line: str) -> bool:
    words = line.replace("(", " ").split()
    scans = ("SCAN", "Scan") if "Seq" in words or "SCAN" in words else ()
    return bool(scans) and "USING" not in words and any(word.rstrip("_0123456789") in BIG for word in words)


@both
@pytest.mark.parametrize("name", LISTS)
def test_no_big_table_is_read_from_end_to_end(region: Region, name: str) -> None:
    """trust 67"""
    held = made(region)
    hold(held, present=None)
    agree(held)
    with region.database.reading() as session:
        with statements(session) as asked:
            LISTS[name](session)
        plans = [line for statement, parameters in asked for line in plan(session, statement, parameters)]
    assert plans != []
    assert [line for line in plans if reads_whole(line)] == []


def test_quick_for_ten_thousand_units(held: Held) -> None:
    """Each with an hour and an action: a handful of questions, however many units there are."""
    region = held.region
    with region.database.writing() as session:
        like, path = (
            session.get_one(Meeting, held.meeting_id),
            session.get_one(Unit, region.units["south"]).path,
        )
        first = 10_000
        session.execute(
            Unit.__table__.insert(),
            [
                {
                    "id": first + n,
                    "name": f"Enhet {n}",
                    "parent_id": region.units["south"],
                    "path": f"{path}{first + n}/",
                    "starts": SINCE,
                }
                for n in range(10_000)
            ],
        )
        session.execute(
            Meeting.__table__.insert(),
            [
                {
                    "id": first + n, "unit_id": first + n, "course_id": like.course_id, "release_id": like.release_id, "title": "T",
                    "starts": like.starts, "minutes": 60, "plan": [], "plan_revision": 1, "film_version": "plain", "made": like.made,
                    "ended": ENDED, "stage_revision": 0, "rested_minutes": 0, "way": "names", "guests": 1, "themes": ["Väntan"], "note": "",
                }
                for n in range(10_000)
            ],
        )  # fmt: skip
        session.execute(
            Attendee.__table__.insert(),
            [{"meeting_id": first + n, "name": "G", "took_part": True} for n in range(10_000)],
        )
        session.execute(
            AgreedAction.__table__.insert(),
            [
                {
                    "unit_id": first + n,
                    "what": "A",
                    "responsible": "R",
                    "sign": "",
                    "made": DAY,
                    "outcome": "open",
                    "came_of_it": "",
                }
                for n in range(10_000)
            ],
        )
    with region.database.reading() as session:
        unit = session.get_one(Unit, region.units["region"])
        with statements(session) as asked:
            whole = hours_under(session, unit, 2026, DAY, ENDED)
    assert len(asked) <= 5
    assert (whole.total(lambda one: one.present), whole.total(lambda one: one.open)) == (20_000, 10_000)
    assert whole.themes == (("Väntan", 10_000),)
