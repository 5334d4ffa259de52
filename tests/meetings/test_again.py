"""The hour is held again for another shift: 11 of 14, then two of the night shift, and the last one does it alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from course_builder.learning import completions
from course_builder.learning.completions import record_elsewhere
from course_builder.learning.models import Completion, Exemption, RequiredOf, Requirement, Source
from course_builder.learning.standings import standing_of
from course_builder.learning.verify import verify
from course_builder.meetings import absent, again, attendance, guests
from course_builder.meetings.again import Together
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.closing import close
from course_builder.meetings.models import AttendanceChange, Attendee, Leader, Meeting, Way
from course_builder.people.actors import actor_of
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Role
from course_builder.people.persons import add
from course_builder.people.refused import Refused
from course_builder.post.models import Letter
from tests.meetings.held import Held
from tests.web.region import SINCE, both

pytestmark = both
NIGHT = datetime(2026, 12, 17, 21, 0, tzinfo=UTC)
DUE = date(2027, 1, 15)
LINK = "https://kurs.exempel.se/learn/apt-barnkonventionen/"
NAMES = (
    "Amir Nilsson", "Berit Holm", "Diana Karlsson", "Elsa Sund", "Fatima Ali", "Jonas Wik", "Karin Lund", "Linus Ek",
    "Maria Oja", "Nils Tall", "Petra Gren", "Sara Lind", "Yusuf Musa", "Åke Öst",
)  # fmt: skip


def actor(held: Held, key: str = "manager") -> Actor:
    region = held.region
    with region.database.reading() as session:
        found = actor_of(session, region.accounts[key], region.time().date())
    assert found is not None
    return found


@pytest.fixture
def fourteen(held: Held) -> list[int]:
    """Fourteen of the clinic are awaited, and nobody else; their rows by name."""
    with held.region.database.writing() as session:
        for one in session.scalars(select(Attendee).where(Attendee.meeting_id == held.meeting_id)):
            session.delete(one)
        made = [add(session, name, f"p{number}@exempel.se") for number, name in enumerate(NAMES)]
        session.add_all(
            Appointment(
                person_id=one.id, unit_id=held.region.units["clinic"], role=Role.EMPLOYEE, starts=SINCE
            )
            for one in made
        )
        listed = [Attendee(meeting_id=held.meeting_id, person_id=one.id) for one in made]
        session.add_all(listed)
        session.flush()
        return [one.id for one in listed]


def hold(held: Held, meeting_id: int, there: list[int]) -> None:
    """So many are ticked, and it ends."""
    by, now = held.region.people["manager"], held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, meeting_id)
        for one in there:
            attendance.tick(session, hour, one, True, How.TICK, by, now)
        close(session, hour, now, by)


def once_more(held: Held) -> tuple[int, dict[str, int]]:
    """The hour of the night shift, and its rows by name."""
    with held.region.database.writing() as session:
        made = again.hold_again(session, locked(session, held.meeting_id), NIGHT, None, held.region.people["rep"], held.region.time())  # fmt: skip
        rows = session.scalars(select(Attendee).where(Attendee.meeting_id == made.id)).all()
        return made.id, {session.get_one(Person, one.person_id).name: one.id for one in rows}


def together(held: Held) -> Together:
    with held.region.database.reading() as session:
        return again.together(session, session.get_one(Meeting, held.meeting_id))


def people_who_count(held: Held) -> int:
    with held.region.database.reading() as session:
        assert list(verify(session)) == []
        return len(set(session.scalars(select(Completion.person_id).where(Completion.counts))))


def test_eleven_then_two_then_the_last_one(held: Held, fourteen: list[int]) -> None:
    hold(held, held.meeting_id, fourteen[:11])
    assert (together(held).present, together(held).left, people_who_count(held)) == (11, 3, 11)

    night, rows = once_more(held)
    assert sorted(rows) == ["Sara Lind", "Yusuf Musa", "Åke Öst"]
    with held.region.database.reading() as session:
        made = session.get_one(Meeting, night)
        first = session.get_one(Meeting, held.meeting_id)
        assert (made.series_id, made.release_id, made.plan, made.minutes) == (first.id, first.release_id, first.plan, first.minutes)  # fmt: skip
        assert made.leader_ids == first.leader_ids
    hold(held, night, [rows["Sara Lind"], rows["Yusuf Musa"]])
    found = together(held)
    assert ([many for _, many in found.each], found.present, found.left, people_who_count(held)) == ([11, 2], 13, 1, 13)  # fmt: skip

    now, last = held.region.time(), rows["Åke Öst"]
    with held.region.database.reading() as session:
        [left] = absent.those_left(session, session.get_one(Meeting, night), actor(held))
    assert (left.name, left.state, left.reach) == ("Åke Öst", "", "mail")
    with held.region.database.writing() as session:
        hour = locked(session, night)
        assert absent.ask(session, hour, actor(held), [left.id], DUE, LINK, now) == 1
        assert absent.ask(session, hour, actor(held), [left.id], DUE, LINK, now) == 0
    with held.region.database.writing() as session:
        absent.say_done(session, locked(session, night), actor(held), left.id, True, now)
    assert (together(held).present, together(held).afterwards, together(held).left) == (13, 1, 0)
    assert people_who_count(held) == 14
    with held.region.database.reading() as session:
        assert session.get_one(Attendee, last).completion_seq is None
        source = session.scalars(select(Completion.source).order_by(Completion.event_seq.desc())).first()
        assert source == "by_hand"


def test_who_was_at_both_counts_once(held: Held, fourteen: list[int]) -> None:
    hold(held, held.meeting_id, fourteen[:11])
    night, rows = once_more(held)
    by, now = held.region.people["manager"], held.region.time()
    with held.region.database.writing() as session:
        first = session.get_one(Attendee, fourteen[0]).person_id or 0
        hour = locked(session, night)
        guests.walk_in(session, hour, actor(held), first, "nyckel-1234", How.WALK_IN, now)
    hold(held, night, [rows["Sara Lind"]])
    assert ([many for _, many in together(held).each], together(held).present) == ([11, 2], 12)
    with held.region.database.reading() as session:
        made = completions.completions(session, first)
        assert [one.counts for one in made] == [True]
    with held.region.database.writing() as session:
        attendance.tick(session, locked(session, held.meeting_id), fourteen[0], False, How.TICK, by, now)
    assert people_who_count(held) == 12


def test_numbers_are_added_to_names(held: Held, fourteen: list[int]) -> None:
    hold(held, held.meeting_id, fourteen[:11])
    night, _ = once_more(held)
    with held.region.database.writing() as session:
        attendance.say_number(session, locked(session, night), 2)
    hold(held, night, [])
    assert (together(held).present, together(held).left) == (13, 3)


def test_held_again_before_the_first_is_refused(held: Held) -> None:
    with pytest.raises(Refused, match="later day"), held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        again.hold_again(session, hour, hour.starts - timedelta(days=2), None, None, held.region.time())


def test_asked_to_do_it_afterwards(held: Held, fourteen: list[int]) -> None:
    """A requirement of named people with a day, a letter to each, and it shows on the manager's page."""
    hold(held, held.meeting_id, fourteen[:12])
    now = held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        assert absent.ask(session, hour, actor(held, "rep"), fourteen[11:], DUE, LINK, now) == 2
    with held.region.database.reading() as session:
        [asked] = session.scalars(select(Requirement)).all()
        assert (asked.course_id, asked.due, asked.made_by_id) == (held.release.course_id, DUE, held.region.people["rep"])  # fmt: skip
        named = session.scalars(select(RequiredOf.person_id)).all()
        assert sorted(session.get_one(Person, one).name for one in named) == ["Yusuf Musa", "Åke Öst"]
        letters = session.scalars(select(Letter).order_by(Letter.id)).all()
        assert [one.purpose for one in letters] == ["afterwards", "afterwards"]
        assert "Ingen frågar varför du inte var med." in letters[0].body
        assert LINK not in letters[0].body  # she has no account
        [standing] = standing_of(session, named[0], now.date())
        assert (standing.state, standing.due) == ("not_started", DUE)
        sara = session.get_one(Attendee, fourteen[11]).person_id or 0
        assert [one.own_choice for one in standing_of(session, sara, now.date())] == [True]


