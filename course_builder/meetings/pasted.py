"""Names from a paper or a mail, matched with the list and the unit's people; what does not match is asked about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.meetings.attendance import How, tick
from course_builder.meetings.guests import guest, walk_in
from course_builder.meetings.models import Attendee, Meeting
from course_builder.meetings.sheet import Row, sheet
from course_builder.people.conditions import holding, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.persons import visible
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy, words

MOST_LINES = 300
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_BEFORE = re.compile(r"^[\s\d.)*•·☐☑✓xX\-–]+(?=[^\W\d_]{2}|\S+@)")
"""Numbers, dashes and ticked boxes before a name."""
What = Literal["row", "person", "guest", "leave"]


@dataclass(frozen=True)
class Choice:
    """Somebody a line may mean: `what` is a row of the list or a person of the unit."""

    what: Literal["row", "person"]
    id: int
    name: str


@dataclass(frozen=True)
class Line:
    """`choices` has one when it is certain, several when they fit alike, none when nobody does."""

    text: str
    choices: tuple[Choice, ...]
    certain: bool


@dataclass(frozen=True)
class Decided:
    """What a line is: a row of the list, a person, a guest of that name, or nobody."""

    what: What
    id: int = 0
    name: str = ""


def match(session: Session, meeting: Meeting, actor: Actor, text: str, today: date) -> list[Line]:
    """Each name once, in its order. Refused for more lines than a room has people."""
    lines = list(dict.fromkeys(filter(None, map(_bare, text.splitlines()))))
    if len(lines) > MOST_LINES:
        raise Refused(f"Klistra in högst {MOST_LINES} rader.", f"Paste at most {MOST_LINES} lines.")
    rows = sheet(session, meeting, actor).rows
    known = _known(session, meeting, actor, rows, today)
    mails = _by_mail(session, actor, rows, [line for line in lines if "@" in line])
    found = {_same(line): line for line in (_line(text, known, mails) for text in reversed(lines))}
    return list(reversed(found.values()))


def take(
    session: Session, meeting: Meeting, actor: Actor, decided: Iterable[Decided], how: How, now: datetime
) -> int:
    """Those who are named were there; gives how many. Nobody is unticked by a list."""
    there = 0
    for one in decided:
        if one.what == "row":
            tick(session, meeting, one.id, True, how, actor.person_id, now)
        elif one.what == "person":
            walk_in(session, meeting, actor, one.id, None, how, now)
        elif one.what == "guest":
            guest(session, meeting, one.name, None, how, actor.person_id, now)
        there += one.what != "leave"
    return there


def _bare(line: str) -> str:
    """The name or address of a line: "3. Öberg, Elin (ssk)" is "Elin Öberg"."""
    text = tidy(_IN_PARENTHESES.sub(" ", _BEFORE.sub("", line.replace("\t", " "))))
    last, comma, first = text.strip(" ,;").partition(",")
    return tidy(f"{first} {last}") if comma and first.strip() else last.strip()


def _same(line: Line) -> object:
    """The same for two lines that certainly mean the same person."""
    return line.choices[0] if line.certain else line.text


def _known(
    session: Session, meeting: Meeting, actor: Actor, rows: Sequence[Row], today: date
) -> Sequence[Choice]:
    """The list first, then the people of the unit who are not on it."""
    here = session.execute(
        select(Person.id, Person.name)
        .join(Appointment, Appointment.person_id == Person.id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(under(meeting.unit_path), holding(today), visible(session, actor))
        .order_by(Person.sort_name, Person.id)
        .distinct()
    )
    listed = {row.person_id for row in rows}
    listed |= set(session.scalars(select(Attendee.person_id).where(Attendee.meeting_id == meeting.id)))
    return [
        *(Choice("row", row.id, row.name) for row in rows),
        *(Choice("person", one, name) for one, name in here if one not in listed),
    ]


def _by_mail(
    session: Session, actor: Actor, rows: Sequence[Row], mails: Sequence[str]
) -> Mapping[str, Choice]:
    listed = {row.person_id: Choice("row", row.id, row.name) for row in rows}
    wanted = [mail.lower() for mail in mails]
    found = session.execute(
        select(Person.email, Person.id, Person.name).where(Person.email.in_(wanted), visible(session, actor))
    )
    return {mail: listed.get(one) or Choice("person", one, name) for mail, one, name in found if mail}


def _line(text: str, known: Sequence[Choice], mails: Mapping[str, Choice]) -> Line:
    if text.lower() in mails:
        return Line(text, (mails[text.lower()],), True)
    asked = words(text)
    same = tuple(one for one in known if sorted(words(one.name)) == sorted(asked))
    if same:
        return Line(text, same, len(same) == 1)
    like = tuple(one for one in known if _alike(asked, words(one.name)))
    return Line(text, like, False)


def _alike(asked: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every word of the shorter begins one of the longer: "Elin M" and "Elin Medarbetare"."""
    if not asked:
        return False
    few, many = sorted((asked, name), key=len)
    return all(any(long.startswith(word) or word.startswith(long) for long in many) for word in few)
