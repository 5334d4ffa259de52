"""What a unit has agreed on, open and by year, when it is followed up, and the letters before."""

from datetime import date, timedelta

from course_builder.meetings import following, reminding
from course_builder.meetings.agreed import Wanted
from course_builder.meetings.models import AgreedAction, Leader, Outcome
from course_builder.paper.agreed import outcome_line
from course_builder.paper.follow_up import agenda_item
from course_builder.people.models import Appointment
from course_builder.post.models import Letter
from tests.meetings.agreed import ENDED, LATER, STOOL, agree, hold, mark
from tests.meetings.held import STARTS, Held, made
from tests.web.region import Region, both

AGAIN = date(2027, 4, 8)


def test_the_next_hour_of_the_unit_is_proposed_else_some_weeks(held: Held) -> None:
    clinic = held.region.units["clinic"]
    with held.region.database.reading() as session:
        assert following.next_date(session, clinic, STARTS.date() - timedelta(days=3)) == STARTS.date()
        assert following.next_date(session, clinic, STARTS.date()) == STARTS.date() + timedelta(weeks=8)


@both
def test_what_is_open_and_what_became_of_the_rest_by_year(region: Region) -> None:
    held = made(region)
    carried = mark(held, agree(held), Outcome.CARRIED_ON, "Beställd", later=AGAIN)
    mark(held, agree(held, Wanted("Namnet först", "Alla"), "namnet-1"), Outcome.DONE, "Barnen märker det")
    with region.database.reading() as session:
        found = following.of_unit(session, region.units["clinic"])
    assert [(one.now.id, one.now.follow_up, len(one.earlier)) for one in found.open] == [(carried, AGAIN, 1)]
    assert [(year, [one.now.what for one in threads]) for year, threads in found.years] == [
        (2027, ["Namnet först"])
    ]


@both
def test_a_year_tells_what_became_of_what_was_agreed_in_it(region: Region) -> None:
    """Agreed in 2026 and done in 2027: on the page of 2026 too, with the day, as that page is written in January."""
    held = made(region)
    carried = mark(held, agree(held), Outcome.CARRIED_ON, "Beställd", later=AGAIN)
    mark(held, carried, Outcome.DONE, "Två barn når själva", today=AGAIN)
    with region.database.reading() as session:
        told = {
            year: [
                following.told(one, year) for one in following.in_year(session, region.units["clinic"], year)
            ]
            for year in (2025, 2026, 2027, 2028)
        }
    came = ("Beställd", "Två barn når själva")
    assert [(one.outcome, one.came_of_it, one.decided) for one in told[2026]] == [("done", came, AGAIN)]
    assert [(one.outcome, one.came_of_it, one.decided) for one in told[2027]] == [("done", came, None)]
    assert told[2025] == told[2028] == []
    assert outcome_line(told[2026][0], "sv").startswith(
        "- En pall till vågrummet. Klar 8 april 2027. Vad det ledde till: Beställd."
    )


def test_the_five_minute_item_can_be_pasted_into_an_agenda(held: Held) -> None:
    agree(held)
    with held.region.database.reading() as session:
        found = following.of_unit(session, held.region.units["clinic"])
        text = agenda_item([following.told(one) for one in found.open], "sv")
    assert text == (
        "Uppföljning: barnrätt hos oss (5 minuter, dialog)\n"
        "Leds av chef och ombud. Vi går igenom det vi kom överens om:\n"
        "- En pall till vågrummet. Ansvarig: Receptionen. Följs upp 4 februari 2027. "
        "Så märker ett barn det: Barnet kliver upp själv.\n"
        "Fråga om varje åtgärd: Vad har vi gjort? Har något barn märkt det? "
        "Är den klar, fortsätter den eller avslutas den utan åtgärd?\n"
    )
    assert "no open actions" in agenda_item([], "en")


def reminded(held: Held, today: date) -> list[tuple[str, str]]:
    """Who is written to on that morning."""
    now = ENDED.replace(year=today.year, month=today.month, day=today.day)
    with held.region.database.writing() as session:
        reminding.remind(
            session, reminding.due(session, today), lambda unit_id: f"https://x.se/{unit_id}", now
        )
    with held.region.database.reading() as session:
        found = [
            (one.to, one.body) for one in session.query(Letter).order_by(Letter.to) if one.written == now
        ]
    return found


@both
def test_a_week_before_the_leaders_are_told_once(region: Region) -> None:
    held = made(region)
    agree(held)
    agree(held, Wanted("Namnet först", "Alla", LATER), "namnet-1")
    agree(held, Wanted("Utan datum", "Alla"), "utan-1")
    assert reminded(held, LATER - timedelta(days=8)) == []
    letters = reminded(held, LATER - timedelta(days=7))
    assert [to for to, _ in letters] == ["anna.ombud@exempel.se", "maria.chef@exempel.se"]
    assert "- En pall till vågrummet (4 februari 2027)\n- Namnet först (4 februari 2027)\n" in letters[0][1]
    assert "Utan datum" not in letters[0][1]
    assert reminded(held, LATER - timedelta(days=6)) == []
    with region.database.reading() as session:
        assert {one.reminded_for for one in session.query(AgreedAction)} == {LATER, None}


@both
def test_a_new_date_is_told_of_again_and_what_is_marked_is_not(region: Region) -> None:
    held = made(region)
    first = agree(held)
    assert len(reminded(held, LATER)) == 2
    mark(held, first, Outcome.CARRIED_ON, "Beställd", later=AGAIN)
    mark(held, agree(held, Wanted("Namnet först", "Alla", AGAIN), "namnet-1"), Outcome.DONE)
    letters = reminded(held, AGAIN - timedelta(days=1))
    assert len(letters) == 2
    assert "En pall" in letters[0][1]
    assert "Namnet först" not in letters[0][1]


def test_where_the_leaders_have_left_the_manager_is_told(held: Held) -> None:
    agree(held)
    region = held.region
    with region.database.writing() as session:
        session.query(Leader).filter_by(person_id=region.people["manager"]).delete()
        for one in session.query(Appointment).filter_by(person_id=region.people["rep"]):
            one.ends = LATER - timedelta(days=30)
    assert [to for to, _ in reminded(held, LATER)] == ["maria.chef@exempel.se"]


def test_a_date_that_has_gone_by_makes_no_letter(held: Held) -> None:
    hold(held)
    agree(held, STOOL)
    assert reminded(held, LATER + timedelta(days=1)) == []
