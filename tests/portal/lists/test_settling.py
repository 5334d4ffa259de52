"""Rows settled by hand, corrected and undone, each with who did it and why."""

from datetime import date

import pytest

from course_builder.people.refused import Refused
from course_builder.portal import lists, settling, taking_in, trace
from course_builder.portal.models import CompletionList
from course_builder.portal.results import Outcome
from course_builder.portal.settling import Settled
from tests.portal.lists.office import NOW, Office, row, sheet


def told(office: Office, list_id: int) -> list[tuple[str, int | None, str]]:
    """The trace, the earliest first: what, row, note."""
    with office.database.reading() as session:
        found = trace.of(session, session.get_one(CompletionList, list_id))
        return [(one.what, number, one.note) for one, _, number in reversed(found)]


def settle(office: Office, list_id: int, number: int, said: Settled) -> None:
    with office.database.writing() as session:
        settling.settle(
            session, office.row(session, list_id, number), said, office.paths, office.coordinator, NOW
        )


def grund(office: Office, ref: str, on: date = date(2026, 10, 1)) -> Settled:
    return Settled(office.people[ref], "grund", on, Outcome.PASSED)


def test_an_unknown_row_is_matched_by_hand_and_stays_matched(office: Office) -> None:
    list_id = office.take(sheet([row("X1")])) or 0
    settle(office, list_id, 2, grund(office, "E100"))
    assert office.completions() == [("E100", "grund", date(2026, 10, 1), "portal", True)]
    assert office.take(sheet([row("X1")])) is None
    assert told(office, list_id) == [("taken", None, ""), ("matched", 2, "")]


def test_a_row_matched_to_who_has_it_already_adds_nothing(office: Office) -> None:
    list_id = office.take(sheet([row("E100"), row("X1")])) or 0
    settle(office, list_id, 3, grund(office, "E100"))
    assert len(office.completions()) == 1
    assert office.states(list_id)[1] == (3, "known", "completion")


def test_a_settled_row_is_not_settled_again(office: Office) -> None:
    list_id = office.take(sheet([row("X1")])) or 0
    settle(office, list_id, 2, grund(office, "E100"))
    with pytest.raises(Refused):
        settle(office, list_id, 2, grund(office, "E101"))
    assert [one[0] for one in office.completions()] == ["E100"]


@pytest.mark.parametrize("on", [date(2026, 11, 24), date(1989, 1, 1)])
def test_a_day_that_cannot_be_is_refused(office: Office, on: date) -> None:
    list_id = office.take(sheet([row("X1")])) or 0
    with pytest.raises(Refused):
        settle(office, list_id, 2, grund(office, "E100", on))
    assert office.states(list_id) == [(2, "unmatched", "who")]


def test_somebody_out_of_reach_cannot_be_chosen(office: Office) -> None:
    list_id = office.take(sheet([row("X1")])) or 0
    office.paths = [f"{office.paths[0]}{office.units['norra']}/"]
    with pytest.raises(Refused):
        settle(office, list_id, 2, grund(office, "E200"))
    assert office.completions() == []


def test_a_row_is_set_aside_with_a_reason_and_not_asked_about_again(office: Office) -> None:
    list_id = office.take(sheet([row("X1")])) or 0
    with pytest.raises(Refused), office.database.writing() as session:
        settling.set_aside(session, office.row(session, list_id, 2), "  ", office.coordinator, NOW)
    with office.database.writing() as session:
        settling.set_aside(
            session, office.row(session, list_id, 2), "Arbetar i kommunen", office.coordinator, NOW
        )
    assert office.states(list_id) == [(2, "set_aside", "who")]
    assert told(office, list_id)[-1] == ("set_aside", 2, "Arbetar i kommunen")
    assert office.take(sheet([row("X1")])) is None
    with office.database.reading() as session:
        assert lists.open_rows(session, office.paths) == []


def test_a_reason_holds_no_personnummer(office: Office) -> None:
    list_id = office.take(sheet([row("X1")])) or 0
    with pytest.raises(Refused), office.database.writing() as session:
        settling.set_aside(
            session, office.row(session, list_id, 2), "Hon är 19121212-1212", office.coordinator, NOW
        )


