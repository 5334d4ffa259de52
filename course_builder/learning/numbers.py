"""How many, without names: all that a representative sees of her unit."""

from collections.abc import Iterable
from dataclasses import dataclass

from course_builder.learning.standing import Standing


@dataclass(frozen=True)
class Numbers:
    """Of one course. `asked` is everybody it is asked of; where nobody knows who has taken it, `known` is False."""

    asked: int
    done: int
    exempt: int
    known: bool = True

    @property
    def remaining(self) -> int:
        return self.asked - self.done - self.exempt if self.known else 0


def numbers(standings: Iterable[Standing]) -> dict[str, Numbers]:
    """By course, of what was asked of several people."""
    found: dict[str, Numbers] = {}
    for one in standings:
        if one.own_choice:
            continue
        before = found.get(one.course_id, Numbers(0, 0, 0))
        found[one.course_id] = Numbers(
            before.asked + 1,
            before.done + one.holds,
            before.exempt + (one.state == "exempt"),
            before.known and one.state != "unknown",
        )
    return found
