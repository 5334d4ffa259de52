"""Records of APT hours that can be given out: the hours, who was there, and what was agreed. Answers of phones are in none."""

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from course_builder.learning.days import day_of
from course_builder.meetings.crediting import day_held
from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import AgreedAction, Attendee, Meeting
from course_builder.people.conditions import under
from course_builder.people.models import Person, Unit
from course_builder.reports.gathered import MOST, Gathered, Wanted
from course_builder.reports.models import RecordKind

OUTCOMES = {
    "open": "inte uppföljd",
    "done": "klar",
    "carried-on": "fortsätter",
    "closed": "avslutas utan åtgärd",
}


def hours(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    """Of the units that are asked for: planned and held, with how many were there, themes and note."""
    asked = select(Meeting, Unit).join(Unit, Unit.id == Meeting.unit_id).where(_inside(wanted, within))
    found = session.execute(asked.order_by(Meeting.starts, Meeting.id).limit(MOST)).all()
    there = present_at(session, select(Meeting.id).where(Meeting.id.in_([one.id for one, _ in found])))
    return [
        Gathered(
            RecordKind.HOUR, str(one.id),
            {"unit": unit.name, "title": one.title, "on": day_of(one.starts).isoformat(),
             "present": str(there.get(one.id, 0)) if one.way else "", "themes": ", ".join(one.themes), "note": one.note},
        )
        for one, unit in found
    ]  # fmt: skip


def attendance(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    """Everybody on the lists of the units' hours, and the people asked for on any list inside. Protected people are left out."""
    mine = and_(Attendee.person_id.is_not(None), Attendee.person_id.in_(wanted.people))
    asked = (
        select(Attendee, Meeting, Unit, Person)
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .join(Unit, Unit.id == Meeting.unit_id)
        .outerjoin(Person, Person.id == Attendee.person_id)
        .where(or_(mine, *(under(path) for path in wanted.paths)), under(within), Meeting.ended.is_not(None))
        .where(or_(Attendee.person_id.is_(None), seen))
        .order_by(Meeting.starts, Meeting.id, Attendee.id)
    )
    return [
        Gathered(
            RecordKind.ATTENDANCE, str(one.id),
            {"name": person.name if person else one.name or "", "unit": unit.name, "title": meeting.title,
             "on": day_held(meeting).isoformat(), "result": _took_part(one)},
        )
        for one, meeting, unit, person in session.execute(asked.limit(MOST))
    ]  # fmt: skip


def actions(session: Session, wanted: Wanted, within: str, seen: ColumnElement[bool]) -> list[Gathered]:
    """What the units agreed to do, and what came of it."""
    asked = select(AgreedAction, Unit).join(Unit, Unit.id == AgreedAction.unit_id)
    asked = asked.where(_inside(wanted, within))
    return [
        Gathered(
            RecordKind.ACTION, str(one.id),
            {"unit": unit.name, "what": one.what, "responsible": one.responsible, "sign": one.sign, "made": one.made.isoformat(),
             "due": one.follow_up.isoformat() if one.follow_up else "", "outcome": OUTCOMES[one.outcome], "came_of_it": one.came_of_it},
        )
        for one, unit in session.execute(asked.order_by(AgreedAction.id).limit(MOST))
    ]  # fmt: skip


def _inside(wanted: Wanted, within: str) -> ColumnElement[bool]:
    return and_(or_(false(), *(under(path) for path in wanted.paths)), under(within))


def _took_part(one: Attendee) -> str:
    if one.took_part:
        return "deltog"
    return {"done": "gjort i efterhand", "asked": "ombedd att göra i efterhand"}.get(
        one.afterwards or "", "deltog inte"
    )
