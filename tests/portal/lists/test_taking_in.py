"""A list from a portal: what it becomes, that it can come again, and what is kept to settle."""

from datetime import date

import pytest
from sqlalchemy import select

from course_builder.importing.sheet import read_sheet
from course_builder.learning.models import Completion, Source
from course_builder.people import appointments, persons, tree
from course_builder.people.models import Role, Unit
from course_builder.people.refused import Refused
from course_builder.portal import lists, settling, taking_in
from course_builder.portal.models import CompletionList, RowState
from course_builder.reports.sheet import Sheet as Exported
from course_builder.reports.sheet import as_xlsx
from tests.portal.lists.office import COURSES, HEADER, NOW, SINCE, Office, row, sheet

FORTY = sheet(
    [row(f"E{number}", f"2026-10-{number % 28 + 1:02}") for number in (*range(100, 120), *range(200, 212))]
    + [row(f"X{number}") for number in range(4)]
    + [row("E119", "i våras"), row("E118", course="Brandskydd"), row("E212", status="Påbörjad"), row("E213", status="87 %")]
)  # fmt: skip


def test_forty_rows_taken_in_twice_give_the_same_result(office: Office) -> None:
    """Done means: a portal list with 40 rows is taken in twice with the same result."""
    assert len(FORTY.rows) == 40
    list_id = office.take(FORTY)
    assert list_id is not None
    before, completions = office.everything(), office.completions()
    assert len(completions) == 32
    assert completions[0] == ("E100", "grund", date(2026, 10, 17), "portal", True)
    assert office.take(FORTY) is None
    assert office.completions() == completions
    assert office.everything() == before


def test_a_workbook_with_real_dates(office: Office) -> None:
    rows = [
        ("E100", "Någon", COURSES["grund"], date(2026, 10, 1), "Godkänd"),
        ("E101", "Någon", "grund", date(2026, 10, 2), "ja"),
    ]
    book = as_xlsx(Exported("Lista", HEADER, rows))
    office.take(read_sheet(book, "höst.xlsx"))
    assert office.completions() == [
        ("E100", "grund", date(2026, 10, 1), "portal", True),
        ("E101", "grund", date(2026, 10, 2), "portal", None),
    ]


def test_what_is_not_understood_is_kept_to_settle(office: Office) -> None:
    list_id = office.take(FORTY)
    assert list_id is not None
    told = [one for one in office.states(list_id) if one[1] != RowState.TAKEN]
    assert told == [
        (34, "unmatched", "who"), (35, "unmatched", "who"), (36, "unmatched", "who"), (37, "unmatched", "who"),
        (38, "unmatched", "on"), (39, "unmatched", "course"), (40, "not_yet", ""), (41, "unmatched", "result"),
    ]  # fmt: skip


def test_a_later_list_that_repeats_the_earlier_one_adds_only_what_is_new(office: Office) -> None:
    office.take(sheet([row("E100"), row("X1")]))
    later = office.take(sheet([row("E100"), row("X1"), row("E101")]))
    assert later is not None
    assert office.states(later) == [(2, "known", "taken"), (3, "known", "unmatched"), (4, "taken", "")]
    assert [one[0] for one in office.completions()] == ["E100", "E101"]


def test_a_name_alone_matches_nobody(office: Office) -> None:
    list_id = office.take(sheet([("", "Person 100", COURSES["grund"], "2026-10-01", "ja")]))
    assert list_id is not None
    assert office.states(list_id) == [(2, "unmatched", "who")]
    assert office.completions() == []


def test_a_work_address_matches_in_any_case(office: Office) -> None:
    office.take(sheet([row("P103@Exempel.SE")]))
    assert [one[0] for one in office.completions()] == ["E103"]


def test_id_and_address_of_two_people_contradict(office: Office) -> None:
    both = sheet(
        [("E100", "p101@exempel.se", "grund", "2026-10-01", "ja")],
        ("Anst.nr", "E-post", "Kurs", "Datum", "Resultat"),
    )
    list_id = office.take(both)
    assert list_id is not None
    assert office.states(list_id) == [(2, "contradicts", "person")]


def test_the_names_of_settled_people_are_not_kept(office: Office) -> None:
    list_id = office.take(sheet([row("E100"), row("X1")]))
    assert list_id is not None
    with office.database.reading() as session:
        said = [one.said for one in lists.rows(session, session.get_one(CompletionList, list_id))]
    assert ["name" in one for one in said] == [False, True]


def test_columns_nobody_asked_for_are_not_kept(office: Office) -> None:
    list_id = office.take(sheet([(*row("E100"), "Allergisk mot nötter")], (*HEADER, "Övrigt")))
    with office.database.reading() as session:
        found = session.get_one(CompletionList, list_id)
        assert found.draft is None
        assert "nötter" not in str([one.said for one in lists.rows(session, found)])


def test_two_rows_that_say_different_things_of_one_day(office: Office) -> None:
    list_id = office.take(
        sheet([row("E100"), row("E100", status="Genomförd"), row("E100", status="Godkänd")])
    )
    assert list_id is not None
    assert office.states(list_id) == [(2, "taken", ""), (3, "contradicts", "in_list"), (4, "known", "twice")]


