"""Who is seen or heard in a film, as a person has answered it. A child or a patient needs a ground in words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.library.film_register.models import FilmRecord, Seen
from course_builder.people.refused import Refused

LONGEST = 2000


@dataclass(frozen=True)
class Answer:
    children: Seen
    patients: Seen
    who: str = ""
    ground: str = ""


def answer(session: Session, film: str, given: Answer, by: int, now: datetime) -> FilmRecord:
    """`film` is its key in the register. Refused when something is left unsaid."""
    if Seen.NOT_SAID in (given.children, given.patients):
        raise Refused(
            "Svara på båda frågorna: om något barn syns eller hörs, och om någon patient gör det.",
            "Answer both questions: whether any child is seen or heard, and whether any patient is.",
        )
    if Seen.YES in (given.children, given.patients) and not given.ground.strip():
        raise Refused(
            "Skriv på vilken grund filmen visas: ett samtycke och var det finns, eller ett beslut.",
            "Write on what ground the film is shown: a consent and where it is kept, or a decision.",
        )
    record = session.get(FilmRecord, film) or FilmRecord(film=film)
    record.children, record.patients = given.children, given.patients
    record.who, record.ground = given.who.strip()[:LONGEST], given.ground.strip()[:LONGEST]
    record.said_by_id, record.said_on = by, now
    session.add(record)
    session.flush()
    return record


def carried(session: Session, old: str, new: str, now: datetime) -> None:
    """The new file of a film keeps the words that were said of the old one; the two answers are asked anew."""
    known = session.get(FilmRecord, old)
    if known is not None and session.get(FilmRecord, new) is None:
        session.add(
            FilmRecord(film=new, who=known.who, ground=known.ground, said_by_id=known.said_by_id, said_on=now)
        )
        session.flush()
