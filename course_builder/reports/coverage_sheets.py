"""The coordinator's lists to take away. Without names they count people by area, and never few of them."""

from collections.abc import Callable, Mapping, Sequence

from course_builder.people.vacancies import Vacancy, Why
from course_builder.reports.coverage import Area, Coverage
from course_builder.reports.failed_mail import FailedLetter
from course_builder.reports.sheet import Cell, Sheet
from course_builder.reports.small import LEAST, Shown, shown
from course_builder.reports.training import Holder

Words = Callable[[str], str]
"""A text in the reader's language."""


def without_rep(found: Sequence[Vacancy], places: Mapping[int, str], words: Words) -> Sheet:
    """`places` names what is above each unit. Nobody is named, so there is but one kind of it."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.name,
            places.get(one.unit_id, ""),
            words("vacant" if one.why is Why.NEVER else one.why.value),
            one.since,
        )
        for one in found
    ]
    return Sheet(words("units"), (words("unit"), words("part"), words("why"), words("since")), rows)


def people(title: str, found: Sequence[Holder], words: Words) -> Sheet:
    """With names."""
    header = (words("name"), words("unit"), words("appointed"), words("state"), words("last"))
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.unit, one.since, words(one.state.value), one.on) for one in found
    ]
    return Sheet(words(title), header, rows)


def by_area(title: str, found: Coverage, words: Words, managers: bool = False) -> Sheet:
    """Without names: of each area under the unit, and of the whole."""
    header = (words("part"), words("people"), words("trained"))
    rows = [_counted(area, managers, words) for area in (*found.areas, found.whole)]
    return Sheet(words(title), header, rows)


def _counted(area: Area, managers: bool, words: Words) -> tuple[Cell, ...]:
    trained, of = (area.managers_trained, area.managers) if managers else (area.reps_trained, area.reps)
    told = shown(trained, of)
    return area.name, of if of >= LEAST else in_words(Shown("fewer", LEAST, of), words), in_words(told, words)


def in_words(told: Shown, words: Words) -> Cell:
    """A number, or what may be said of it."""
    if told.kind == "exact":
        return told.number
    return words(told.kind).format(number=told.number)


def mail(found: Sequence[FailedLetter], words: Words, names: bool) -> Sheet:
    header = (words("written"), words("about"), words("error"), words("tries"))
    rows: list[tuple[Cell, ...]] = [
        (one.written.date(), words(one.purpose), one.error, one.tries) for one in found
    ]
    if not names:
        return Sheet(words("mail"), header, rows)
    named = [(one.name or "", one.to, *row) for one, row in zip(found, rows, strict=True)]
    return Sheet(words("mail"), (words("name"), words("to"), *header), named)