def test_done_in_the_application_the_list_says_so(held: Held, fourteen: list[int]) -> None:
    hold(held, held.meeting_id, fourteen[:13])
    now, course = held.region.time(), held.release.course_id
    later = held.meeting().starts + timedelta(days=3)
    with held.region.database.writing() as session:
        absent.ask(session, locked(session, held.meeting_id), actor(held), fourteen[13:], DUE, LINK, now)
        who = session.get_one(Attendee, fourteen[13]).person_id or 0
        record_elsewhere(session, who, course, later.date(), None, Source.HERE, "i appen", None, later)
    with held.region.database.reading() as session:
        [left] = absent.those_left(session, session.get_one(Meeting, held.meeting_id), actor(held))
        assert (left.name, left.state, left.on) == ("Åke Öst", "done", later.date())
    assert (together(held).afterwards, together(held).left) == (1, 0)
    with held.region.database.writing() as session:
        made = again.hold_again(session, locked(session, held.meeting_id), NIGHT, None, None, now)
        assert session.scalars(select(Attendee).where(Attendee.meeting_id == made.id)).all() == []


def test_done_on_paper_is_taken_back_with_a_trace(held: Held, fourteen: list[int]) -> None:
    hold(held, held.meeting_id, fourteen[:13])
    now = held.region.time()
    for done in (True, True, False):
        with held.region.database.writing() as session:
            hour = locked(session, held.meeting_id)
            absent.say_done(session, hour, actor(held), fourteen[13], done, now)
    with held.region.database.reading() as session:
        rows = session.scalars(select(AttendanceChange).where(AttendanceChange.how == "afterwards"))
        assert [one.took_part for one in rows] == [True, False]
    assert people_who_count(held) == 13


