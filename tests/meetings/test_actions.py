"""Agreed actions: written once, marked, carried on with their history, and taken back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.meetings import actions
from course_builder.meetings.actions import Mark, open_actions, threads
from course_builder.meetings.agreed import Wanted, names_somebody
from course_builder.meetings.models import AgreedAction, Meeting, Outcome
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from tests.meetings.held import Held, made
from tests.web.region import HIDDEN, MONDAY, Region, both

TODAY = MONDAY.date()
LATER = TODAY + timedelta(weeks=8)
STOOL = Wanted("En pall till vågrummet", "Receptionen", LATER, "Barnet kliver upp själv")


def agree(held: Held, wanted: Wanted = STOOL, key: str = "pallen-1") -> int:
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        return actions.put(session, hour, key, wanted, TODAY, held.region.people["manager"]).id


def mark(held: Held, action_id: int, made: Mark, today: date = LATER) -> int:
    with held.region.database.writing() as session:
        kept = session.get_one(AgreedAction, action_id)
        return actions.mark(session, kept, made, today, held.region.people["rep"]).id


def whats(session: Session, held: Held) -> list[tuple[str, date | None]]:
    return [(one.what, one.follow_up) for one in open_actions(session, held.region.units["clinic"])]


@both
def test_sent_twice_it_is_one_and_sent_again_it_is_changed(region: Region) -> None:
    held = made(region)
    assert agree(held) == agree(held)
    agree(held, Wanted("Två pallar", "Chef och ombud", None, ""))
    with region.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AgreedAction)) == 1
        assert whats(session, held) == [("Två pallar", None)]


@both
def test_what_is_carried_on_stays_open_with_a_new_date_and_its_history(region: Region) -> None:
    held = made(region)
    again = LATER + timedelta(weeks=8)
    carried = mark(held, agree(held), Mark(Outcome.CARRIED_ON, "Pallen är beställd", again))
    with region.database.reading() as session:
        assert whats(session, held) == [("En pall till vågrummet", again)]
    mark(held, carried, Mark(Outcome.DONE, "Två barn sa att de nådde själva"), again)
    with region.database.reading() as session:
        assert whats(session, held) == []
        [thread] = threads(list(session.scalars(select(AgreedAction).order_by(AgreedAction.id))))
        assert [(one.outcome, one.came_of_it, one.decided) for one in thread.steps] == [
            ("carried-on", "Pallen är beställd", LATER),
            ("done", "Två barn sa att de nådde själva", again),
        ]


@both
def test_marked_twice_alike_it_is_one_mark(region: Region) -> None:
    held = made(region)
    first = agree(held)
    once = Mark(Outcome.CARRIED_ON, "Beställd", LATER + timedelta(days=7))
    assert mark(held, first, once) == mark(held, first, once)
    with pytest.raises(Refused, match="marked the action already"):
        mark(held, first, Mark(Outcome.DONE))


def test_a_mark_is_taken_back_and_what_continued_it_with_it(held: Held) -> None:
    first = agree(held)
    second = mark(held, first, Mark(Outcome.CARRIED_ON, "Beställd", LATER + timedelta(days=7)))
    mark(held, second, Mark(Outcome.CLOSED))
    with held.region.database.writing() as session:
        with pytest.raises(Refused, match="marked again later"):
            actions.unmark(session, session.get_one(AgreedAction, first))
        actions.unmark(session, session.get_one(AgreedAction, second))
        actions.unmark(session, session.get_one(AgreedAction, first))
        assert whats(session, held) == [("En pall till vågrummet", LATER)]
        assert session.get_one(AgreedAction, first).came_of_it == ""


def test_carried_on_needs_a_day_to_come(held: Held) -> None:
    with pytest.raises(Refused, match="new follow-up date"):
        mark(held, agree(held), Mark(Outcome.CARRIED_ON, "", LATER))


def test_taken_away_by_mistake_it_is_put_back_by_its_key(held: Held) -> None:
    first = agree(held)
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        actions.remove(session, hour, "pallen-1")
        actions.remove(session, hour, "pallen-1")
        assert whats(session, held) == []
    mark(held, agree(held), Mark(Outcome.DONE))
    with held.region.database.writing() as session, pytest.raises(Refused, match="stays in the history"):
        actions.remove(session, session.get_one(Meeting, held.meeting_id), "pallen-1")
    assert first


def test_what_has_been_marked_keeps_its_words(held: Held) -> None:
    mark(held, agree(held), Mark(Outcome.DONE))
    assert agree(held)
    with pytest.raises(Refused, match="Undo the mark first"):
        agree(held, Wanted("Något annat", "Receptionen"))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted("", "Receptionen"), "what you are going to do"),
        (Wanted("En pall", "  "), "which function"),
        (Wanted("En pall till 19121212-1212", "Receptionen"), "personnummer"),
        (Wanted("En pall", "811218-9876"), "personnummer"),
        (Wanted("En pall", "Receptionen", None, "Barnet 20121212-1212 ser det"), "personnummer"),
        (Wanted("x" * 401, "Receptionen"), "at most 400"),
    ],
)
def test_what_cannot_be_an_action_is_refused_with_the_way_out(held: Held, wanted: Wanted, said: str) -> None:
    with pytest.raises(Refused, match=said):
        agree(held, wanted)


def test_a_key_of_another_hour_changes_nothing_there(held: Held) -> None:
    agree(held)
    other = made(held.region, held.meeting().starts + timedelta(days=30))
    with pytest.raises(Refused, match="another APT hour"):
        agree(other, Wanted("Stulen", "Ingen"))


@pytest.mark.parametrize(
    ("responsible", "named"),
    [
        ("Receptionen", False),
        ("Chef och ombud", False),
        ("Maria", True),
        ("Elin Medarbetare", True),
        ("Medarbetare, Elin", True),
        ("Alla medarbetare", False),
        ("Karl", False),
        (HIDDEN, False),
    ],
)
def test_a_name_of_the_unit_is_seen_but_never_a_protected_one(
    held: Held, responsible: str, named: bool
) -> None:
    """Karl works elsewhere. Of Sigrid, who is protected, the answer would tell that she is here."""
    with held.region.database.reading() as session:
        unit = session.get_one(Unit, held.region.units["clinic"])
        assert names_somebody(session, unit, responsible, TODAY) is named
