"""A unit's list to take away: with names for its manager, else numbers in which nobody can be guessed."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from course_builder.learning.standing import Standing
from course_builder.learning.standings import InUnit
from course_builder.reports.coverage_sheets import Words, in_words
from course_builder.reports.sheet import Cell, Sheet
from course_builder.reports.small import LEAST, Shown, shown
from course_builder.reports.unit_page import Counted


def without_names(title: str, found: Sequence[Counted], words: Words) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (
            one.title,
            one.asked if one.asked >= LEAST else in_words(Shown("fewer", LEAST, one.asked), words),
            in_words(shown(one.done, one.asked), words) if not one.unknown else words("unknown"),
        )
        for one in found
    ]
    return Sheet(title, (words("course"), words("people"), words("done")), rows)


def with_names(
    title: str,
    everybody: Iterable[InUnit],
    courses: Mapping[str, str],
    state: Callable[[Standing], str],
    words: Words,
) -> Sheet:
    """One row a person and course; `courses` are their titles."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, courses[standing.course_id], state(standing), standing.on, standing.due)
        for one in everybody
        for standing in one.standings
        if standing.course_id in courses
    ]
    header = (words("name"), words("course"), words("status"), words("done on"), words("by"))
    return Sheet(title, header, rows)
