"""Reflections: the learner's own words, shown to nobody else, in no report and no event, hers to delete."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.learning.models import Note
from course_builder.learning.writing import checked

MOST_WRITTEN = 20_000


def keep(
    session: Session, person_id: int, course_id: str, question_id: str, text: str, now: datetime
) -> None:
    """An empty text deletes the note. Raises TooLong and Personnummer."""
    if not text.strip():
        return forget(session, person_id, course_id, question_id)
    values = {"text": checked(text, MOST_WRITTEN), "saved": now}
    where = {"person_id": person_id, "course_id": course_id, "question_id": question_id}
    made = session.execute(insert_new(session, Note).values(**where, **values).returning(Note.id))
    if made.scalar_one_or_none() is None:
        session.execute(update(Note).filter_by(**where).values(values))
    return None


def keep_over(
    session: Session, person_id: int, course_id: str, question_id: str, text: str, was: str, now: datetime
) -> str | None:
    """As `keep`, but only over the text she had seen: else what is there now, and nothing is written."""
    there = session.execute(
        select(Note.text)
        .filter_by(person_id=person_id, course_id=course_id, question_id=question_id)
        .with_for_update()
    ).scalar_one_or_none()
    if (there or "") not in (was, text):
        return there
    keep(session, person_id, course_id, question_id, text, now)
    return None


def forget(session: Session, person_id: int, course_id: str, question_id: str) -> None:
    session.execute(delete(Note).filter_by(person_id=person_id, course_id=course_id, question_id=question_id))


def notes(session: Session, person_id: int, course_id: str) -> dict[str, str]:
    """Her notes in a course, by question."""
    rows = session.execute(
        select(Note.question_id, Note.text).where(Note.person_id == person_id, Note.course_id == course_id)
    )
    return {question_id: text for question_id, text in rows}


def all_notes(session: Session, person_id: int) -> list[Note]:
    """Everything she has written, by course."""
    return list(
        session.scalars(select(Note).where(Note.person_id == person_id).order_by(Note.course_id, Note.id))
    )
