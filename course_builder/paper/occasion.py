"""The hour that papers are printed for: where and when, and what its unit points to."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from course_builder.content.problems import Language
from course_builder.content.render.dates import day
from course_builder.player.hour.support import Where


@dataclass(frozen=True)
class Occasion:
    """`begins` is the clock on the wall in the room; None where no time is set. `routine` is None where nobody said one.

    `unit` is a line to write on where nobody knows it yet. `actions` are those still open from last time, one line each.
    """

    unit: str
    begins: datetime | None
    routine: Where | None
    contacts: tuple[Where, ...] = ()
    stale: Literal["empty", "old", "regional", "fine"] = "fine"
    checked_on: date | None = None
    actions: tuple[str, ...] = ()
    place: str = ""

    def clock(self, minutes: int, language: Language) -> str:
        """So many minutes into the hour: `14.03`, or `0.03` where no time is set."""
        moment = (self.begins or datetime(2000, 1, 1)) + timedelta(minutes=minutes)
        mark = "." if language == "sv" else ":"
        return f"{moment.hour}{mark}{moment.minute:02}"

    def day(self, language: Language) -> str:
        return day(self.begins.date(), language) if self.begins else ""
