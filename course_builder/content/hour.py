"""The agenda of an APT hour against its minutes, also while it is being written, and what to shorten when it is too long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from course_builder.content.models.agenda import SpareMinutes
from course_builder.content.models.base import Flag
from course_builder.content.shortening import Shortened, shorten

MARK = 15
"""Minutes between the marks of the scale."""
What = Literal["film", "quiz", "agree", "talk"]
NUMBER = TypeAdapter[int](SpareMinutes)
FLAG = TypeAdapter[bool](Flag)


@dataclass(frozen=True)
class HourItem:
    """`number` counts from 1; `start` is in minutes from the beginning. `least` is None where nothing is given up."""

    id: str
    number: int
    title: str
    start: int
    minutes: int
    what: What
    shrink: int | None = None
    least: int | None = None
    keep: bool = False

    @property
    def end(self) -> int:
        return self.start + self.minutes

    @property
    def whole(self) -> bool:
        """A film discussion gives time where its questions say, not here."""
        return self.what == "film"

    @property
    def giving(self) -> "HourItem":
        """By its number, for it may have no id yet; as long as it is on the agenda it has a minute at least."""
        least = None if self.least is None else max(1, self.least)
        return replace(self, id=str(self.number), least=least)


@dataclass(frozen=True)
class Cut:
    """An item that is shortened `to` so many minutes."""

    item: HourItem
    to: int


@dataclass(frozen=True)
class Hour:
    """`minutes` are those of the meeting; None while they are not said."""

    minutes: int | None
    items: tuple[HourItem, ...]

    @property
    def total(self) -> int:
        return sum(item.minutes for item in self.items)

    @property
    def over(self) -> int:
        """Minutes too many; below 0, minutes left."""
        return self.total - self.minutes if self.minutes is not None else 0

    @property
    def scale(self) -> int:
        """Minutes that the drawn ruler holds."""
        return max(self.total, self.minutes or 0, 1)

    @property
    def marks(self) -> tuple[int, ...]:
        return tuple(range(0, self.scale + 1, MARK))

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """What the agenda's own rules shorten, the lowest `shrink` first, until it fits or nothing more is given."""
        by_place = {str(item.number): item for item in self.items}
        return tuple(Cut(by_place[cut.id], cut.to) for cut in self._shortened.cuts)

    @property
    def still_over(self) -> int:
        """Minutes too many when those cuts are made."""
        return self._shortened.still_over

    @property
    def _shortened(self) -> Shortened:
        return shorten([item.giving for item in self.items], self.total - max(0, self.over))


def hour(course: Mapping[str, Any]) -> Hour:
    return _hour(course.get("minutes"), _mappings(course, "agenda"))


def lengths(course: Mapping[str, Any]) -> list[Hour]:
    """The hour in its other lengths; an item that is the same has here what it does not say itself."""
    known = {item.get("id"): item for item in _mappings(course, "agenda")}
    return [
        _hour(one.get("minutes"), [_laid(item, known) for item in _mappings(one, "agenda")])
        for one in _mappings(course, "variants")
    ]


def _laid(item: Mapping[str, Any], known: Mapping[Any, Mapping[str, Any]]) -> Mapping[str, Any]:
    same = known.get(item.get("same"))
    if same is None:
        return item
    rules = (
        ("keep", "shrink", "least") if _flag(item.get("keep")) else ("keep",) if item.get("shrink") else ()
    )
    here = {name: value for name, value in item.items() if value is not None}
    return {**{name: value for name, value in same.items() if name not in rules}, **here}


def _hour(minutes: Any, agenda: Iterable[Mapping[str, Any]]) -> Hour:
    items: list[HourItem] = []
    for item in agenda:
        items.append(_item(item, len(items) + 1, items[-1].end if items else 0))
    return Hour(_number(minutes), tuple(items))


def _mappings(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = value.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _item(item: Mapping[str, Any], number: int, start: int) -> HourItem:
    return HourItem(
        id=str(item.get("id") or ""),
        number=number,
        title=str(item.get("title") or ""),
        start=start,
        minutes=_number(item.get("minutes")) or 0,
        what=_what(item),
        shrink=_number(item.get("shrink")),
        least=_number(item.get("least")),
        keep=_flag(item.get("keep")),
    )


def _what(item: Mapping[str, Any]) -> What:
    if _flag(item.get("agree")):
        return "agree"
    return "film" if item.get("film") else "quiz" if item.get("quiz") else "talk"


def _number(written: Any) -> int | None:
    try:
        return NUMBER.validate_python(written)
    except ValidationError:
        return None


def _flag(written: Any) -> bool:
    try:
        return FLAG.validate_python(written)
    except ValidationError:
        return False
