"""How long a film discussion takes, in the room and alone, from what its text says, also while it is being written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from course_builder.content.models.agenda import Minutes
from course_builder.content.models.base import Clock
from course_builder.content.models.film import SECONDS_AT_A_PAUSE, AfterQuestion, BeforeQuestion

SLOTS = (15, 30, 45, 60)
"""Minutes that a meeting gives to a talk."""
CLOCK = TypeAdapter[float](Clock)
MINUTES = TypeAdapter[int](Minutes)


@dataclass(frozen=True)
class TalkTime:
    """`before` and `after` are minutes, `film` and `pauses` seconds; `asked` is how many questions are around the film."""

    before: int
    film: float
    pauses: int
    after: int
    asked: int

    @property
    def film_minutes(self) -> int:
        """The film with its stops, rounded up."""
        return -int(-(self.film + self.pauses) // 60)

    @property
    def room(self) -> int:
        """Minutes; as FilmDiscussion.room_minutes."""
        return self.before + self.film_minutes + self.after

    @property
    def alone(self) -> int:
        """Minutes; as FilmDiscussion.minutes."""
        return self.asked + self.film_minutes

    @property
    def fits(self) -> int | None:
        """The shortest slot that holds it."""
        return next((slot for slot in SLOTS if slot >= self.room), None)

    @property
    def too_short(self) -> int | None:
        """The longest slot that does not."""
        return next((slot for slot in reversed(SLOTS) if slot < self.room), None)


def talk_time(value: Mapping[str, Any]) -> TalkTime:
    """What is left out, or cannot be read yet, counts as the format counts it."""
    film = value.get("film")
    before, pauses, after = (_items(value, name) for name in ("before", "pauses", "after"))
    return TalkTime(
        before=sum(minutes_of(one, BeforeQuestion.model_fields["minutes"].default) for one in before),
        film=seconds_of(film.get("length") if isinstance(film, Mapping) else None) or 0,
        pauses=sum(_number(one.get("seconds"), SECONDS_AT_A_PAUSE) for one in pauses),
        after=sum(minutes_of(one, AfterQuestion.model_fields["minutes"].default) for one in after),
        asked=len(before) + len(after),
    )


def minutes_of(item: Mapping[str, Any], otherwise: int) -> int:
    return _number(item.get("minutes"), otherwise)


def seconds_of(written: Any) -> float | None:
    """`0:41` -> 41; None for what is no time."""
    try:
        return CLOCK.validate_python(written)
    except ValidationError:
        return None


def _number(written: Any, otherwise: int) -> int:
    try:
        return MINUTES.validate_python(written)
    except ValidationError:
        return otherwise


def _items(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    items = value.get(name)
    return [one for one in items if isinstance(one, Mapping)] if isinstance(items, list) else []
