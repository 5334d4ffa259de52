"""An agenda against its hour: what is over, and what its own rules shorten."""

from typing import Any

from course_builder.content.hour import hour

AGENDA: list[dict[str, Any]] = [
    {"id": "aaaa", "title": "Välkommen", "minutes": "3", "keep": "ja", "shrink": "1", "least": "0"},
    {"id": "bbbb", "title": "Film", "minutes": "31", "film": "vantrummet"},
    {"id": "cccc", "title": "Fyra hörn", "minutes": "5", "shrink": "2", "least": "4"},
    {"id": "dddd", "title": "Incheckning", "minutes": "4", "shrink": "1", "least": "0"},
    {"id": "eeee", "title": "Hos oss", "minutes": "20", "agree": "true", "shrink": "3"},
]


def test_it_begins_where_the_last_one_ended() -> None:
    found = hour({"minutes": "60", "agenda": AGENDA})
    assert [(one.start, one.end, one.what) for one in found.items] == [
        (0, 3, "talk"), (3, 34, "film"), (34, 39, "talk"), (39, 43, "talk"), (43, 63, "agree"),
    ]  # fmt: skip
    assert (found.total, found.over, found.scale, found.marks) == (63, 3, 63, (0, 15, 30, 45, 60))


def test_the_lowest_number_gives_first_and_a_kept_item_nothing() -> None:
    found = hour({"minutes": "60", "agenda": AGENDA})
    assert [(cut.item.id, cut.to) for cut in found.cuts] == [("dddd", 1)]
    assert found.still_over == 0


def test_the_rules_may_not_be_enough() -> None:
    found = hour({"minutes": "57", "agenda": AGENDA})
    assert [(cut.item.id, cut.to) for cut in found.cuts] == [("dddd", 1), ("cccc", 4)]
    assert found.still_over == 2


def test_time_left_and_an_hour_that_is_not_written_yet() -> None:
    assert hour({"minutes": "70", "agenda": AGENDA}).over == -7
    assert hour({"minutes": "70", "agenda": AGENDA}).cuts == ()
    bare = hour({"agenda": [{"id": "aaaa", "minutes": ""}, "?"]})
    assert (bare.minutes, bare.total, bare.over, bare.cuts) == (None, 0, 0, ())
    assert hour({}).marks == (0,)
