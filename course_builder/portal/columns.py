"""Which column holds what: guessed from headings and content, chosen by a person, remembered for the portal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from course_builder.importing import serial
from course_builder.importing.sheet import Sheet
from course_builder.portal.dates import day

FIELDS = ("who", "email", "name", "course", "on", "result")
"""`who` is an employee id or a work address; `name` is only ever shown to whoever settles a row."""
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "who": (
        "anställningsnummer", "anställningsnr", "anst.nr", "anstnr", "anställnings-id", "anställningsid", "anställd", "hsa-id",
        "användarnamn", "användar-id", "employee id", "employee number", "employee", "username", "user id", "id", "vem", "who",
    ),
    "email": ("e-post", "epost", "e-postadress", "epostadress", "mejl", "mejladress", "mail", "mailadress", "e-mail", "email", "email address"),
    "name": ("namn", "för- och efternamn", "deltagare", "deltagarens namn", "name", "full name", "participant"),
    "course": ("kurs", "kursnamn", "kursens namn", "utbildning", "aktivitet", "course", "course name", "training", "activity"),
    "on": (
        "datum", "slutdatum", "genomförd datum", "genomfört datum", "datum genomförd", "slutförd datum", "avslutad", "slutförd den",
        "genomförd den", "slutförandedatum", "slutförandetid", "tidstämpel", "date", "completion date", "completed on", "date completed", "completed date", "end date", "completion time", "timestamp",
    ),
    "result": ("resultat", "status", "betyg", "genomförd", "utfall", "kursstatus", "result", "completion status", "grade", "completed", "completion"),
}  # fmt: skip
SHOWS = 20
"""Rows looked at when the headings do not tell."""


@dataclass(frozen=True)
class Fields:
    """The columns of a list, and what holds for every row of it."""

    columns: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Fields":
        return cls(stored.get("columns", {}), stored.get("same", {}))

    def stored(self) -> dict[str, Any]:
        return {"columns": dict(self.columns), "same": dict(self.same)}

    @property
    def missing(self) -> tuple[str, ...]:
        """What must be told before the list says anything."""
        here = {**self.columns, **self.same}
        people = () if {"who", "email"} & set(self.columns) else ("who",)
        return (*people, *(name for name in ("course", "on", "result") if not here.get(name)))


def guessed(sheet: Sheet, remembered: Mapping[str, str]) -> Fields:
    """The portal's own columns where they are all here; otherwise by the headings, then by what the columns hold."""
    if remembered and set(remembered.values()) <= set(sheet.header):
        return Fields(dict(remembered))
    found: dict[str, str] = {}
    for name in FIELDS:
        _claim(found, name, [one for one in sheet.header if plain(one) in HEADINGS[name]])
    if "on" not in found and "result" in found and _mostly(sheet, found["result"], _is_day):
        found["on"] = found.pop("result")  # "Genomförd" may be a day or a yes
    if "email" in found and plain(found.get("who", "")) == "id":
        del found["who"]  # a form numbers its answers
    for name, fits in (("email", _is_mail), ("on", _is_day)):
        _claim(found, name, [one for one in sheet.header if _mostly(sheet, one, fits)])
    return Fields(found)


def cut(fields: Fields, header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """What a row says in the fields that were asked for."""
    places = {heading: number for number, heading in reversed(list(enumerate(header)))}
    said = dict(fields.same)
    for name, heading in fields.columns.items():
        number = places.get(heading)
        if number is not None and number < len(cells):
            said[name] = " ".join(cells[number].split())
    return {name: text for name, text in said.items() if text}


def _claim(found: dict[str, str], name: str, headings: Sequence[str]) -> None:
    free = [heading for heading in headings if heading not in found.values()]
    if free and name not in found:
        found[name] = free[0]


def plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").split()).strip(" :*")


def _mostly(sheet: Sheet, heading: str, fits: Callable[[str], bool]) -> bool:
    if heading not in sheet.header:
        return False
    place = sheet.header.index(heading)
    cells = [
        row.cells[place] for row in sheet.rows[:SHOWS] if place < len(row.cells) and row.cells[place].strip()
    ]
    return bool(cells) and 2 * sum(fits(cell) for cell in cells) > len(cells)


def _is_mail(text: str) -> bool:
    return "@" in text[:100]


def _is_day(text: str) -> bool:
    """Five digits are a day only in a column that is said to hold days: elsewhere they are somebody's number."""
    return day(text) is not None and serial.day(text) is None
