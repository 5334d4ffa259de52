from time import perf_counter

import pytest

from course_builder.people.personnummer import looks_like


@pytest.mark.parametrize(
    "text",
    [
        "811218-9876",
        "19811218-9876",
        "8112189876",
        "198112189876",
        "811218 9876",
        "811218–9876",
        "811218+9876",
        "８１１２１８-９８７６",
        "811278-9873",
        "Anna (pnr811218-9876), barnmottagningen",
        "811218-9875",
    ],
)
def test_is_found_however_it_is_written(text: str) -> None:
    assert looks_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anna Ombud",
        "8112189875",
        "202611210031",
        "811332-1111",
        "811218-98765",
        "9811218-9876",
        "RS 2026-0123",
        "2026-11-21",
        "070-123 45 67",
        "a" * 64,
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not looks_like(text)


@pytest.mark.parametrize("text", ["1" * 50_000, "811218 " * 7_000, "å8112189875 " * 4_000, "-" * 50_000])
def test_a_long_text_is_answered_at_once(text: str) -> None:
    """trust 19"""
    start = perf_counter()
    assert not looks_like(text)
    assert perf_counter() - start < 0.2
