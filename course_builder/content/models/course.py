"""`course.yaml`: what a course is made of and when it counts as done."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from course_builder.content.models.agenda import AgendaItem, Minutes
from course_builder.content.models.base import (
    Day,
    Flag,
    Frozen,
    Id,
    Identified,
    MediaFile,
    Share,
    Text,
    Texts,
)
from course_builder.content.models.variant import Variant

Audience = Literal["ombud", "chef", "politiker", "tjänsteperson", "extern", "medarbetare"]
"""Ids of target groups: representative, manager, elected, official, external, everyone with a unit."""


class Completion(Frozen):
    """When the course counts as done. `mastery` set: the total score against it decides alone."""

    lessons: Literal["all", "none"] = "all"
    quizzes: Literal["passed", "taken", "none"] = "passed"
    pass_: Share = Field(default=0.8, alias="pass")
    mastery: Share | None = None


class Version(Frozen):
    number: Annotated[int, Field(ge=1)]
    date: Day


class Renewal(Frozen):
    """How long a completion counts; only where a region has decided it."""

    months: Annotated[int, Field(ge=1, le=120)] | None = None
    date: Day | None = None
    window: Annotated[int, Field(ge=1, le=24)] | None = None
    refresher: Id | None = None

    @model_validator(mode="after")
    def _one_time(self) -> "Renewal":
        if self.months is not None and self.date is not None:
            raise PydanticCustomError("at_most_one", "at most one of", {"names": "months, date"})
        return self


class PartEntry(Frozen):
    """`- film: vantrummet` or `- quiz: konventionen`: a shared set as a part of the course."""

    film: Id | None = None
    quiz: Id | None = None

    @model_validator(mode="after")
    def _one(self) -> "PartEntry":
        if (self.film is None) == (self.quiz is None):
            raise PydanticCustomError("one_of", "one of", {"names": "film, quiz"})
        return self


def _shape(value: Any) -> str:
    return "set" if isinstance(value, dict | PartEntry) else "lesson"


Entry = Annotated[Annotated[str, Tag("lesson")] | Annotated[PartEntry, Tag("set")], Discriminator(_shape)]
"""A lesson's file, or a shared set."""


class ModuleEntry(Identified):
    title: Text
    minutes: Minutes | None = None
    goals: Texts = ()
    lessons: Annotated[tuple[Entry, ...], Field(min_length=1)]


class CourseFile(Identified):
    """The root file of a course folder."""

    title: Text
    kind: Literal["self-paced", "meeting"] = "self-paced"
    language: Literal["sv", "en"] = "sv"
    summary: Text | None = None
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    version: Version | None = None
    cover: MediaFile | None = None
    completion: Completion = Completion()
    certificate: Flag = False
    review_by: Day | None = None
    renew: Renewal | None = None
    minutes: Minutes | None = None
    modules: tuple[ModuleEntry, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    variants: tuple[Variant, ...] = ()

    @model_validator(mode="after")
    def _kind_has_its_body(self) -> "CourseFile":
        wanted, other = ("agenda", "modules") if self.kind == "meeting" else ("modules", "agenda")
        if self.kind == "self-paced" and self.variants:
            other = "variants"
        if not getattr(self, wanted) or getattr(self, other):
            raise PydanticCustomError(
                "course_body", "wrong body", {"kind": self.kind, "wanted": wanted, "other": other}
            )
        return self
