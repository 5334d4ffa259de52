"""APT hours as public records: given out without protected people, and disposed of by decision only, down to a number."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from course_builder.learning.models import Completion
from course_builder.meetings import attendance, guests
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.closing import close
from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import (
    AgreedAction,
    AttendanceChange,
    Attendee,
    Ballot,
    Meeting,
    Round,
    Steering,
    Way,
)
from course_builder.people.actors import actor_of
from course_builder.people.may import Actor
from course_builder.reports import disposal, gathering, my_data
from course_builder.reports.disposal import What
from course_builder.reports.gathered import Wanted
from course_builder.reports.models import DisposalRule, RecordKind
from tests.meetings.conftest import courses, database_url, held, region, settings
from tests.meetings.held import Held
from tests.web.region import HIDDEN, both

__all__ = ["courses", "database_url", "held", "region", "settings"]
pytestmark = both
ROUND = "r" * 32


def karin(held: Held) -> Actor:
    with held.region.database.reading() as session:
        found = actor_of(session, held.region.accounts["coordinator"], held.region.time().date())
    assert found is not None
    return found


@pytest.fixture
def kept(held: Held) -> Held:
    """Elin, a guest by name, a guest without and a protected person were there; somebody voted; one thing was agreed."""
    people, now = held.region.people, held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        hour.began = now
        guests.check_in(session, hour, people["hidden"], now)
        row = guests.person_on_list(session, hour, people["employee"])
        assert row is not None
        attendance.tick(session, hour, row.id, True, How.TICK, people["manager"], now)
        guests.guest(session, hour, "Gunilla Gäst", None, How.WALK_IN, people["manager"], now)
        attendance.say_guests(session, hour, 1)
        session.add(
            Round(id=ROUND, meeting_id=hour.id, step="corners", number=1, kind="choice", ask="?", options=[])
        )
        session.add(Steering(meeting_id=hour.id, person_id=people["manager"], verb="next", at=now))
        session.flush()
        session.add(Ballot(round_id=ROUND, phone="p" * 64, given="hemligt svar"))
        session.add(AgreedAction(unit_id=hour.unit_id, meeting_id=hour.id, what="En låda med leksaker", responsible="sektionsledare", made=now.date()))  # fmt: skip
        close(session, hour, now, people["manager"])
    return held


def gathered(held: Held, *kinds: RecordKind, unit: str = "clinic") -> list[dict[str, str]]:
    path = f"/{held.region.units['region']}/"
    with held.region.database.reading() as session:
        wanted = Wanted(paths=(f"{path}{held.region.units['north']}/{held.region.units[unit]}/",))
        return [dict(one.fields) for one in gathering.gather(session, karin(held), kinds, wanted, path)]


def test_the_hour_its_list_and_its_actions(kept: Held) -> None:
    [hour] = gathered(kept, RecordKind.HOUR)
    assert (hour["unit"], hour["on"], hour["present"]) == ("Barnkliniken", "2026-12-10", "4")
    people = gathered(kept, RecordKind.ATTENDANCE)
    assert {one["name"]: one["result"] for one in people} == {
        "Elin Medarbetare": "deltog", "Anna Ombud": "deltog inte", "Maria Chef": "deltog inte", "Gunilla Gäst": "deltog",
        "Nils Nattpersonal": "deltog inte", "Tora Timanställd": "deltog inte",
    }  # fmt: skip
    [action] = gathered(kept, RecordKind.ACTION)
    assert (action["what"], action["outcome"]) == ("En låda med leksaker", "inte uppföljd")


def test_neither_a_protected_person_nor_an_answer_is_given_out(kept: Held) -> None:
    everything = str(gathered(kept, *RecordKind))
    assert HIDDEN not in everything
    assert "hemligt svar" not in everything


def test_nothing_of_another_unit(kept: Held) -> None:
    assert gathered(kept, RecordKind.HOUR, RecordKind.ATTENDANCE, RecordKind.ACTION, unit="emergency") == []


def test_of_one_person_her_own_rows_alone(kept: Held) -> None:
    with kept.region.database.reading() as session:
        wanted = Wanted(people=frozenset({kept.region.people["employee"]}))
        kinds = (RecordKind.HOUR, RecordKind.ATTENDANCE, RecordKind.ACTION)
        found = gathering.gather(session, karin(kept), kinds, wanted, f"/{kept.region.units['region']}/")
    assert [(one.kind, one.fields["name"]) for one in found] == [(RecordKind.ATTENDANCE, "Elin Medarbetare")]


def dispose(held: Held, what: What, months: int) -> int:
    """How many keys went, after so many months."""
    now = held.region.time() + timedelta(days=400)
    by = held.region.people["coordinator"]
    with held.region.database.writing() as session:
        rule = disposal.decide(session, what, months, "RS 2026-1", now.date(), by, now)
        found = disposal.dry_run(session, rule, now.date())
        if found.keys:
            disposal.dispose(
                session, session.get_one(DisposalRule, rule.id), found.digest, by, now, now.date()
            )
    return len(found.keys)


def test_by_decision_names_become_a_number_and_completions_stay(kept: Held) -> None:
    assert dispose(kept, What.ATTENDANCE, 24) == 0
    assert dispose(kept, What.ATTENDANCE, 12) == 1
    with kept.region.database.reading() as session:
        assert session.scalars(select(Attendee)).all() == []
        assert session.scalars(select(AttendanceChange)).all() == []
        hour = session.get_one(Meeting, kept.meeting_id)
        assert (hour.way, hour.number) == (Way.NUMBER, 4)
        assert present_at(session, select(Meeting.id)) == {kept.meeting_id: 4}
        assert session.scalar(select(func.count()).select_from(Completion).where(Completion.counts)) == 2
    assert dispose(kept, What.ATTENDANCE, 12) == 0


def test_by_decision_who_steered_is_forgotten(kept: Held) -> None:
    assert dispose(kept, What.STEERING, 12) == 1
    with kept.region.database.reading() as session:
        assert session.scalars(select(Steering)).all() == []


def test_she_is_told_that_her_attendance_was_given_out(kept: Held) -> None:
    with kept.region.database.reading() as session:
        assert my_data.given_out(session, kept.region.people["employee"]) == []
        sections = {one.name for one in my_data.stored(session, kept.region.people["manager"]) if one.rows}
    assert {"meeting_leader", "meeting_attendee", "meeting_steering"} <= sections
