"""An hour is planned, changed and undone; two who change at once lose nothing."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from course_builder.content.shortening import Cut, shorten
from course_builder.content.steps import planned, rows, steps
from course_builder.meetings import plans, replanning
from course_builder.meetings.actions import put as agree
from course_builder.meetings.again import hold_again
from course_builder.meetings.agreed import Wanted
from course_builder.meetings.choices import choices, chosen, left_out
from course_builder.meetings.closing import close
from course_builder.meetings.hours import call_back, cancel, hours, state
from course_builder.meetings.leading import lead
from course_builder.meetings.models import Attendee, Leader, Meeting, Part, Planned
from course_builder.meetings.planning import Expected, plan_hour
from course_builder.meetings.plans import Work
from course_builder.meetings.standing_first import stand_first
from course_builder.people.refused import Refused
from tests.meetings.held import OTHERS, STARTS, Held, made
from tests.web.region import MONDAY, SINCE, Region, both

CORNERS, CHECK_IN, OURS = "wbcj", "vxdm", "twqm"


def change(held: Held, work: Work, key: str = "manager") -> Meeting:
    with held.region.database.writing() as session:
        replanning.change(session, held.meeting_id, work, held.region.people[key], MONDAY)
    return held.meeting()


def go(held: Held, way: str, revision: int) -> Meeting:
    with held.region.database.writing() as session:
        getattr(replanning, way)(session, held.meeting_id, revision, held.region.people["rep"], MONDAY)
    return held.meeting()


def minutes(meeting: Meeting, step: str) -> int:
    return next(int(row["minutes"]) for row in meeting.plan if row["id"] == step)


def order(meeting: Meeting) -> list[str]:
    return [row["id"] for row in meeting.plan]


def agreed(session: Session, meeting: Meeting, key: str = "a1") -> None:
    agree(session, meeting, key, Wanted("Låna ut en pall", "Receptionen", date(2027, 2, 1)), SINCE, meeting.leaders[0].person_id)  # fmt: skip


@both
def test_an_hour_is_planned_with_its_leaders_and_those_awaited(region: Region) -> None:
    held = made(region)
    meeting = held.meeting()
    assert (meeting.starts, meeting.minutes, meeting.title) == (
        STARTS,
        60,
        "Barnkonventionen och vårt uppdrag",
    )
    with region.database.reading() as session:
        leaders = {one.person_id: one.part for one in session.query(Leader)}
        awaited = {one.person_id or one.name for one in session.query(Attendee)}
    people = region.people
    assert leaders == {people["manager"]: "chef", people["rep"]: "ombud"}
    assert awaited == {people["employee"], people["rep"], people["manager"], *OTHERS}


def test_an_hour_that_nobody_leads_or_with_nothing_in_it_is_refused(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        release, unit_id, plan = held.release, region.units["clinic"], rows(steps(held.course, 15))
        for wrong_plan, leaders in ((plan, {}), ([], {region.people["rep"]: Part.REP})):
            with pytest.raises(Refused):
                plan_hour(session, unit_id, release, STARTS, wrong_plan, leaders, Expected(), None, MONDAY)
        with pytest.raises(Refused, match="Choose at least one"):
            lead(session, session.get_one(Meeting, held.meeting_id), {})


@both
def test_minutes_are_typed_and_what_another_typed_meanwhile_is_not_written_over(region: Region) -> None:
    held = made(region)
    assert minutes(change(held, plans.with_minutes(CORNERS, 8, was=5)), CORNERS) == 8
    with pytest.raises(Refused) as told:
        change(held, plans.with_minutes(CORNERS, 3, was=5), "rep")
    assert (
        told.value.sv
        == "Någon annan har satt punkten till 8 min medan du skrev 3. Skriv 3 igen om det ska gälla."
    )
    assert minutes(held.meeting(), CORNERS) == 8
    both_same = change(held, plans.with_minutes(CORNERS, 8, was=5), "rep")
    assert both_same.plan_revision == 2  # the same again is no change
    for wrong in (0, 241):
        with pytest.raises(Refused):
            change(held, plans.with_minutes(CORNERS, wrong))


@both
def test_two_who_change_different_items_at_once_both_have_their_way(region: Region) -> None:
    held = made(region)
    change(held, plans.with_minutes(CORNERS, 8, was=5), "manager")
    meeting = change(held, plans.with_minutes(CHECK_IN, 2, was=4), "rep")
    meeting = change(held, plans.without("wszz"), "manager")
    assert (minutes(meeting, CORNERS), minutes(meeting, CHECK_IN)) == (8, 2)
    with pytest.raises(Refused, match="Somebody else has removed the item"):
        change(held, plans.with_minutes("wszz", 2, was=3), "rep")


def test_an_item_is_moved_removed_and_put_back(region: Region) -> None:
    held = made(region)
    before = order(held.meeting())
    assert order(change(held, plans.moved(before[2], -1)))[:3] == [before[0], before[2], before[1]]
    assert order(change(held, plans.put_at(before[2], 3))) == before
    assert order(change(held, plans.moved(before[0], -1))) == before
    assert order(change(held, plans.moved(before[0], 99)))[-1] == before[0]
    meeting = change(held, plans.without(CORNERS))
    assert CORNERS not in order(meeting)
    (gone,) = (row for row in left_out(held.course, meeting.plan) if row["id"] == CORNERS)
    assert change(held, plans.added(gone)).plan[-2] == gone  # what closes an hour stays last


def test_a_longer_version_of_a_film_makes_its_item_longer() -> None:
    film = [{"id": "a.film", "minutes": 5}, {"id": "b", "minutes": 3}]
    assert plans.longer({"a.film": 2})(film) == [{"id": "a.film", "minutes": 7}, {"id": "b", "minutes": 3}]
    assert plans.longer({"a.film": -9})(film)[0] == {"id": "a.film", "minutes": 1}


def test_the_last_item_stays(region: Region) -> None:
    with pytest.raises(Refused):
        plans.without("a")([{"id": "a", "minutes": 5}])


def test_an_own_item_has_a_title_and_no_personnummer() -> None:
    row = plans.own_row("abcd", "  Nya  rutinen ", 5, "helgrupp", "ombud", "Läs upp den.")
    assert row == {
        "id": "own-abcd", "minutes": 5, "kind": "own", "title": "Nya rutinen", "form": "helgrupp", "lead": "ombud",
        "text": "Läs upp den.", "keep": False,
    }  # fmt: skip
    for title, text in (("", ""), ("Pelle 121212-1212", ""), ("Fall", "121212-1212")):
        with pytest.raises(Refused):
            plans.own_row("abcd", title, 5, "helgrupp", "chef", text)


def test_an_own_item_is_a_step_like_the_others_and_survives_another_ready_plan(region: Region) -> None:
    held = made(region)
    change(held, plans.added(plans.own_row("abcd", "Nya rutinen", 5, "helgrupp", "ombud", "Läs upp.")))
    meeting = change(held, plans.replaced(rows(steps(held.course, 30))))
    assert order(meeting)[-2] == "own-abcd"
    own = planned(held.course, meeting.plan)[-2]
    assert (own.kind, own.title, own.minutes, own.lead, own.text) == (
        "own",
        "Nya rutinen",
        5,
        "ombud",
        "Läs upp.",
    )


def test_what_does_not_fit_is_cut_by_one_press(region: Region) -> None:
    held = made(region)
    meeting = change(held, plans.with_minutes(CORNERS, 8, was=5))
    found = shorten(planned(held.course, meeting.plan), meeting.minutes)
    assert found.cuts == (Cut(CORNERS, 5),)
    assert plans.total(change(held, plans.cut(found.cuts)).plan) == 60
    assert OURS in order(change(held, plans.cut([Cut(CHECK_IN, 0)])))
    assert CHECK_IN not in order(held.meeting())


@both
def test_changes_are_undone_and_done_again_one_by_one(region: Region) -> None:
    held = made(region)
    first = order(held.meeting())
    change(held, plans.without(CORNERS))
    meeting = change(held, plans.without(CHECK_IN), "rep")
    meeting = go(held, "undo", meeting.plan_revision)
    assert set(first) - set(order(meeting)) == {CORNERS}
    meeting = go(held, "undo", meeting.plan_revision)
    assert order(meeting) == first
    assert go(held, "undo", meeting.plan_revision).plan_revision == meeting.plan_revision  # nothing before
    meeting = go(held, "redo", meeting.plan_revision)
    assert set(first) - set(order(meeting)) == {CORNERS}
    meeting = go(held, "redo", meeting.plan_revision)
    assert set(first) - set(order(meeting)) == {CORNERS, CHECK_IN}
    assert go(held, "redo", meeting.plan_revision).plan_revision == meeting.plan_revision


@both
def test_nothing_is_undone_that_she_has_not_seen(region: Region) -> None:
    held = made(region)
    seen = change(held, plans.without(CORNERS)).plan_revision
    change(held, plans.without(CHECK_IN), "rep")
    with pytest.raises(Refused) as told:
        go(held, "undo", seen)
    assert told.value.sv.startswith("Någon annan har ändrat planen sedan dess.")
    assert CHECK_IN not in order(held.meeting())


def test_a_new_change_after_an_undo_is_what_is_done_again_no_more(region: Region) -> None:
    held = made(region)
    revision = change(held, plans.without(CORNERS)).plan_revision
    go(held, "undo", revision)
    meeting = change(held, plans.without(CHECK_IN))
    again = go(held, "redo", meeting.plan_revision)
    assert (again.plan_revision, CORNERS in order(again)) == (meeting.plan_revision, True)


def test_another_time_is_undone_like_any_change(region: Region) -> None:
    held = made(region)
    later = STARTS + timedelta(days=7)
    with region.database.writing() as session:
        moved = replanning.reschedule(session, held.meeting_id, later, 45, region.people["rep"], MONDAY)
        revision = moved.plan_revision
    assert (held.meeting().starts, held.meeting().minutes) == (later, 45)
    back = go(held, "undo", revision)
    assert (back.starts, back.minutes, back.plan_revision) == (STARTS, 60, 3)


@both
def test_another_place_is_undone_and_done_again(region: Region) -> None:
    held = made(region)
    by = region.people["rep"]
    with region.database.writing() as session:
        there = replanning.reschedule(
            session, held.meeting_id, STARTS, 60, by, MONDAY, " Matsalen,\nplan\u00a03 "
        )
        assert (there.place, there.plan_revision) == ("Matsalen, plan 3", 2)
        same = replanning.reschedule(session, held.meeting_id, STARTS, 60, by, MONDAY, "Matsalen, plan 3")
        assert same.plan_revision == 2
        assert (
            replanning.reschedule(session, held.meeting_id, STARTS, 45, by, MONDAY).place
            == "Matsalen, plan 3"
        )
    change(held, plans.without(CORNERS))
    for way, revision, place in (("undo", 4, "Matsalen, plan 3"), ("undo", 5, "Matsalen, plan 3"), ("undo", 6, ""), ("redo", 7, "Matsalen, plan 3")):  # fmt: skip
        assert go(held, way, revision).place == place, (way, revision)


@pytest.mark.parametrize(("place", "why"), [("x" * 201, "shorter"), ("Hos 121212-1212", "personnummer")])
def test_what_is_no_place_is_refused(region: Region, place: str, why: str) -> None:
    held = made(region)
    with region.database.writing() as session, pytest.raises(Refused, match=why):
        replanning.reschedule(session, held.meeting_id, STARTS, 60, region.people["rep"], MONDAY, place)
    assert held.meeting().place == ""


def test_an_hour_that_has_begun_or_is_called_off_keeps_its_plan(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        cancel(session, held.meeting_id, MONDAY)
    with pytest.raises(Refused, match="cancelled"):
        change(held, plans.without(CORNERS))
    with region.database.writing() as session:
        call_back(session, held.meeting_id).began = MONDAY
    with pytest.raises(Refused, match="has begun"):
        change(held, plans.without(CORNERS))
    with region.database.writing() as session, pytest.raises(Refused):
        cancel(session, held.meeting_id, MONDAY)


@both
def test_who_changed_the_plan_is_forgotten_when_the_hour_is_over(region: Region) -> None:
    held = made(region)
    change(held, plans.without(CORNERS))
    with region.database.writing() as session:
        close(session, session.get_one(Meeting, held.meeting_id), STARTS, region.people["rep"])
        assert session.query(Planned).count() == 0
        assert not replanning.can_undo(session, session.get_one(Meeting, held.meeting_id))


def test_an_hour_that_is_held_again_is_changed_and_undone_like_any_other(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        first = session.get_one(Meeting, held.meeting_id)
        held.meeting_id = hold_again(
            session, first, STARTS + timedelta(days=1), None, region.people["rep"], MONDAY
        ).id
    before = order(held.meeting())
    revision = change(held, plans.without(CORNERS)).plan_revision
    assert order(go(held, "undo", revision)) == before


@both
def test_what_is_open_from_last_time_stands_first_by_itself(region: Region) -> None:
    held = made(region)
    with region.database.writing() as session:
        agreed(session, session.get_one(Meeting, held.meeting_id))
    later = made(region, STARTS + timedelta(days=30)).meeting()
    assert later.plan[0] == {"id": "actions", "minutes": 3}
    assert plans.total(later.plan) == 63
    assert order(held.meeting())[0] != "actions"


@both
def test_what_is_agreed_afterwards_comes_first_in_what_is_planned_already(region: Region) -> None:
    held, later = made(region), made(region, STARTS + timedelta(days=30))
    for key in ("a1", "a2"):
        with region.database.writing() as session:
            meeting = session.get_one(Meeting, held.meeting_id)
            agreed(session, meeting, key)
            stand_first(session, meeting, region.people["rep"], MONDAY)
    assert (order(later.meeting())[0], later.meeting().plan_revision) == ("actions", 2)
    assert order(held.meeting())[0] != "actions"


@both
def test_ready_plans_and_film_discussions_to_choose_among(region: Region) -> None:
    held = made(region)
    with region.database.reading() as session:
        found = choices(session, MONDAY.date())
        (ready,), talk = found.ready, found.talks[0]
        assert (ready.release_id, ready.lengths) == (held.release.id, (5, 15, 30, 45, 60))
        assert (talk.talk_id, talk.release_id, talk.film) == ("vantrummet", held.release.id, 5)
        for minutes in ready.lengths:
            assert plans.total(chosen(session, ready.release_id, "", minutes, MONDAY.date()).rows) == minutes
        for minutes in talk.lengths:
            assert (
                plans.total(chosen(session, talk.release_id, talk.talk_id, minutes, MONDAY.date()).rows)
                == minutes
            )
        for wrong in ((ready.release_id, "", 20), (ready.release_id, "annat", 30), (999, "", 30)):
            with pytest.raises(LookupError):
                chosen(session, *wrong, MONDAY.date())


@both
def test_the_hours_of_a_unit_by_what_they_are(region: Region) -> None:
    held, other = made(region), made(region, STARTS + timedelta(days=30))
    ids, rep = [region.units["clinic"]], region.people["rep"]
    with region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).ended = STARTS
        found = hours(session, ids, rep, STARTS)
        assert ([one.id for one in found.held], [one.id for one in found.coming]) == (
            [held.meeting_id],
            [other.meeting_id],
        )
        assert hours(session, [region.units["centre"]], region.people["rep2"], STARTS).any is False
        assert len(hours(session, [], rep, STARTS).held) == 1  # she leads it
        late = session.get_one(Meeting, other.meeting_id)
        assert state(late, late.starts + timedelta(minutes=61)) == "unsaid"
