"""What each kind of screen is shown of a running hour, as documents that are sent whole. No names, no key of a phone."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import Meeting, Phone, Round
from course_builder.meetings.results import for_leaders, shown

Documents = Mapping[str, Any]
OF_LEADERS = frozenset({"by", "device"})


def leaders(session: Session, meeting_id: int) -> Documents:
    meeting = session.get_one(Meeting, meeting_id)
    phones = select(func.count()).select_from(Phone).where(Phone.meeting_id == meeting_id)
    rounds = {
        "rounds": [for_leaders(session, one) for one in _rounds(session, meeting_id)],
        "phones": session.scalar(phones) or 0,
        "locked": meeting.locked,
        "code": meeting.code,
        "door": meeting.door,
    }
    return {"stage": _stage(meeting), "rounds": rounds}


def wall(session: Session, meeting_id: int) -> Documents:
    meeting = session.get_one(Meeting, meeting_id)
    results = [shown(session, one) for one in _rounds(session, meeting_id) if one.state == "shown"]
    return {"stage": _unnamed(meeting), "rounds": {"results": results}}


def phone(session: Session, meeting_id: int) -> Documents:
    """What is asked now, what was shown last, and whether the hour goes on."""
    meeting = session.get_one(Meeting, meeting_id)
    rounds = _rounds(session, meeting_id)
    asked = [
        {"id": one.id, "kind": one.kind, "ask": one.ask, "options": one.options if one.kind != "word" else []}
        for one in rounds
        if one.state == "open"
    ]
    results = [shown(session, one) for one in rounds if one.state == "shown"]
    return {"room": {"asked": asked, "shown": results[-1:], "over": meeting.code is None}}


LOOKS: Mapping[str, Callable[[Session, int], Documents]] = {"leader": leaders, "wall": wall, "phone": phone}


def _stage(meeting: Meeting) -> Documents:
    stage = meeting.stage
    return {"stage": stage, "revision": meeting.stage_revision, "by": (stage or {}).get("by")}


def _unnamed(meeting: Meeting) -> Documents:
    """Who leads is no business of a screen that anybody may see."""
    stage = meeting.stage
    bare = stage and {name: value for name, value in stage.items() if name not in OF_LEADERS}
    return {"stage": bare, "revision": meeting.stage_revision}


def _rounds(session: Session, meeting_id: int) -> list[Round]:
    found = select(Round).where(Round.meeting_id == meeting_id).order_by(Round.number, Round.id)
    return list(session.scalars(found))