def test_asked_no_longer(held: Held, fourteen: list[int]) -> None:
    hold(held, held.meeting_id, fourteen[:13])
    now = held.region.time()
    with held.region.database.writing() as session:
        hour = locked(session, held.meeting_id)
        absent.ask(session, hour, actor(held), fourteen[13:], DUE, LINK, now)
        absent.ask_no_longer(session, hour, actor(held), fourteen[13], now)
        absent.ask_no_longer(session, hour, actor(held), fourteen[13], now)
    with held.region.database.reading() as session:
        assert session.get_one(Attendee, fourteen[13]).afterwards is None
        assert [one.code for one in session.scalars(select(Exemption))] == ["decided"]


def test_nobody_is_asked_before_it_ends_or_for_a_day_that_was(held: Held, fourteen: list[int]) -> None:
    now = held.region.time()
    with pytest.raises(Refused, match="End the hour first"), held.region.database.writing() as session:
        absent.ask(session, locked(session, held.meeting_id), actor(held), fourteen, DUE, LINK, now)
    hold(held, held.meeting_id, fourteen[:13])
    with pytest.raises(Refused, match="has not passed"), held.region.database.writing() as session:
        absent.ask(
            session, locked(session, held.meeting_id), actor(held), fourteen, date(2026, 1, 1), LINK, now
        )


def test_a_requirement_of_the_course_is_met_by_having_been_there(held: Held, fourteen: list[int]) -> None:
    with held.region.database.writing() as session:
        session.add(
            Requirement(course_id=held.release.course_id, unit_id=held.region.units["clinic"], due=DUE, made=held.region.time())
        )  # fmt: skip
    hold(held, held.meeting_id, fourteen[:1])
    with held.region.database.reading() as session:
        who = session.get_one(Attendee, fourteen[0]).person_id or 0
        [standing] = standing_of(session, who, held.meeting().starts.date())
        assert (standing.state, standing.source, standing.release_id) == ("completed", "apt", held.release.id)


def test_a_leader_without_the_unit_sees_those_left_by_name(held: Held, fourteen: list[int]) -> None:
    """A guest leader from elsewhere: her list, and no more than her list."""
    with held.region.database.writing() as session:
        session.add(Leader(meeting_id=held.meeting_id, person_id=held.region.people["rep2"], part="ombud"))
    hold(held, held.meeting_id, fourteen[:13])
    with held.region.database.reading() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        assert [one.name for one in absent.those_left(session, hour, actor(held, "rep2"))] == ["Åke Öst"]
        assert hour.way == Way.NAMES
