"""The summary of a meeting kit is taken in: what is said in it is told as if it had been typed on the page after the hour."""

from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from course_builder.content.problems import Language
from course_builder.learning.days import SWEDEN, day_of
from course_builder.meetings import actions, attendance
from course_builder.meetings.agreed import Wanted
from course_builder.meetings.course_kit import WITHOUT_HOUR
from course_builder.meetings.models import Meeting
from course_builder.meetings.summary import Agreed, Summary
from course_builder.meetings.telling import Told, tell
from course_builder.people.refused import Refused

LONGEST_KEY = 40


def hour_name(meeting_id: int) -> str:
    """What a kit calls its hour."""
    return f"kit-{meeting_id}"


def take_in(
    session: Session, meeting_id: int, summary: Summary, language: Language, by_id: int, now: datetime
) -> Meeting:
    """Taken in twice it is there once. Names that somebody has ticked stay what counts. One of a kit that was made before
    anybody planned an hour is taken by the hour that it is handed in to.

    Refused for another hour's summary, for one that says nothing, and as `telling.tell` refuses.
    """
    _check(meeting_id, summary)
    meeting = attendance.locked(session, meeting_id)
    was_open = meeting.ended is None
    day = summary.day or day_of(meeting.starts)
    meeting.began = meeting.began or _moment(day, summary.began)
    agreed = {
        _key(session, meeting, one, number): _wanted(one) for number, one in enumerate(summary.actions, 1)
    }
    told = Told(summary.present, agreed, (*meeting.themes, *summary.themes), _note(meeting, summary))
    tell(session, meeting_id, told, language, by_id, now)
    if was_open:
        meeting.ended = _moment(day, summary.ended) or meeting.ended
    if summary.guests:
        attendance.say_guests(session, meeting, summary.guests)
    return meeting


def _check(meeting_id: int, summary: Summary) -> None:
    of_none = summary.hour.startswith(WITHOUT_HOUR)
    if summary.hour and not of_none and summary.hour != hour_name(meeting_id):
        raise Refused(
            "Sammanfattningen är från en annan APT-timme. Öppna den timmen och lämna in den där.",
            "The summary is of another APT hour. Open that hour and hand it in there.",
        )
    if summary.empty:
        raise Refused(
            "Det står inget att spara. Skriv hur många som var där, ett tema eller en åtgärd.",
            "There is nothing to save. Write how many were there, a theme or an action.",
        )


def _key(session: Session, meeting: Meeting, one: Agreed, number: int) -> str:
    """The one that the kit gave it. Typed by hand it is that of the same words, or its place."""
    if one.key:
        return one.key[:LONGEST_KEY]
    said = one.what.casefold()
    same = (kept.key for kept in actions.of_meeting(session, meeting.id) if kept.what.casefold() == said)
    return next(filter(None, same), f"{hour_name(meeting.id)}-{number}")


def _wanted(one: Agreed) -> Wanted:
    return Wanted(one.what, one.responsible, one.follow_up, one.sign)


def _note(meeting: Meeting, summary: Summary) -> str:
    """With what stood there; the same words are not put in twice."""
    if summary.note in meeting.note:
        return meeting.note
    return "\n".join(filter(None, (meeting.note, summary.note)))


def _moment(day: date, clock: time | None) -> datetime | None:
    return datetime.combine(day, clock, SWEDEN).astimezone(UTC) if clock else None
