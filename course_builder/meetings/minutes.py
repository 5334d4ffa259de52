"""What the notes of a meeting hold: gathered from the hour, without its list of names and without anybody's answer."""

from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.steps import planned
from course_builder.learning.days import day_of
from course_builder.meetings.actions import Thread, of_meeting
from course_builder.meetings.attendance import present
from course_builder.meetings.evaluation import results
from course_builder.meetings.following import as_agreed, of_unit, told
from course_builder.meetings.models import Meeting
from course_builder.paper.minutes import Minutes, Told


def minutes_of(session: Session, meeting: Meeting, course: Course, with_note: bool = False) -> Minutes:
    """`course` is the hour's. The free note is left out unless somebody has chosen to take it along."""
    return Minutes(
        unit=meeting.unit.name,
        title=meeting.title,
        starts=meeting.began or meeting.starts,
        minutes=meeting.minutes,
        place=meeting.place,
        leaders=tuple(sorted({one.part for one in meeting.leaders})),
        present=present(session, meeting) if meeting.way else None,
        agenda=agenda(meeting, course),
        earlier=tuple(told(one) for one in _marked_that_day(session, meeting)),
        themes=tuple(meeting.themes),
        note=meeting.note if with_note else "",
        actions=as_agreed(of_meeting(session, meeting.id)),
        evaluation=tuple(
            Told(one.ask, one.rows) for one in results(session, meeting) if one.rows is not None
        ),
    )


def agenda(meeting: Meeting, course: Course) -> tuple[str, ...]:
    """The items of its plan by their titles; of a film discussion the item and not its every question."""
    titles = {item.id: item.title for item in course.agenda} | {film.id: film.title for film in course.films}
    steps = planned(course, meeting.plan)
    return tuple(dict.fromkeys(titles.get(step.item, step.title) for step in steps if step.kind != "actions"))


def _marked_that_day(session: Session, meeting: Meeting) -> list[Thread]:
    """Of those that were agreed on before, what was marked the day of the hour."""
    on = day_of(meeting.began or meeting.starts)
    followed = of_unit(session, meeting.unit_id)
    everything = [*followed.open, *(one for _, found in followed.years for one in found)]
    before = (one for one in everything if one.steps[0].meeting_id != meeting.id)
    return [one for one in before if any(step.decided == on for step in one.steps)]
