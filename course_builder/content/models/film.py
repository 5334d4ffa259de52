"""Films and film discussions: one object, three uses (alone at the screen, in the room, on paper)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from course_builder.content.models.agenda import FacilitatorNotes, Method, Minutes, Order, SpareMinutes
from course_builder.content.models.base import Clock, Day, Flag, Frozen, Identified, Kept, MediaFile, Text

Step = Literal["se", "tolka", "överföra", "handla"]
Article = Annotated[int, Field(ge=1, le=42)]
WebAddress = Annotated[str, Field(pattern=r"^https://[^\s/?#]+\.[^\s/?#]+\S*$", max_length=2000)]
SECONDS_AT_A_PAUSE = 90


class Rights(Frozen):
    """On what ground the film may be shown, who said so when, and for how long."""

    basis: Text
    owner: Text | None = None
    checked_on: Day | None = None
    until: Day | None = None


class FilmVersion(Frozen):
    """A film of its own: with spoken description, or in sign language. Or why none is needed."""

    file: MediaFile | None = None
    url: WebAddress | None = None
    length: Clock | None = None
    captions: dict[str, MediaFile] = Field(default_factory=dict)
    none_needed: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> "FilmVersion":
        if sum(value is not None for value in (self.file, self.url, self.none_needed)) != 1:
            raise PydanticCustomError("one_of", "one of", {"names": "file, url, none_needed"})
        return self


class Still(Frozen):
    """A picture of the film at one of its moments, for those who read it instead of seeing it."""

    at_: Clock = Field(alias="at")
    picture: MediaFile
    shows: Text


class Film(Frozen):
    """The film itself: a file of the course, or a link that is opened by a click and never embedded."""

    file: MediaFile | None = None
    url: WebAddress | None = None
    title: Text | None = None
    owner: Text | None = None
    host: Text | None = None
    has_captions: Flag | None = None
    length: Clock
    poster: MediaFile | None = None
    stills: tuple[Still, ...] = ()
    captions: dict[str, MediaFile] = Field(default_factory=dict)
    described: FilmVersion | None = None
    signed: FilmVersion | None = None
    transcript: Text | None = None
    content_note: Text | None = None
    rights: Rights | None = None

    @model_validator(mode="after")
    def _one(self) -> "Film":
        if (self.file is None) == (self.url is None):
            raise PydanticCustomError("one_of", "one of", {"names": "file, url"})
        return self

    def may_be_copied(self, on: date) -> bool:
        """Somebody has said on what ground it may be shown, and that has not run out."""
        return self.rights is not None and (self.rights.until is None or self.rights.until >= on)


class BeforeQuestion(Identified):
    ask: Text
    alone: Text | None = None
    method: Method | None = None
    minutes: Minutes = 2
    shrink: Order | None = None
    least: SpareMinutes | None = None


class Pause(Identified):
    """Where the film stops and asks."""

    at_: Clock = Field(alias="at")
    described_at: Clock | None = None
    ask: Text
    alone: Text | None = None
    method: Method | None = None
    seconds: Annotated[int, Field(ge=10, le=1800)] = SECONDS_AT_A_PAUSE


class AfterQuestion(Identified):
    step: Step | None = None
    ask: Text
    alone: Text | None = None
    method: Method | None = None
    minutes: Minutes = 3
    shrink: Order | None = None
    least: SpareMinutes | None = None


class FilmDiscussion(Kept):
    """A film with what to think about before, at the stops and after."""

    kind: Literal["film-discussion"]
    title: Text
    purpose: Text | None = None
    articles: tuple[Article, ...] = ()
    film: Film
    before: tuple[BeforeQuestion, ...] = ()
    watch_for: Text | None = None
    pauses: tuple[Pause, ...] = ()
    after: tuple[AfterQuestion, ...] = ()
    facilitator: FacilitatorNotes | None = None

    part_kind: ClassVar[str] = "film"

    @property
    def minutes(self) -> int:
        """Alone at the screen: the film, its stops, and a minute for each question; rounded up."""
        return len(self.before) + len(self.after) + self.film_minutes

    @property
    def room_minutes(self) -> int:
        """In the room, where every question has its own minutes."""
        return sum(step.minutes for step in self.steps) + self.film_minutes

    @property
    def steps(self) -> tuple[BeforeQuestion | AfterQuestion, ...]:
        """The talk around the film."""
        return *self.before, *self.after

    @property
    def questions(self) -> tuple[BeforeQuestion | Pause | AfterQuestion, ...]:
        """Everything that is asked, in order."""
        return *self.before, *self.pauses, *self.after

    @property
    def film_minutes(self) -> int:
        """The film with its stops, rounded up."""
        seconds = self.film.length + sum(pause.seconds for pause in self.pauses)
        return -int(-seconds // 60)
