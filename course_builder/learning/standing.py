"""Where somebody stands with a course: what was asked, what was done, and what follows today."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["not_started", "started", "completed", "exempt", "unknown"]


@dataclass(frozen=True)
class Standing:
    """`unknown` is "vet inte": the course is taken in a portal that no list has come from."""

    course_id: str
    state: State
    due: date | None = None
    """Of what was asked of her; None when there is no day, or nothing was asked."""
    source: str | None = None
    """Of the completion: here, portal, apt or by_hand."""
    on: date | None = None
    """When she last completed the course, or its refresher after it."""
    valid_until: date | None = None
    """The first day the completion no longer holds; None where no region has decided that it ends."""
    own_choice: bool = False
    """Nobody asked for it."""
    refresher_due: bool = False
    """The window has opened, or the time is out."""
    release_id: int | None = None
    completion_seq: int | None = None
    passed: bool | None = None
    refresher_course_id: str | None = None
    """What to take for the renewal, when it is another course."""
    holds: bool = False
    """Completed, and not longer ago than the region allows."""

    @property
    def done(self) -> bool:
        """Nothing remains to be done today."""
        return self.holds or self.state == "exempt"

    @property
    def remaining(self) -> bool:
        """Asked of her, and known not to be done."""
        return not self.own_choice and not self.done and self.state != "unknown"
