"""Who was at an hour: ticked, all but, walked in, guests; stored once however often it is said, corrected with a trace."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.models import Completion, Event
from course_builder.learning.verify import verify
from course_builder.meetings import attendance, guests
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.attendance_changes import changes
from course_builder.meetings.closing import close, reopen
from course_builder.meetings.models import AttendanceChange, Attendee, Meeting, Way
from course_builder.meetings.sheet import Sheet, sheet, short
from course_builder.people.actors import actor_of
from course_builder.people.may import Actor
from course_builder.people.refused import Refused
from course_builder.reports.my_data import stored
from tests.meetings.held import OTHERS, STARTS, Held
from tests.web.region import both

pytestmark = both


def actor(held: Held, key: str = "manager") -> Actor:
    region = held.region
    with region.database.reading() as session:
        found = actor_of(session, region.accounts[key], region.time().date())
    assert found is not None
    return found


def seen(held: Held, key: str = "manager") -> Sheet:
    with held.region.database.reading() as session:
        return sheet(session, session.get_one(Meeting, held.meeting_id), actor(held, key))


def row_of(held: Held, name: str) -> int:
    with held.region.database.reading() as session:
        found = sheet(session, session.get_one(Meeting, held.meeting_id), actor(held, "admin"))
    return next(row.id for row in found.rows if row.name == name)


def tick(held: Held, name: str, took_part: bool = True, how: How = How.TICK) -> bool:
    by, one = held.region.people["manager"], row_of(held, name)
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        return attendance.tick(session, hour, one, took_part, how, by, held.region.time())


def end(held: Held) -> None:
    with held.region.database.writing() as session:
        close(session, locked(session, held.meeting_id), held.region.time(), held.region.people["manager"])


def open_again(held: Held) -> None:
    with held.region.database.writing() as session:
        reopen(session, locked(session, held.meeting_id))


def completed(session: Session) -> list[tuple[int, str, bool]]:
    """Person, source and whether it counts."""
    rows = session.execute(
        select(Completion.person_id, Completion.source, Completion.counts).order_by(Completion.event_seq)
    )
    return [(person, source, counts) for person, source, counts in rows]


def test_a_list_of_five_is_ticked_and_says_so(held: Held) -> None:
    assert seen(held).expected == 5
    assert (tick(held, "Elin Medarbetare"), tick(held, "Elin Medarbetare"), tick(held, OTHERS[0])) == (
        True,
        False,
        True,
    )
    found = seen(held)
    assert [(row.name, row.took_part) for row in found.rows] == [
        ("Anna Ombud", False),
        ("Elin Medarbetare", True),
        ("Maria Chef", False),
        ("Nils Nattpersonal", True),
        ("Tora Timanställd", False),
    ]
    assert (found.way, found.present, found.expected) == (Way.NAMES, 2, 5)
    assert [row.short for row in found.rows] == ["Anna O.", "Elin M.", "Maria C.", "Nils N.", "Tora T."]


def test_short_names_tell_people_apart(database_url: str) -> None:
    assert short(["Sara Lind", "Sara Lund", "Åsa"]) == ["Sara Lind", "Sara Lund", "Åsa"]


def test_all_but_two(held: Held) -> None:
    away = [row_of(held, "Anna Ombud"), row_of(held, "Tora Timanställd")]
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        assert attendance.tick_all_but(session, hour, actor(held), away, held.region.time()) == 3
    assert [row.name for row in seen(held).absent] == ["Anna Ombud", "Tora Timanställd"]


def test_a_tick_leaves_a_day_and_never_a_time(held: Held) -> None:
    tick(held, "Elin Medarbetare")
    tick(held, "Elin Medarbetare", False)
    with held.region.database.reading() as session:
        rows = session.scalars(select(AttendanceChange).order_by(AttendanceChange.id)).all()
        assert [(one.took_part, one.how, one.on, one.by_id) for one in rows] == [
            (True, "tick", held.region.time().date(), held.region.people["manager"]),
            (False, "tick", held.region.time().date(), held.region.people["manager"]),
        ]
        told = changes(session, session.get_one(Meeting, held.meeting_id), actor(held))
        assert [(one.name, one.took_part, one.by) for one in told] == [
            ("Elin Medarbetare", False, "Maria Chef"),
            ("Elin Medarbetare", True, "Maria Chef"),
        ]


def test_names_become_completions_when_it_ends_and_only_once(held: Held) -> None:
    tick(held, "Elin Medarbetare")
    tick(held, OTHERS[0])
    end(held)
    end(held)
    with held.region.database.reading() as session:
        [made] = session.scalars(select(Completion)).all()
        assert (made.person_id, made.source, made.passed, made.release_id, made.on) == (
            held.region.people["employee"],
            "apt",
            None,
            held.release.id,
            held.meeting().starts.date(),
        )
        [event] = session.scalars(select(Event)).all()
        assert (event.release_id, event.actor_id, event.kind) == (
            held.release.id,
            held.region.people["manager"],
            "registered",
        )
        assert list(verify(session)) == []


def test_a_correction_afterwards_withdraws_or_makes_the_completion(held: Held) -> None:
    elin, anna = held.region.people["employee"], held.region.people["rep"]
    tick(held, "Elin Medarbetare")
    end(held)
    tick(held, "Elin Medarbetare", False)
    tick(held, "Anna Ombud")
    with held.region.database.reading() as session:
        assert completed(session) == [(elin, "apt", False), (anna, "apt", True)]
        hows = session.scalars(select(AttendanceChange.how).order_by(AttendanceChange.id)).all()
        assert hows == ["tick", "correction", "correction"]
    tick(held, "Elin Medarbetare")
    with held.region.database.reading() as session:
        assert completed(session) == [(elin, "apt", False), (anna, "apt", True), (elin, "apt", True)]
        assert list(verify(session)) == []


def test_a_correction_of_an_hour_that_was_opened_again_is_traced_as_one(held: Held) -> None:
    """One that was ended by mistake in the middle goes on, and a tick is a tick."""
    time = held.region.time
    time.now = STARTS
    end(held)
    open_again(held)
    tick(held, "Elin Medarbetare")
    time.pass_(minutes=61)
    tick(held, "Maria Chef")
    end(held)
    open_again(held)
    tick(held, "Elin Medarbetare", False)
    tick(held, "Anna Ombud", how=How.PAPER)
    with held.region.database.reading() as session:
        hows = session.scalars(select(AttendanceChange.how).order_by(AttendanceChange.id)).all()
    assert hows == ["tick", "correction", "correction", "paper"]


def test_an_hour_that_runs_late_is_ticked_and_not_corrected(held: Held) -> None:
    held.region.time.now = STARTS + timedelta(minutes=75)
    open_again(held)  # it was never ended
    tick(held, "Elin Medarbetare")
    with held.region.database.reading() as session:
        assert session.scalars(select(AttendanceChange.how)).all() == ["tick"]


def test_a_number_names_nobody_and_completes_nothing(held: Held) -> None:
    with held.region.database.writing() as session:
        attendance.say_number(session, locked(session, held.meeting_id), 11)
    end(held)
    with held.region.database.reading() as session:
        assert completed(session) == []
        assert session.scalars(select(AttendanceChange)).all() == []
    assert (seen(held).way, seen(held).present) == (Way.NUMBER, 11)


@pytest.mark.parametrize("number", [-1, 1001])
def test_no_number_of_people_in_a_room(held: Held, number: int) -> None:
    with pytest.raises(Refused, match="between 0 and 1000"), held.region.database.writing() as session:
        attendance.say_number(session, locked(session, held.meeting_id), number)


def test_from_names_to_a_number_and_back_nothing_is_lost(held: Held) -> None:
    tick(held, "Elin Medarbetare")
    tick(held, OTHERS[0])
    end(held)
    by, now = held.region.people["manager"], held.region.time()
    with held.region.database.writing() as session:
        attendance.choose_way(session, locked(session, held.meeting_id), Way.NUMBER, by, now)
    found = seen(held)
    assert (found.present, found.number, found.ticked) == (2, 2, 2)
    with held.region.database.reading() as session:
        assert [counts for _, _, counts in completed(session)] == [False]
    with held.region.database.writing() as session:
        attendance.choose_way(session, locked(session, held.meeting_id), Way.NAMES, by, now)
    assert (seen(held).present, seen(held).number) == (2, 2)
    with held.region.database.reading() as session:
        assert [counts for _, _, counts in completed(session)] == [False, True]


def test_a_walk_in_from_another_unit_gets_hers_too(held: Held) -> None:
    sven, now = held.region.people["employee2"], held.region.time()
    with held.region.database.reading() as session:
        found = guests.look_for(session, actor(held, "rep"), "sven m", now.date())
    assert [(one.name, one.unit) for one in found] == [("Sven Medarbetare", "Vårdcentralen Söder")]
    for _ in range(2):
        with held.region.database.writing() as session:
            hour = locked(session, held.meeting_id)
            guests.walk_in(session, hour, actor(held, "rep"), sven, "nyckel-1234", How.WALK_IN, now)
    end(held)
    with held.region.database.reading() as session:
        assert completed(session) == [(sven, "apt", True)]
    assert (seen(held).present, seen(held).expected) == (1, 6)


def test_a_protected_person_is_neither_found_nor_shown_nor_added(held: Held) -> None:
    hidden, now = held.region.people["hidden"], held.region.time()
    with held.region.database.reading() as session:
        assert guests.look_for(session, actor(held, "manager"), "sigrid", now.date()) == []
    with pytest.raises(Refused, match="no such person"), held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        guests.walk_in(session, hour, actor(held, "manager"), hidden, "nyckel-1234", How.WALK_IN, now)


def test_a_protected_person_who_says_so_herself_counts_and_is_not_named(held: Held) -> None:
    hidden, now = held.region.people["hidden"], held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        hour.began = now
        guests.check_in(session, hour, hidden, now)
    found = seen(held)
    assert ([row.name for row in found.rows if row.took_part], found.present, found.nameless) == ([], 1, 1)
    assert "Sigrid Skyddad" in [row.name for row in seen(held, "admin").rows]
    end(held)
    with held.region.database.reading() as session:
        assert completed(session) == [(hidden, "apt", True)]
        assert changes(session, session.get_one(Meeting, held.meeting_id), actor(held)) == []


def test_guests_with_and_without_a_name(held: Held) -> None:
    by, now = held.region.people["manager"], held.region.time()
    for key in ("nyckel-1111", "nyckel-1111", "nyckel-2222"):
        with held.region.database.writing() as session:
            hour = locked(session, held.meeting_id)
            guests.guest(session, hour, " Gunilla  Gäst ", key, How.WALK_IN, by, now)
            attendance.say_guests(session, hour, 2)
    end(held)
    found = seen(held)
    assert (found.present, found.ticked, found.guests, found.expected) == (3, 1, 2, 8)
    with held.region.database.reading() as session:
        assert completed(session) == []


def test_a_personnummer_is_no_name(held: Held) -> None:
    with pytest.raises(Refused, match="personnummer"), held.region.database.writing() as session:
        guests.guest(session, locked(session, held.meeting_id), "19121212-1212", None, How.TICK, None, held.region.time())  # fmt: skip


def test_a_row_of_another_hour_is_not_ticked(held: Held) -> None:
    with pytest.raises(Refused, match="not on the list"), held.region.database.writing() as session:
        attendance.tick(session, locked(session, held.meeting_id), 99999, True, How.TICK, None, held.region.time())  # fmt: skip


def test_two_leaders_tick_at_once_and_each_tick_is_there_once(held: Held) -> None:
    names = ["Elin Medarbetare", "Anna Ombud", "Maria Chef"]
    rows = [row_of(held, name) for name in names]
    start = Barrier(2)

    def leader(key: str) -> None:
        start.wait()
        for one in rows:
            with held.region.database.writing() as session:
                hour = locked(session, held.meeting_id)
                attendance.tick(session, hour, one, True, How.TICK, held.region.people[key], held.region.time())  # fmt: skip

    both_of_them = [Thread(target=leader, args=[key]) for key in ("manager", "rep")]
    for one in both_of_them:
        one.start()
    for one in both_of_them:
        one.join()
    with held.region.database.reading() as session:
        assert len(session.scalars(select(AttendanceChange)).all()) == 3
        assert len(session.scalars(select(Attendee).where(Attendee.took_part)).all()) == 3


def test_she_sees_what_is_stored_of_her(held: Held) -> None:
    tick(held, "Elin Medarbetare")
    end(held)
    with held.region.database.reading() as session:
        sections = {one.name: one.rows for one in stored(session, held.region.people["employee"])}
    assert [row["took_part"] for row in sections["meeting_attendee"]] == [True]
    assert [row["how"] for row in sections["meeting_attendance_change"]] == ["tick"]
