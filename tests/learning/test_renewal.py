"""How long a completion holds, where a region has decided it, and the letters that say so."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from course_builder.learning import completions, reminders, renewal, requirements
from course_builder.learning.models import Source
from course_builder.learning.rules import Rule, due_from, later, oldest_that_holds, valid_until
from course_builder.people.models import Person, Role
from course_builder.people.refused import Refused
from course_builder.post.models import Letter
from tests.learning.school import NOW, TODAY, School

DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
RULES = st.builds(
    Rule,
    st.just("liten"),
    st.none(),
    st.tuples(st.integers(1, 12), st.integers(1, 28)),
    st.integers(0, 365),
) | st.builds(Rule, st.just("liten"), st.integers(1, 120), st.none(), st.integers(0, 365))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 21), 36, date(2029, 11, 21)),
    ],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert later(day, months) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (
            date(2026, 9, 30),
            date(2027, 10, 1),
        ),  # in the window of the first of October: counts for the next year
        (date(2026, 7, 1), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2027, 10, 1)),
    ],
)
def test_a_day_of_every_year(on: date, expected: date) -> None:
    assert valid_until(Rule("liten", None, (10, 1), 60), on) == expected


@given(RULES, DAYS, DAYS)
def test_what_is_done_later_holds_longer(rule: Rule, one: date, other: date) -> None:
    assert valid_until(rule, min(one, other)) <= valid_until(rule, max(one, other))
    assert valid_until(rule, one) > one
    assert due_from(rule, one) <= valid_until(rule, one)


@given(RULES, DAYS, DAYS)
def test_one_day_divides_what_holds_from_what_does_not(rule: Rule, on: date, today: date) -> None:
    if on <= today:
        assert (on >= oldest_that_holds(rule, today)) == (valid_until(rule, on) > today)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"decision": " "}, "diarienummer"),
        ({"months": None}, "ett av dem"),
        ({"fixed": (10, 1)}, "ett av dem"),
        ({"months": 0}, "1 och 120"),
        ({"months": None, "fixed": (2, 29)}, "varje år"),
        ({"window_days": 400}, "365"),
    ],
)
def test_a_rule_needs_a_decision_and_one_kind_of_time(
    school: School, given: dict[str, object], said: str
) -> None:
    rule: dict[str, object] = {
        "months": 36, "fixed": None, "window_days": 60, "refresher_course_id": None, "decision": "RS 2026-1",
    }  # fmt: skip
    with pytest.raises(Refused) as refused, school.writing() as session:
        renewal.decide(session, "liten", **{**rule, **given})
    assert said in refused.value.words("sv")


def decide(school: School, months: int = 12, refresher: str | None = None) -> None:
    with school.writing() as session:
        renewal.decide(
            session,
            "liten",
            months=months,
            fixed=None,
            window_days=60,
            refresher_course_id=refresher,
            decision="RS 2026-1",
        )


def took(school: School, person: Person, on: date, course_id: str = "liten") -> None:
    key = completions.key_of(Source.APT, person.id, course_id, on, None)
    with school.writing() as session:
        completions.record_elsewhere(session, person.id, course_id, on, None, Source.APT, key, None, NOW)


@pytest.fixture
def anna(school: School) -> Person:
    school.publish(school.first)
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    with school.writing() as session:
        session.execute(update(Person).where(Person.id == anna.id).values(email="anna@example.se"))
        requirements.require(session, "liten", NOW, None, role=Role.REP)
    return anna


def remind(school: School, today: date = TODAY) -> int:
    with school.writing() as session:
        found = reminders.due(session, today)
        now = datetime.combine(today, NOW.timetz())
        return reminders.remind(
            session, found, lambda course_id: f"https://portal.example.se/{course_id}", now
        )


def test_without_a_decision_nobody_is_reminded(school: School, anna: Person) -> None:
    took(school, anna, date(2010, 1, 1))
    assert remind(school) == 0


def test_a_letter_when_the_window_opens_and_never_twice(school: School, anna: Person) -> None:
    decide(school)
    took(school, anna, date(2026, 1, 15))
    assert remind(school, date(2026, 11, 15)) == 0
    assert remind(school, date(2026, 11, 16)) == 1
    assert [remind(school, date(2026, 11, 16) + timedelta(days=day)) for day in (0, 1, 50, 100)] == [
        0,
        0,
        0,
        0,
    ]
    with school.reading() as session:
        [letter] = session.scalars(select(Letter))
        assert (letter.to, letter.subject) == ("anna@example.se", "Dags för uppdatering: En liten kurs")
        assert "på arbetstid" in letter.body
        assert "15 januari 2027" in letter.body
        assert "https://portal.example.se/liten" in letter.body


def test_next_time_is_a_new_letter(school: School, anna: Person) -> None:
    decide(school)
    took(school, anna, date(2025, 1, 15))
    assert remind(school, date(2026, 1, 1)) == 1
    took(school, anna, date(2026, 1, 10))
    assert remind(school, date(2026, 6, 1)) == 0
    assert remind(school, date(2027, 1, 1)) == 1


def test_the_refresher_renews(school: School, anna: Person) -> None:
    decide(school, refresher="kort")
    took(school, anna, date(2025, 1, 15))
    took(school, anna, date(2026, 1, 10), "kort")
    assert remind(school, date(2026, 11, 1)) == 0
    with school.reading() as session:
        [found] = [
            one
            for one in requirements.standing_of(session, anna.id, date(2026, 11, 1))
            if one.course_id == "liten"
        ]
        assert (found.state, found.on, found.valid_until, found.holds) == (
            "completed", date(2026, 1, 10), date(2027, 1, 10), True,
        )  # fmt: skip


def test_who_is_no_longer_asked_or_has_no_address_gets_no_letter(school: School, anna: Person) -> None:
    decide(school)
    took(school, anna, date(2025, 1, 15))
    with school.writing() as session:
        session.execute(update(Person).values(email=None))
    assert remind(school) == 0
    with school.writing() as session:
        session.execute(update(Person).values(email="anna@example.se"))
        [asked] = requirements.in_force(session)
        requirements.exempt(session, asked.id, anna.id, "decided", None, NOW)
    assert remind(school) == 0
