"""What was completed elsewhere: taken in once, corrected with a trace, withdrawn without a hole."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from course_builder.learning import completions
from course_builder.learning.completions import key_of, record_elsewhere
from course_builder.learning.models import Completion, Event, Source
from course_builder.people.appointments import appoint
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.tree import merge
from tests.learning.school import NOW, TODAY, School

MARCH = date(2026, 3, 2)


def take_in(
    school: School,
    person: Person,
    on: date = MARCH,
    passed: bool | None = True,
    source: Source = Source.PORTAL,
) -> tuple[int, bool]:
    key = key_of(source, person.id, "grund", on, passed)
    with school.writing() as session:
        return tuple(record_elsewhere(session, person.id, "grund", on, passed, source, key, None, NOW))


def test_the_same_row_twice_changes_nothing(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    seq, fresh = take_in(school, anna)
    assert (take_in(school, anna), fresh) == ((seq, False), True)
    with school.reading() as session:
        rows = session.execute(
            select(Completion.source, Completion.on, Completion.passed, Completion.counts)
        ).all()
        assert rows == [("portal", MARCH, True, True)]


def test_an_hour_says_which_version_was_gone_through(school: School) -> None:
    published = school.publish(school.first)
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    with school.writing() as session:
        record_elsewhere(session, anna.id, "liten", MARCH, None, Source.APT, "apt:1:1:0", anna.id, NOW, published.id)  # fmt: skip
    with school.reading() as session:
        [made] = session.scalars(select(Completion)).all()
        [event] = session.scalars(select(Event)).all()
        assert (made.release_id, event.release_id, event.actor_id) == (published.id, published.id, anna.id)


@pytest.mark.parametrize(("passed", "counts"), [(True, True), (None, True), (False, False)])
def test_what_counts(school: School, passed: bool | None, counts: bool) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    take_in(school, anna, passed=passed)
    with school.reading() as session:
        assert session.scalars(select(Completion.counts)).all() == [counts]


def test_it_stands_where_she_worked_that_day(school: School) -> None:
    old, new = school.unit("Vårdcentralen"), school.unit("Tandvården")
    anna = school.person("Anna Ombud", new, Role.EMPLOYEE, since=date(2026, 6, 1))
    with school.writing() as session:
        appoint(
            session, anna.id, session.get_one(Unit, old.id), Role.EMPLOYEE, date(2025, 1, 1), date(2026, 6, 1)
        )
    take_in(school, anna, MARCH)
    take_in(school, anna, date(2026, 7, 1))
    take_in(school, anna, date(2020, 1, 1))
    with school.reading() as session:
        assert session.scalars(select(Completion.unit_id).order_by(Completion.event_seq)).all() == [
            old.id,
            new.id,
            None,
        ]


def test_a_merged_unit_keeps_its_history(school: School) -> None:
    old, new = school.unit("Vårdcentralen"), school.unit("Tandvården")
    anna = school.person("Anna Ombud", old, Role.EMPLOYEE)
    take_in(school, anna)
    with school.writing() as session:
        merge(session, session.get_one(Unit, old.id), session.get_one(Unit, new.id), TODAY)
    take_in(school, anna, TODAY)
    with school.reading() as session:
        assert session.scalars(select(Completion.unit_id).order_by(Completion.event_seq)).all() == [
            old.id,
            new.id,
        ]
        assert len(session.scalars(select(Appointment)).all()) == 2


def test_a_correction_leaves_a_trace(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    seq, _ = take_in(school, anna, passed=False)
    with school.writing() as session:
        completions.correct(session, seq, "wrong-result", anna.id, NOW, passed=True, on=TODAY)
        completions.correct(session, seq, "wrong-result", anna.id, NOW, passed=True)
    with school.reading() as session:
        made = session.get_one(Completion, seq)
        assert (made.on, made.passed, made.counts) == (TODAY, True, True)
        events = session.execute(select(Event.kind, Event.actor_id, Event.data).order_by(Event.seq)).all()
        assert [kind for kind, _, _ in events] == ["registered", "corrected"]
        assert events[1][1:] == (
            anna.id,
            {"completion": seq, "passed": True, "on": "2026-11-21", "why": "wrong-result"},
        )


def test_withdrawn_it_no_longer_counts_and_is_still_there(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    seq, _ = take_in(school, anna)
    with school.writing() as session:
        completions.withdraw(session, seq, "wrong-person", anna.id, NOW)
        completions.withdraw(session, seq, "wrong-person", anna.id, NOW)
    with school.reading() as session:
        [made] = completions.completions(session, anna.id)
        assert (made.counts, made.withdrawn_seq is not None) == (False, True)
        assert session.scalars(select(Event.kind).order_by(Event.seq)).all() == ["registered", "withdrawn"]
    assert take_in(school, anna) == (seq, False)


def test_an_unknown_completion_is_not_corrected(school: School) -> None:
    with pytest.raises(NoResultFound), school.writing() as session:
        completions.withdraw(session, 99, "wrong-person", None, NOW)


def test_a_reason_is_a_code(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    seq, _ = take_in(school, anna)
    with pytest.raises(ValueError, match="ids and codes"), school.writing() as session:
        completions.withdraw(session, seq, "Anna var sjuk den dagen", None, NOW)
    with school.reading() as session:
        assert session.get_one(Completion, seq).counts
