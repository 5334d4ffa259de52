"""The agenda of an APT hour: what stands on it, and what the one who leads needs."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from course_builder.content.models.base import Flag, Frozen, Id, Identified, Text, Texts

Lead = Literal["chef", "ombud"]
Method = Literal["epa", "bikupa", "runda", "fyra-hörn", "linje", "tyst"]
Minutes = Annotated[int, Field(ge=1, le=600)]
SpareMinutes = Annotated[int, Field(ge=0, le=600)]
Order = Annotated[int, Field(ge=1)]


class FacilitatorNotes(Frozen):
    """For the one who leads the talk; never in a learner package or on a learner page."""

    facts: Texts = ()
    listen_for: Texts = ()
    pitfalls: Texts = ()
    support: Texts = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return *self.facts, *self.listen_for, *self.pitfalls, *self.support


class AgendaItem(Identified):
    """One item of the hour. `shrink` is the order in which items give up time, `least` the minutes they keep.

    A film discussion gives time where its own questions say so.
    """

    title: Text
    minutes: Minutes
    form: Text | None = None
    method: Method | None = None
    lead: Lead | None = None
    text: str | None = None
    film: Id | None = None
    quiz: Id | None = None
    shrink: Order | None = None
    least: SpareMinutes | None = None
    keep: Flag = False
    agree: Flag = False
    follow_up: Flag = False
    facilitator: FacilitatorNotes | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "AgendaItem":
        if sum(value is not None for value in (self.text, self.film, self.quiz)) > 1:
            raise PydanticCustomError("at_most_one", "at most one of", {"names": "text, film, quiz"})
        if self.agree and self.follow_up:
            raise PydanticCustomError("at_most_one", "at most one of", {"names": "agree, follow_up"})
        if self.keep and self.shrink is not None:
            raise PydanticCustomError("keep_shrink", "keep excludes shrink")
        return self
