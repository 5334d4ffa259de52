"""What happened cannot be changed, and what was changed beside it is found."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from course_builder.learning import certificates
from course_builder.learning.events import Kind, coded, record
from course_builder.learning.models import Attempt, Certificate, Completion, Enrolment, Event, PartRead
from course_builder.learning.verify import rebuild, verify
from course_builder.people.models import Role
from tests.learning.school import NOW, School


def completed(school: School) -> Enrolment:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE, Role.REP)
    enrolment = school.open(anna, school.publish(school.first))
    school.complete(enrolment)
    return enrolment


@pytest.mark.parametrize("statement", ["UPDATE event SET kind = 'completed'", "DELETE FROM event"])
def test_the_database_refuses_to_change_an_event(school: School, statement: str) -> None:
    completed(school)
    with pytest.raises(DBAPIError, match="events are never changed"), school.writing() as session:
        session.execute(text(statement))
    with school.reading() as session:
        assert len(session.scalars(select(Event.seq)).all()) == 11


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (Enrolment, {"done": None}),
        (Enrolment, {"success": "failed", "score": 1}),
        (Attempt, {"earned": 0.5}),
        (Attempt, {"answered": 7}),
        (Completion, {"passed": False, "counts": False}),
        (Completion, {"score": 0.1}),
        (Certificate, {"withdrawn": NOW}),
        (Certificate, {"check_code": "AAAAAAAA"}),
        (PartRead, {"at": NOW + timedelta(days=1)}),
    ],
)
def test_a_row_changed_behind_our_back_is_found_and_put_right(
    school: School, table: type[Any], values: dict[str, Any]
) -> None:
    completed(school)
    with school.writing() as session:
        session.execute(update(table).values(values))
    with school.reading() as session:
        found = list(verify(session))
    assert {one.table for one in found} == {table.__tablename__}
    assert all({name for name, _, _ in one.fields()} == set(values) for one in found)
    with school.writing() as session:
        assert rebuild(session) == len(found)


def test_everything_that_is_computed_can_be_made_again(school: School) -> None:
    completed(school)
    with school.writing() as session:
        for table in (Certificate, Completion, PartRead):
            session.execute(delete(table))
    with school.reading() as session:
        assert sorted(one.table for one in verify(session)) == [
            "certificate",
            "completion",
            "part_read",
            "part_read",
        ]
    with school.writing() as session:
        assert rebuild(session) == 4


def test_a_completion_nobody_earned_is_found_and_taken_away(school: School) -> None:
    """trust 37, 42"""
    enrolment = completed(school)
    with school.writing() as session:
        seq = session.scalars(select(Event.seq).where(Event.kind == "opened")).one()
        forged = Completion(event_seq=seq, person_id=enrolment.person_id, course_id="annan", source="here", on=NOW.date(), counts=True)  # fmt: skip
        session.add(forged)
    with school.reading() as session:
        [difference] = verify(session)
    assert (difference.table, difference.key, difference.expected) == ("completion", (seq,), None)
    with school.writing() as session:
        assert rebuild(session) == 1


def test_where_the_player_is_survives_a_rebuild(school: School) -> None:
    enrolment = completed(school)
    with school.writing() as session:
        session.execute(update(Enrolment).values(state="1c;;;;;", done=None))
    with school.writing() as session:
        rebuild(session)
    with school.reading() as session:
        kept = session.get_one(Enrolment, enrolment.id)
        assert (kept.state, kept.done is not None) == ("1c;;;;;", True)


def test_the_same_key_is_the_same_event(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    with school.writing() as session:
        first = record(session, Kind.EXEMPTED, anna.id, NOW, data={"requirement": 1}, key="k")
    with school.writing() as session:
        again = record(session, Kind.EXEMPTED, anna.id, NOW, data={"requirement": 2}, key="k")
    assert (again.seq, first.fresh, again.fresh) == (first.seq, True, False)


@given(st.text(min_size=1).filter(lambda text: any(sign.isspace() or sign in ",;!?()\"'@" for sign in text)))
def test_words_are_no_codes(words: str) -> None:
    with pytest.raises(ValueError, match="ids and codes"):
        coded({"why": words})


@pytest.mark.parametrize("value", [["a"], {"a": 1}, "x" * 81, object()])
def test_nothing_but_ids_and_codes(value: Any) -> None:
    with pytest.raises(ValueError, match="ids and codes"):
        coded({"why": value})


def test_ids_and_codes_pass() -> None:
    data = {"why": "wrong-date", "passed": None, "score": 0.5, "unit": 7, "on": "2026-11-21"}
    assert coded(data) == data


def test_a_certificate_has_its_event(school: School) -> None:
    """trust 42: issued only from a completion that was passed here."""
    enrolment = completed(school)
    with school.reading() as session:
        [(paper, done)] = certificates.of_person(session, enrolment.person_id)
        event = session.scalars(select(Event).where(Event.kind == "certified")).one()
        assert event.data == {
            "certificate": paper.id,
            "completion": done.event_seq,
            "check": paper.check_code,
        }
