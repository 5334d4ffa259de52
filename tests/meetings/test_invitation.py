"""What is sent before an hour: two minutes of reading, every item with its minutes and form, a calendar file that moves."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from course_builder.content.models.film import Rights
from course_builder.content.problems import Language
from course_builder.content.steps import of_talk, ready_plans, steps
from course_builder.meetings.board import board
from course_builder.meetings.calendar import Event, as_ics
from course_builder.meetings.films import films
from course_builder.meetings.invitation import Facts, agenda, invitation, when, when_to_send
from tests.meetings.held import STARTS, gathered

COURSE = gathered(date(2026, 11, 23)).course
FACTS = Facts(
    "Barnkonventionen och vårt uppdrag", "Barnkliniken", STARTS, 60, (("Maria Chef", "chef"), ("Anna Ombud", "ombud")),
    ombud="barnrättsombud",
)  # fmt: skip
WORDS_IN_TWO_MINUTES = 400


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("minutes", ready_plans(COURSE))
def test_two_minutes_of_reading_at_most(minutes: int, language: Language) -> None:
    for write in (invitation, agenda):
        text = write(FACTS, COURSE, steps(COURSE, minutes), language).text
        assert 30 < len(text.split()) < WORDS_IN_TWO_MINUTES


def test_the_invitation_says_when_and_that_nobody_needs_to_prepare() -> None:
    text = invitation(FACTS, COURSE, steps(COURSE, 60), "sv").text
    assert "När: Torsdag 10 december 2026, 14.00–15.00\nEnhet: Barnkliniken" in text
    assert "Leds av: Maria Chef (chef) och Anna Ombud (barnrättsombud)" in text
    assert "Du behöver inte förbereda dig." in text
    assert "Innehåll som kan kännas: Filmen visar ett barn" in text


def test_the_agenda_has_every_item_with_its_minutes_its_form_and_who_leads() -> None:
    plan = steps(COURSE, 60)
    found = agenda(FACTS, COURSE, plan, "sv")
    assert [(line.title, line.minutes) for line in found.lines] == [
        (step.title, step.minutes) for step in plan
    ]
    assert (found.lines[0].at, found.lines[0].how) == ("14.00", "Helgrupp, leds av chef")
    assert (found.lines[1].at, found.lines[1].how) == ("14.03", "Helgrupp, leds av barnrättsombud")
    assert all(line.how for line in found.lines)
    assert "14.03  Varför gör vi det här? (5 min)\n       Helgrupp, leds av barnrättsombud" in found.text
    assert agenda(FACTS, COURSE, plan, "en").lines[0].how == "Everybody, led by the manager"


def test_what_was_agreed_last_time_stands_first_in_the_agenda() -> None:
    facts = Facts("x", "y", STARTS, 60, (), ("Låna ut en pall.", "byt skylten"))
    assert agenda(facts, COURSE, steps(COURSE, 5), "sv").paragraphs == [
        "Vi börjar med det vi kom överens om sist: Låna ut en pall; byt skylten."
    ]


def test_when_it_is_time() -> None:
    assert when_to_send("invitation", STARTS) == date(2026, 11, 26)
    assert when_to_send("agenda", STARTS) == date(2026, 12, 3)
    late = datetime(2026, 12, 10, 23, 30, tzinfo=UTC)  # the next day in Sweden
    assert when_to_send("agenda", late) == date(2026, 12, 4)
    assert when(late, 30, "en") == "Friday 11 December 2026, 00:30–01:00"


def test_the_calendar_file_is_in_swedish_time_and_replaces_itself() -> None:
    event = Event("apt-7@exempel.se", 3, STARTS, 60, "APT: Barn, rätt", "Rad ett\nRad två")
    lines = as_ics(event, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    for wanted in (
        "METHOD:PUBLISH", "TZID:Europe/Stockholm", "UID:apt-7@exempel.se", "SEQUENCE:3", "STATUS:CONFIRMED",
        "DTSTART;TZID=Europe/Stockholm:20261210T140000", "DTEND;TZID=Europe/Stockholm:20261210T150000",
        "SUMMARY:APT: Barn\\, rätt", "DESCRIPTION:Rad ett\\nRad två", "DTSTAMP:20261123T080000Z",
    ):  # fmt: skip
        assert wanted in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    summer = Event("a@b", 0, datetime(2027, 6, 3, 12, 0, tzinfo=UTC), 30, "x", "")
    assert "DTSTART;TZID=Europe/Stockholm:20270603T140000" in as_ics(summer, STARTS).decode()


@pytest.mark.parametrize(("language", "name"), [("sv", "Var"), ("en", "Where")])
def test_where_it_is_stands_after_when_in_what_is_sent(language: Language, name: str) -> None:
    somewhere = replace(FACTS, place="Konferensrummet, plan 3")
    for write in (invitation, agenda):
        names = [one for one, _ in write(FACTS, COURSE, steps(COURSE, 60), language).facts]
        found = write(somewhere, COURSE, steps(COURSE, 60), language)
        assert found.facts[1] == (name, "Konferensrummet, plan 3")
        assert [one for one, _ in found.facts] == [names[0], name, *names[1:]]
        assert f"{name}: Konferensrummet, plan 3\n" in found.text


def test_the_place_is_in_the_calendar_escaped_and_folded() -> None:
    place = (
        "Översjöns stora sal; hus B, plan 3 \\ gå in från gården, förbi den röda dörren, och ring på klockan"
    )
    event = Event("a@b", 0, STARTS, 30, "x", "", place=place)
    made = as_ics(event, STARTS).decode()
    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    escaped = place.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"\r\nLOCATION:{escaped}\r\n" in made.replace("\r\n ", "")
    assert "LOCATION" not in as_ics(replace(event, place=""), STARTS).decode()
    one_line = as_ics(replace(event, place="a\r\nATTENDEE:b"), STARTS).decode()
    assert "LOCATION:a\\nATTENDEE:b\r\n" in one_line


def test_an_hour_that_is_called_off_goes_out_of_the_calendars() -> None:
    lines = as_ics(Event("a@b", 4, STARTS, 60, "x", "", cancelled=True), STARTS).decode().split("\r\n")
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"} <= set(lines)


def test_the_hour_to_scale_says_what_does_not_fit() -> None:
    plan = steps(COURSE, 60)
    drawn = board(plan, STARTS, 57, "ombud", "sv")
    assert (drawn.total, drawn.over, drawn.still_over) == (60, 3, 0)
    assert [(item.step.title, item.step.minutes, item.to) for item in drawn.shorter] == [("Fyra hörn", 5, 2)]
    assert drawn.can_skip is not None
    assert drawn.can_skip.step.title == "Fyra hörn"
    assert drawn.end == 95
    assert [(mark.clock, mark.end) for mark in drawn.marks] == [("14.00", False), ("14.15", False), ("14.30", False), ("14.45", False), ("14.57", True)]  # fmt: skip
    assert board(plan, STARTS, 60, "ombud", "sv").end is None
    assert board(plan, STARTS, 20, "ombud", "sv").still_over == 60 - sum(item.step.minutes - (item.to or 0) for item in board(plan, STARTS, 20, "ombud", "sv").shorter) - 20  # fmt: skip


def test_what_is_good_to_know_of_the_film() -> None:
    (shown,) = films(COURSE, steps(COURSE, 60), STARTS.date())
    assert (shown.title, shown.link, shown.captions, shown.too_late) == ("Väntrummet", None, True, False)
    assert set(shown.minutes) == {"plain", "described"}
    assert films(COURSE, steps(COURSE, 5), STARTS.date()) == []
    assert [one.title for one in films(COURSE, of_talk(COURSE, "vantrummet", 30), STARTS.date())] == [
        "Väntrummet"
    ]


def test_a_film_that_is_a_link_and_whose_right_ends_before_the_hour_is_told() -> None:
    talk, before = COURSE.films[0], STARTS.date() - timedelta(days=1)
    rights = Rights(basis="Avtal 12", until=before)
    linked = {
        "file": None,
        "url": "https://film.exempel.se/1",
        "captions": {},
        "has_captions": None,
        "rights": rights,
    }
    changed = talk.model_copy(update={"film": talk.film.model_copy(update=linked)})
    course = replace(COURSE, shared={**COURSE.shared, talk.id: changed})
    (shown,) = films(course, steps(COURSE, 60), STARTS.date())
    assert (shown.link, shown.captions, shown.too_late) == ("https://film.exempel.se/1", False, True)
    assert (shown.basis, shown.until) == ("Avtal 12", before)
