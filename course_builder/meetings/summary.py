"""The summary that comes out of a meeting kit: a text of lines that a person can read, copy and type.

`tests/summary.json` holds it and the script that writes it (`player/browser/hour/kit/summary_text.js`) to each other.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

LONGEST = 20_000
"""Characters of a whole summary."""
MOST_ACTIONS = 9
CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
NAMES: Mapping[str, str] = {
    "timme": "hour", "hour": "hour",
    "datum": "day", "date": "day",
    "började": "began", "began": "began",
    "slutade": "ended", "ended": "ended",
    "närvarande": "present", "present": "present",
    "gäster": "guests", "guests": "guests",
    "tema": "theme", "theme": "theme",
    "anteckning": "note", "note": "note",
    "åtgärd": "what", "action": "what",
    "ansvarig": "responsible", "responsible": "responsible",
    "uppföljning": "follow_up", "follow-up": "follow_up",
    "märks": "sign", "noticed": "sign",
    "nyckel": "key", "key": "key",
    "rader": "lines", "lines": "lines",
}  # fmt: skip
"""What a line may begin with, in both languages; the parts of an action are numbered."""
PARTS = ("what", "responsible", "follow_up", "sign", "key")

Trouble = Literal["unread", "number", "day", "clock", "cut", "no-what"]


@dataclass(frozen=True)
class Told:
    """What could not be understood, and where: the line as it was written."""

    trouble: Trouble
    line: str = ""


@dataclass
class Agreed:
    what: str = ""
    responsible: str = ""
    follow_up: date | None = None
    sign: str = ""
    key: str = ""


@dataclass
class Summary:
    """`hour` names the hour the kit was made for, or its course and day; empty where it was typed by hand."""

    hour: str = ""
    day: date | None = None
    began: time | None = None
    ended: time | None = None
    present: int | None = None
    guests: int = 0
    themes: list[str] = field(default_factory=list)
    note: str = ""
    actions: list[Agreed] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return self == Summary(hour=self.hour)


class Reader:
    """Reads line by line; a line that is not understood hides none of the others."""

    def __init__(self) -> None:
        self.summary = Summary()
        self.told: list[Told] = []
        self._actions: dict[str, Agreed] = {}
        self._counted: int | None = None

    def read(self, text: str) -> tuple[Summary, tuple[Told, ...]]:
        lines = [line for line in text[:LONGEST].splitlines() if line.strip()]
        for line in lines[1:] if lines and ":" not in lines[0] else lines:
            self._line(line)
        self.summary.actions = [one for _, one in sorted(self._actions.items())]
        if self._counted is not None and self._counted != len(lines):
            self.told.append(Told("cut"))
        self.told += [
            Told("no-what", one.responsible or one.sign) for one in self.summary.actions if not one.what
        ]
        return self.summary, tuple(self.told)

    def _line(self, line: str) -> None:
        said, colon, value = line.partition(":")
        label = said.strip()
        number = label[-1:] if label[-1:].isdigit() else ""
        name = NAMES.get(label.removesuffix(number).strip().casefold()) if colon else None
        if name is None:
            self.told.append(Told("unread", line.strip()))
        elif name in PARTS:
            self._part(name, number or "1", value.strip(), line)
        else:
            self._value(name, value.strip(), line)

    def _part(self, name: str, number: str, value: str, line: str) -> None:
        action = self._actions.setdefault(number, Agreed())
        if name == "follow_up":
            action.follow_up = self._day(value, line)
        else:
            setattr(action, name, value)

    def _value(self, name: str, value: str, line: str) -> None:
        if name == "theme":
            self.summary.themes += [value] if value else []
        elif name == "note":
            self.summary.note = "\n".join(filter(None, (self.summary.note, value)))
        elif name == "lines":
            self._counted = self._number(value, line)
        elif name == "day":
            self.summary.day = self._day(value, line)
        elif name in ("began", "ended"):
            setattr(self.summary, name, self._clock(value, line))
        elif name in ("present", "guests"):
            number = self._number(value, line)
            setattr(self.summary, name, number or 0 if name == "guests" else number)
        else:
            setattr(self.summary, name, value)

    def _number(self, value: str, line: str) -> int | None:
        if value.isascii() and value.isdigit() and len(value) <= 4:
            return int(value)
        self._not(value, "number", line)
        return None

    def _day(self, value: str, line: str) -> date | None:
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self._not(value, "day", line)
            return None

    def _clock(self, value: str, line: str) -> time | None:
        found = CLOCK.fullmatch(value)
        if found and int(found[1]) < 24 and int(found[2]) < 60:
            return time(int(found[1]), int(found[2]))
        self._not(value, "clock", line)
        return None

    def _not(self, value: str, trouble: Trouble, line: str) -> None:
        """An empty value is one that was not said."""
        if value:
            self.told.append(Told(trouble, line.strip()))


def read(text: str) -> tuple[Summary, tuple[Told, ...]]:
    """The summary, as far as it can be understood, and what could not be."""
    return Reader().read(text)