def test_a_list_that_contradicts_what_stands(office: Office) -> None:
    office.take(sheet([row("E100", status="Genomförd"), row("E101", "2026-09-01"), row("E102")]))
    later = office.take(sheet([row("E100"), row("E101", "2026-09-02"), row("E102", status="Påbörjad")]))
    assert later is not None
    assert office.states(later) == [
        (2, "contradicts", "result"),
        (3, "contradicts", "near"),
        (4, "contradicts", "not_yet"),
    ]
    assert next(one[2:] for one in office.completions()) == (date(2026, 10, 1), "portal", None)


def test_the_same_course_a_year_later_is_a_completion_of_its_own(office: Office) -> None:
    office.take(sheet([row("E100", "2025-10-01"), row("E100", "2026-10-01")]))
    assert [one[2] for one in office.completions()] == [date(2025, 10, 1), date(2026, 10, 1)]


def test_a_day_that_has_not_been_is_not_recorded(office: Office) -> None:
    list_id = office.take(sheet([row("E100", "2026-11-24"), row("E101", "2026-11-23")]))
    assert list_id is not None
    assert office.states(list_id) == [(2, "unmatched", "future"), (3, "taken", "")]


def test_what_a_portal_calls_things_is_asked_once(office: Office) -> None:
    odd = [row("E100", course="BR-1 v3", status="Attesterad"), row("E101", course="Brandskydd")]
    planned = office.plan(sheet(odd))
    assert (planned.courses, planned.words) == (("BR-1 v3", "Brandskydd"), ())
    with office.database.writing() as session:
        portal = lists.portal_named(session, "lärportalen")
        lists.learn_words(portal, {"BR-1 v3": "grund", "Brandskydd": ""}, {"Attesterad": "passed"})
    list_id = office.take(sheet(odd))
    assert list_id is not None
    assert office.states(list_id) == [(2, "taken", "")]
    assert office.completions() == [("E100", "grund", date(2026, 10, 1), "portal", True)]


def test_the_columns_are_remembered_for_the_portal(office: Office) -> None:
    header = ("Id", "Vad", "När", "Hur")
    rows = [("E100", "grund", "2026-10-01", "ja")]
    assert office.plan(sheet(rows, header)).counts[RowState.UNMATCHED] == 1
    with office.database.writing() as session:
        brought = office.bring(session, sheet(rows, header))
        fields = lists.Fields({"who": "Id", "course": "Vad", "on": "När", "result": "Hur"})
        lists.choose_columns(session, brought, fields)
    assert office.plan(sheet(rows, header)).counts == {RowState.TAKEN: 1}


def test_what_holds_for_every_row_is_said_once(office: Office) -> None:
    """A training day: nothing but addresses."""
    days = sheet([("p100@exempel.se",), ("p101@exempel.se",)], ("E-post",))
    with office.database.writing() as session:
        brought = office.bring(session, days, Source.BY_HAND, "Utbildningsdagen i oktober")
        same = {"course": "grund", "on": "2 oktober 2026", "result": "genomförd"}
        lists.choose_columns(session, brought, lists.Fields({"email": "E-post"}, same))
        assert taking_in.take(session, brought, office.paths, office.coordinator, NOW)
    assert office.completions() == [
        ("E100", "grund", date(2026, 10, 2), "by_hand", None),
        ("E101", "grund", date(2026, 10, 2), "by_hand", None),
    ]


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Personnummer", ""), ("Pers.nr", ""), ("Övrigt", "19121212-1212"), ("Övrigt", "121212+1212")],
)
def test_a_list_with_personnummer_is_refused_and_nothing_of_it_is_kept(
    office: Office, header: str, cell: str
) -> None:
    before = office.everything()
    with pytest.raises(Refused) as no, office.database.writing() as session:
        office.bring(session, sheet([(*row("E100"), cell or "x")], (*HEADER, header)))
    assert "Kolumn 6" in no.value.sv
    assert cell not in no.value.sv or not cell
    assert office.everything() == before


def test_a_coordinator_of_one_administration_reaches_only_its_people(office: Office) -> None:
    with office.database.reading() as session:
        office.paths = [session.get_one(Unit, office.units["norra"]).path]
    list_id = office.take(sheet([row("E100"), row("E200")]))
    assert list_id is not None
    assert office.states(list_id) == [(2, "taken", ""), (3, "unmatched", "who")]


def test_somebody_who_has_moved_on_is_still_matched_and_history_stays_where_it_was(office: Office) -> None:
    with office.database.writing() as session:
        unit = session.get_one(Unit, office.units["norra"])
        into = tree.add_unit(
            session, "Nya förvaltningen", session.get_one(Unit, office.units["region"]), SINCE
        )
        tree.merge(session, unit, into, date(2026, 10, 15))
    office.take(sheet([row("E100", "2026-10-01"), row("E101", "2026-10-20")]))
    with office.database.reading() as session:
        places = session.scalars(select(Completion.unit_id).order_by(Completion.on)).all()
    assert places == [office.units["norra"], into.id]


def test_who_comes_later_is_found_when_tried_again(office: Office) -> None:
    list_id = office.take(sheet([row("X1")]))
    assert list_id is not None
    with office.database.writing() as session:
        person = persons.add(session, "Nya Nilsson", "nya@exempel.se", "X1")
        appointments.appoint(
            session, person.id, session.get_one(Unit, office.units["norra"]), Role.EMPLOYEE, SINCE
        )
        office.people["X1"] = person.id
        brought = session.get_one(CompletionList, list_id)
        assert settling.try_again(session, brought, office.paths, office.coordinator, NOW) == 1
    assert office.completions() == [("X1", "grund", date(2026, 10, 1), "portal", True)]
