"""`law.yaml` and `crc.yaml`: what courses cite, in our own words, with when it holds."""

from datetime import date
from typing import Annotated

from pydantic import Field

from course_builder.content.models.base import Day, Flag, Frozen, Text
from course_builder.content.models.film import WebAddress


class Wording(Frozen):
    """What a provision says in a period, both days included; an open end is left out."""

    valid_from: Day | None = None
    valid_to: Day | None = None
    says: Text

    def in_force(self, today: date) -> bool:
        return (self.valid_from or date.min) <= today <= (self.valid_to or date.max)


class LawEntry(Frozen):
    act: Text
    provision: Text | None = None
    source: WebAddress
    checked_on: Day
    wordings: Annotated[tuple[Wording, ...], Field(min_length=1)]

    @property
    def name(self) -> str:
        """`patientlagen (2014:821) 3 kap. 3 §`."""
        return f"{self.act} {self.provision}" if self.provision else self.act

    def wording(self, today: date) -> Wording | None:
        """The wording in force on a day."""
        return next((wording for wording in self.wordings if wording.in_force(today)), None)


class CrcEntry(Frozen):
    """An article of the Convention on the Rights of the Child; `core` marks a general principle."""

    title: Text
    says: Text
    core: Flag = False
