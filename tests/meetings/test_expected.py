"""Who is awaited: the unit's people, pasted names, and never anybody who is hidden."""

import pytest
from sqlalchemy.orm import Session

from course_builder.meetings import expected
from course_builder.meetings.models import Attendee, Meeting
from course_builder.meetings.proposed import proposed
from course_builder.people.actors import actor_of
from course_builder.people.may import Actor
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from tests.meetings.held import OTHERS, Held, made
from tests.web.region import HIDDEN, MONDAY, Region, both

TODAY = MONDAY.date()


def actor(session: Session, region: Region, key: str) -> Actor:
    return actor_of(session, region.accounts[key], TODAY)


def unit(session: Session, region: Region) -> Unit:
    return session.get_one(Unit, region.units["clinic"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elin Medarbetare\nGun Gäst\n", ["Elin Medarbetare", "Gun Gäst"]),
        ("- Elin Medarbetare;\r\n  • Gun  Gäst ;", ["Elin Medarbetare", "Gun Gäst"]),
        ("Elin Medarbetare, Gun Gäst, Gun Gäst", ["Elin Medarbetare", "Gun Gäst"]),
        ("Medarbetare, Elin", ["Medarbetare, Elin"]),
        ("Medarbetare, Elin\nGäst, Gun", ["Medarbetare, Elin", "Gäst, Gun"]),
        ("Medarbetare\tElin\n\n12\n", ["Medarbetare Elin"]),
        ("", []),
    ],
)
def test_a_pasted_list_of_names(text: str, names: list[str]) -> None:
    assert expected.pasted(text) == names


def test_a_list_with_a_personnummer_is_refused() -> None:
    with pytest.raises(Refused):
        expected.pasted("Elin Medarbetare 19121212-1212")


@both
def test_names_of_the_unit_are_recognised_and_others_stand_as_they_are(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        ours = expected.of_unit(session, unit(session, region), TODAY, actor(session, region, "manager"))
        assert [one.name for one in ours] == ["Anna Ombud", "Elin Medarbetare", "Maria Chef"]
        found, others = expected.matched(["medarbetare, ELIN", "Gun Gäst", HIDDEN], ours)
        assert ([one.name for one in found], others) == (["Elin Medarbetare"], ["Gun Gäst", HIDDEN])
        meeting = session.get_one(Meeting, held.meeting_id)
        assert (
            expected.put(session, meeting, found, [*others, OTHERS[0].upper()]) == 2
        )  # Elin and Nils are there already
        assert expected.how_many(session, meeting) == 7


@both
def test_a_protected_person_is_on_no_list_but_her_guardians(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        session.add(Attendee(meeting_id=held.meeting_id, person_id=region.people["hidden"]))
        meeting = session.get_one(Meeting, held.meeting_id)
        for key, seen in (("manager", False), ("rep", False), ("coordinator", False), ("admin", True)):
            reader = actor(session, region, key)
            assert (HIDDEN in [one.name for one in expected.listed(session, meeting, reader)]) is seen
            assert (
                HIDDEN
                in [one.name for one in expected.of_unit(session, unit(session, region), TODAY, reader)]
            ) is seen
            assert (
                HIDDEN
                in [one.name for one in proposed(session, unit(session, region), TODAY, reader).everybody]
            ) is seen


def attendee(session: Session, held: Held, name: str) -> Attendee:
    return session.query(Attendee).filter_by(meeting_id=held.meeting_id, name=name).one()


def test_who_was_there_is_not_taken_off(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        meeting = session.get_one(Meeting, held.meeting_id)
        there, gone = attendee(session, held, OTHERS[0]), attendee(session, held, OTHERS[1])
        there.took_part = True
        assert expected.take_off(session, meeting, there.id) is None
        taken = expected.take_off(session, meeting, gone.id)
        assert taken is not None
        expected.put_back(session, meeting, None, OTHERS[1], actor(session, region, "manager"))
        assert attendee(session, held, OTHERS[1]).took_part is False


def test_nobody_is_put_back_whom_the_reader_may_not_see_or_who_works_elsewhere(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        meeting = session.get_one(Meeting, held.meeting_id)
        before = expected.how_many(session, meeting)
        for key in ("hidden", "employee2"):
            expected.put_back(session, meeting, region.people[key], "", actor(session, region, "manager"))
        assert expected.how_many(session, meeting) == before


@both
def test_the_manager_and_the_representative_are_proposed_as_leaders(region: Region) -> None:
    with region.database.reading() as session:
        found = proposed(session, unit(session, region), TODAY, actor(session, region, "rep"))
        assert (found.manager, found.rep) == (region.people["manager"], region.people["rep"])
        south = session.get_one(Unit, region.units["emergency"])
        alone = proposed(session, south, TODAY, actor(session, region, "coordinator"))
        assert (alone.manager, alone.rep) == (None, None)
        assert [one.name for one in alone.everybody] == ["Karin Samordnare"]