def test_of_a_contradiction_the_list_may_hold(office: Office) -> None:
    office.take(sheet([row("E100", "2026-09-01")]))
    later = office.take(sheet([row("E100", "2026-09-02")])) or 0
    with office.database.writing() as session:
        settling.list_holds(session, office.row(session, later, 2), office.coordinator, NOW)
    assert [one[2] for one in office.completions()] == [date(2026, 9, 2)]
    assert told(office, later) == [("taken", None, ""), ("accepted", 2, "")]


def test_a_portal_that_takes_its_word_back(office: Office) -> None:
    office.take(sheet([row("E100")]))
    later = office.take(sheet([row("E100", status="Påbörjad")])) or 0
    with office.database.writing() as session:
        settling.list_holds(session, office.row(session, later, 2), office.coordinator, NOW)
    assert office.completions() == []
    assert office.states(later) == [(2, "not_yet", "")]


def test_a_row_is_corrected_and_the_wrong_one_does_not_come_back(office: Office) -> None:
    list_id = office.take(sheet([row("E100")])) or 0
    with office.database.writing() as session:
        said = grund(office, "E101", date(2026, 10, 2))
        settling.correct(
            session,
            office.row(session, list_id, 2),
            said,
            "Fel id i portalen",
            office.paths,
            office.coordinator,
            NOW,
        )
    assert office.completions() == [("E101", "grund", date(2026, 10, 2), "portal", True)]
    assert told(office, list_id)[-1] == ("corrected", 2, "Fel id i portalen")
    assert office.take(sheet([row("E100")])) is None


def test_a_row_is_withdrawn(office: Office) -> None:
    list_id = office.take(sheet([row("E100")])) or 0
    with office.database.writing() as session:
        settling.correct(
            session, office.row(session, list_id, 2), None, "Dubbelt", office.paths, office.coordinator, NOW
        )
    assert office.completions() == []
    assert office.states(list_id) == [(2, "withdrawn", "")]
    assert office.take(sheet([row("E100")])) is None


def test_a_whole_list_is_undone_and_can_come_again(office: Office) -> None:
    list_id = office.take(sheet([row("E100"), row("E101"), row("X1")])) or 0
    for why in ("", "Fel kurs i portalen"):
        try:
            with office.database.writing() as session:
                taking_in.undo(
                    session, session.get_one(CompletionList, list_id), office.coordinator, NOW, why
                )
        except Refused:
            assert why == ""
            assert len(office.completions()) == 2
    assert office.completions() == []
    assert office.states(list_id) == [(2, "withdrawn", ""), (3, "withdrawn", ""), (4, "unmatched", "who")]
    assert told(office, list_id)[-1] == ("undone", None, "Fel kurs i portalen")
    again = office.take(sheet([row("E100"), row("E101"), row("X1")]))
    assert again is not None
    assert [one[0] for one in office.completions()] == ["E100", "E101"]


def test_undone_twice_is_undone_once(office: Office) -> None:
    list_id = office.take(sheet([row("E100")])) or 0
    for _ in range(2):
        with office.database.writing() as session:
            taking_in.undo(session, session.get_one(CompletionList, list_id), office.coordinator, NOW, "Fel")
    assert [one[0] for one in told(office, list_id)] == ["taken", "undone"]


def test_a_list_taken_in_twice_at_once_is_taken_in_once(office: Office) -> None:
    """The button pressed twice: the second press finds it done."""
    with office.database.writing() as session:
        list_id = office.bring(session, sheet([row("E100"), row("X1")])).id
    for _ in range(2):
        with office.database.writing() as session:
            taking_in.take(
                session, session.get_one(CompletionList, list_id), office.paths, office.coordinator, NOW
            )
    assert len(office.completions()) == 1
    assert told(office, list_id) == [("taken", None, "")]


def test_a_draft_is_thrown_away_when_the_next_is_brought(office: Office) -> None:
    with office.database.writing() as session:
        first = office.bring(session, sheet([row("E100")])).id
    with office.database.writing() as session:
        second = office.bring(session, sheet([row("E101")])).id
    with office.database.reading() as session:
        assert session.get(CompletionList, first) is None or first == second
        assert [one.id for one in [lists.draft_of(session, office.coordinator)] if one] == [second]


def test_no_list_says_nothing(office: Office) -> None:
    """No list means "vet inte", never "inte genomförd"."""
    with office.database.reading() as session:
        assert lists.covers(session, "grund") is None
    office.take(sheet([row("E100")]))
    with office.database.reading() as session:
        assert lists.covers(session, "grund") == NOW.date()
        assert lists.covers(session, "chefer") is None
