"""What may be written as an agreed action, and what its writer is gently told. It is a public record."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.meetings.models import LONGEST_LINE, LONGEST_TITLE
from course_builder.people.conditions import holding, under
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded, tidy

MOST_NAMES = 2000
"""That are looked through for one that is written: more people than that are no workplace."""


@dataclass(frozen=True)
class Wanted:
    """An action as somebody wrote it."""

    what: str
    responsible: str
    """A function by default: "Receptionen", "Ombud och chef"."""
    follow_up: date | None = None
    sign: str = ""
    """How a child would notice."""


def checked(wanted: Wanted) -> Wanted:
    """On one line each. Refused when a part is missing or too long, or when a personnummer stands in it."""
    made = Wanted(
        one_line(wanted.what, LONGEST_LINE),
        one_line(wanted.responsible, LONGEST_TITLE),
        wanted.follow_up,
        one_line(wanted.sign, LONGEST_LINE),
    )
    if not made.what:
        raise Refused("Skriv vad ni ska göra.", "Write what you are going to do.")
    if not made.responsible:
        raise Refused(
            "Skriv vilken funktion som ansvarar, till exempel Receptionen.",
            "Write which function is responsible, for example The reception.",
        )
    return made


def one_line(text: str, longest: int) -> str:
    """Refused for a personnummer, and when it is longer than `longest` signs."""
    line = tidy(text[: 4 * longest])
    no_personnummer(line)
    if len(line) > longest:
        raise Refused(
            f"Texten får ha högst {longest} tecken. Skriv det kortare.",
            f"The text may have at most {longest} characters. Write it shorter.",
        )
    return line


def no_personnummer(text: str) -> None:
    if looks_like(text):
        raise Refused(
            "Det där liknar ett personnummer. Skriv inga namn, patienter eller personnummer här.",
            "That looks like a personnummer. Write no names, patients or personnummer here.",
        )


def names_somebody(session: Session, unit: Unit, responsible: str, today: date) -> bool:
    """Whether it reads like somebody who works there: her first name first in it, or first name and surname.

    Of protected persons nothing is said, as the answer would tell that they work there.
    """
    said = folded(responsible).replace(",", " ").split()
    people = (
        select(Person.name)
        .join(Appointment, Appointment.person_id == Person.id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(under(unit.path), holding(today), Person.protected.is_(False))
        .distinct()
        .limit(MOST_NAMES)
    )
    return bool(said) and any(_named(folded(name).split(), said) for name in session.scalars(people))


def _named(name: list[str], said: list[str]) -> bool:
    return said[0] == name[0] or {name[0], name[-1]} <= set(said)
