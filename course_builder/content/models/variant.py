"""An hour laid out in another length: some of the agenda's items, shorter or longer, and perhaps some of its own."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from course_builder.content.models.agenda import FacilitatorNotes, Lead, Method, Minutes, Order, SpareMinutes
from course_builder.content.models.base import Flag, Frozen, Id, Text

OWN = ("id", "says", "agree", "follow_up")
"""Keys of an item that the agenda does not have."""


class VariantQuestion(Frozen):
    """A question of the film discussion that is asked in this length; those that are not named are not asked."""

    same: Id
    minutes: Minutes | None = None
    shrink: Order | None = None
    least: SpareMinutes | None = None


class VariantItem(Frozen):
    """`same` takes over an item of the agenda, with what is written here instead; else it is an item of its own.

    `says` is what the wall shows of an item of its own; such an item has no film and no quiz, so that those who do
    the hour on their own take part of the same.
    """

    same: Id | None = None
    id: Id | None = None
    title: Text | None = None
    minutes: Minutes
    form: Text | None = None
    method: Method | None = None
    lead: Lead | None = None
    says: Text | None = None
    questions: tuple[VariantQuestion, ...] = ()
    shrink: Order | None = None
    least: SpareMinutes | None = None
    keep: Flag | None = None
    agree: Flag = False
    follow_up: Flag = False
    facilitator: FacilitatorNotes | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "VariantItem":
        if (self.same is None) == (self.id is None):
            raise PydanticCustomError("one_of", "one of", {"names": "same, id"})
        if self.same is None and self.title is None:
            raise PydanticCustomError("item_untitled", "no title")
        if self.same is None and self.questions:
            raise PydanticCustomError("item_not_own", "of the agenda's", {"name": "questions"})
        for name in OWN:
            if self.same is not None and getattr(self, name):
                raise PydanticCustomError(
                    "item_own", "not of the agenda's", {"name": name, "same": self.same}
                )
        if self.agree and self.follow_up:
            raise PydanticCustomError("at_most_one", "at most one of", {"names": "agree, follow_up"})
        if self.keep and self.shrink is not None:
            raise PydanticCustomError("keep_shrink", "keep excludes shrink")
        return self


class Variant(Frozen):
    """A ready plan of another length. Its minutes are its name."""

    minutes: Minutes
    agenda: Annotated[tuple[VariantItem, ...], Field(min_length=1)]
