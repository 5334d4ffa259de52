"""What is asked of whom, and where people stand with it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from course_builder.learning import completions, requirements
from course_builder.learning.models import Enrolment, Event, Source
from course_builder.learning.standing import Standing
from course_builder.library.models import KeptCourse
from course_builder.people.appointments import pause
from course_builder.people.may import Actor, Held
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.persons import protect
from course_builder.people.refused import Refused
from course_builder.people.tree import merge
from tests.learning.school import NOW, TODAY, School


def standing(
    school: School, person: Person, course_id: str = "liten", today: date = TODAY
) -> Standing | None:
    with school.reading() as session:
        found = requirements.standing_of(session, person.id, today)
        return next((one for one in found if one.course_id == course_id), None)


def ask(school: School, **what: object) -> int:
    with school.writing() as session:
        return requirements.require(session, "liten", NOW, None, **what).id


@pytest.fixture
def anna(school: School) -> Person:
    school.publish(school.first)
    return school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)


def test_what_nobody_asked_for_is_an_own_choice(school: School, anna: Person) -> None:
    assert standing(school, anna) is None
    with school.reading() as session:
        published = session.scalars(select(KeptCourse)).one()
        assert published.id == "liten"
    enrolment = school.open(anna, school.publish(school.first))
    assert standing(school, anna) == Standing("liten", "started", own_choice=True)
    school.complete(enrolment)
    found = standing(school, anna)
    assert found is not None
    assert (found.state, found.own_choice, found.source, found.on, found.passed) == (
        "completed",
        True,
        "here",
        TODAY,
        True,
    )


def test_asked_of_a_role_started_and_done(school: School, anna: Person) -> None:
    ask(school, role=Role.REP, due=date(2026, 12, 24))
    assert standing(school, anna) == Standing("liten", "not_started", due=date(2026, 12, 24))
    enrolment = school.open(anna, school.publish(school.first))
    assert standing(school, anna) == Standing("liten", "started", due=date(2026, 12, 24))
    school.complete(enrolment)
    found = standing(school, anna)
    assert found is not None and (found.state, found.done, found.remaining) == ("completed", True, False)


def test_a_unit_and_everything_under_it(school: School) -> None:
    school.publish(school.first)
    top = school.unit("Hälso- och sjukvård")
    below = school.unit("Vårdcentralen", top)
    beside = school.unit("Kollektivtrafiken")
    people = [
        school.person(name, unit, Role.EMPLOYEE)
        for name, unit in (("Ett", top), ("Två", below), ("Tre", beside))
    ]
    ask(school, unit_id=top.id)
    assert [standing(school, one) is not None for one in people] == [True, True, False]


def test_a_role_in_a_part_of_the_tree(school: School) -> None:
    school.publish(school.first)
    top = school.unit("Hälso- och sjukvård")
    below = school.unit("Vårdcentralen", top)
    rep, employee = school.person("Rep", below, Role.REP), school.person("Anställd", below, Role.EMPLOYEE)
    ask(school, unit_id=top.id, role=Role.REP)
    assert (standing(school, rep) is not None, standing(school, employee)) == (True, None)


def test_named_people(school: School, anna: Person) -> None:
    bo = school.person("Bo Kollega", school.unit("Tandvården"), Role.REP)
    ask(school, person_ids=[anna.id, anna.id])
    assert (standing(school, anna) is not None, standing(school, bo)) == (True, None)


@pytest.mark.parametrize(
    ("made", "starts", "days", "due"),
    [
        (datetime(2026, 1, 1, tzinfo=UTC), date(2026, 11, 1), 90, date(2027, 1, 30)),
        (datetime(2026, 11, 20, tzinfo=UTC), date(2020, 1, 1), 90, date(2027, 2, 18)),
    ],
)
def test_days_count_from_the_appointment_but_not_from_before_it_was_asked(
    school: School, made: datetime, starts: date, days: int, due: date
) -> None:
    school.publish(school.first)
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP, since=starts)
    with school.writing() as session:
        requirements.require(session, "liten", made, None, role=Role.REP, within_days=days)
    assert standing(school, anna) == Standing("liten", "not_started", due=due)


def test_of_several_days_the_first_and_an_exemption_frees_from_one(school: School, anna: Person) -> None:
    first = ask(school, role=Role.REP, due=date(2026, 12, 1))
    ask(school, person_ids=[anna.id], due=date(2027, 3, 1))
    assert standing(school, anna) == Standing("liten", "not_started", due=date(2026, 12, 1))
    with school.writing() as session:
        requirements.exempt(session, first, anna.id, "decided", None, NOW)
    assert standing(school, anna) == Standing("liten", "not_started", due=date(2027, 3, 1))


def test_exempt_and_asked_again(school: School, anna: Person) -> None:
    asked = ask(school, role=Role.REP)
    for _ in range(2):
        with school.writing() as session:
            requirements.exempt(session, asked, anna.id, "done-before", None, NOW)
    found = standing(school, anna)
    assert found is not None and (found.state, found.done, found.remaining) == ("exempt", True, False)
    for _ in range(2):
        with school.writing() as session:
            requirements.ask_again(session, asked, anna.id, None, NOW)
    assert standing(school, anna) == Standing("liten", "not_started")
    with school.reading() as session:
        kinds = session.scalars(select(Event.kind).order_by(Event.seq)).all()
        assert kinds == ["exempted", "asked-again"]


def test_a_requirement_that_ended_asks_nothing(school: School, anna: Person) -> None:
    asked = ask(school, role=Role.REP)
    with school.writing() as session:
        requirements.end(session, asked, NOW)
    assert standing(school, anna) is None


def test_on_leave_nothing_is_asked_and_days_begin_on_the_way_back(school: School, anna: Person) -> None:
    with school.writing() as session:
        requirements.require(session, "liten", NOW, None, role=Role.REP, within_days=30)
        appointment = session.scalars(select(Appointment)).one()
        pause(session, appointment, TODAY, TODAY + timedelta(days=100))
    assert standing(school, anna) is None
    back = TODAY + timedelta(days=100)
    assert standing(school, anna, today=back) == Standing(
        "liten", "not_started", due=back + timedelta(days=30)
    )


def test_a_requirement_goes_where_the_unit_went(school: School) -> None:
    school.publish(school.first)
    old, new = school.unit("Vårdcentralen Norr"), school.unit("Vårdcentralen")
    anna = school.person("Anna Ombud", old, Role.REP)
    ask(school, unit_id=old.id)
    with school.writing() as session:
        merge(session, session.get_one(Unit, old.id), session.get_one(Unit, new.id), TODAY)
    assert standing(school, anna) is not None


def test_no_list_means_that_nobody_knows(school: School, anna: Person) -> None:
    """The course can be taken in the portal too: until a list has come, silence is not "not done"."""
    ask(school, role=Role.REP)
    bo = school.person("Bo Kollega", school.unit("Tandvården"), Role.REP)
    with school.writing() as session:
        session.execute(update(KeptCourse).values(taken="both"))
    found = standing(school, anna)
    assert found is not None and (found.state, found.remaining) == ("unknown", False)
    with school.writing() as session:
        completions.record_elsewhere(session, bo.id, "liten", TODAY, True, Source.PORTAL, "k", None, NOW)
    assert standing(school, anna) == Standing("liten", "not_started")
    found = standing(school, bo)
    assert found is not None and (found.state, found.source) == ("completed", "portal")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({}, "vem kursen gäller"),
        ({"role": Role.REP, "person_ids": [1]}, "antingen namngivna"),
        ({"role": Role.REP, "due": TODAY, "within_days": 3}, "antingen ett datum"),
        ({"role": Role.REP, "within_days": 0}, "1 och 3660"),
    ],
)
def test_a_requirement_is_of_somebody_and_has_one_time(
    school: School, what: dict[str, object], said: str
) -> None:
    with pytest.raises(Refused) as refused:
        ask(school, **what)
    assert said in refused.value.words("sv")


def manager_of(unit: Unit) -> Actor:
    return Actor(0, 0, "Chef", "sv", (Held(Role.MANAGER, unit.id, unit.path),))


def test_a_manager_sees_names_with_done_and_remaining_and_no_result(school: School) -> None:
    """trust 43"""
    published = school.publish(school.first)
    unit = school.unit("Vårdcentralen")
    anna = school.person("Anna Ombud", unit, Role.EMPLOYEE, Role.REP)
    school.person("Bo Kollega", unit, Role.EMPLOYEE)
    school.person("Cia Annanstans", school.unit("Tandvården"), Role.EMPLOYEE)
    ask(school, role=Role.EMPLOYEE)
    school.complete(school.open(anna, published))
    with school.reading() as session:
        people = requirements.standing_of_unit(session, unit, TODAY, manager_of(unit))
        assert [(one.name, one.done, len(one.remaining)) for one in people] == [
            ("Anna Ombud", 1, 0), ("Bo Kollega", 0, 1),
        ]  # fmt: skip


def test_an_own_choice_is_nothing_for_the_manager(school: School, anna: Person) -> None:
    """trust 43"""
    school.complete(school.open(anna, school.publish(school.first)))
    with school.reading() as session:
        unit = session.scalars(select(Unit)).one()
        [one] = requirements.standing_of_unit(session, unit, TODAY, manager_of(unit))
        assert one.standings == ()


def test_a_protected_person_is_in_no_list_of_a_unit(school: School, anna: Person) -> None:
    ask(school, role=Role.REP)
    guardian = school.person("Gun Administratör", school.unit("Staben"), Role.ADMIN)
    with school.writing() as session:
        protect(session, session.get_one(Person, anna.id), session.get_one(Person, guardian.id))
    with school.reading() as session:
        unit = session.scalars(select(Unit).where(Unit.name == "Vårdcentralen")).one()
        assert requirements.standing_of_unit(session, unit, TODAY, manager_of(unit)) == []
        assert session.scalars(select(Enrolment)).all() == []
