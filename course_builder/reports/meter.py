"""The arches of a unit: one for each person, or one for several in a large unit. Words beside them say the same."""

from typing import Literal

from course_builder.reports.small import LEAST, Shown

Arch = Literal["y", "w", "d", "n", "u"]
"""Done, under way, refresher due, not begun, not told."""
MOST = 40
SCALED = 20


def arches(done: int, under_way: int, due: int, left: int, unknown: int = 0) -> list[Arch]:
    return _drawn([("y", done), ("w", under_way), ("d", due), ("n", left), ("u", unknown)])


def arches_of(told: Shown) -> list[Arch]:
    """No more than the words tell."""
    match told.kind:
        case "exact":
            return _drawn([("y", told.number), ("n", told.of - told.number)])
        case "least":
            return _drawn([("y", told.number), ("u", told.of - told.number)])
        case "fewer":
            return _drawn([("u", LEAST - 1), ("n", told.of - LEAST + 1)])
        case "some":
            return _drawn([("u", told.of)])
        case _:
            return []


def _drawn(counts: list[tuple[Arch, int]]) -> list[Arch]:
    total = sum(number for _, number in counts)
    if total > MOST:
        counts = [(kind, _scaled(number, total)) for kind, number in counts]
    return [kind for kind, number in counts for _ in range(number)]


def _scaled(number: int, total: int) -> int:
    """Somebody is never nobody."""
    return max(1, round(number * SCALED / total)) if number else 0
