"""Agreed actions: written during the hour or after it, marked at a later APT, and never lost between the two.

One that is carried on is closed with what came of it so far, and a new one continues it with a new date: so the
chain of them is its history, and nothing is written over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.meetings.agreed import Wanted, checked, one_line
from course_builder.meetings.models import LONGEST_LINE, AgreedAction, Meeting, Outcome
from course_builder.people.refused import Refused

FEW = 2
"""So many are agreed on as a rule: more are seldom done."""


def open_actions(session: Session, unit_id: int) -> list[AgreedAction]:
    """What the unit has left to do or to follow up, the earliest date first."""
    found = select(AgreedAction).where(
        AgreedAction.unit_id == unit_id, AgreedAction.outcome == Outcome.OPEN.value
    )
    return sorted(session.scalars(found), key=lambda one: (one.follow_up or date.max, one.id))


def of_meeting(session: Session, meeting_id: int) -> list[AgreedAction]:
    """What was agreed at an hour, in the order it was written; not what has continued it since."""
    found = select(AgreedAction).where(
        AgreedAction.meeting_id == meeting_id, AgreedAction.continues_id.is_(None)
    )
    return list(session.scalars(found.order_by(AgreedAction.id)))


def put(
    session: Session, meeting: Meeting, key: str, wanted: Wanted, today: date, by_id: int
) -> AgreedAction:
    """The action of that key as it now stands: sent twice it is one. Refused for one that has been marked since."""
    values = checked(wanted)
    kept = by_key(session, meeting, key)
    if kept is None:
        kept = AgreedAction(
            unit_id=meeting.unit_id, meeting_id=meeting.id, key=key, made=today, made_by_id=by_id,
            what=values.what, responsible=values.responsible, follow_up=values.follow_up, sign=values.sign,
        )  # fmt: skip
        session.add(kept)
    else:
        change(kept, values)
    session.flush()
    return kept


def by_key(session: Session, meeting: Meeting, key: str) -> AgreedAction | None:
    """Refused for a key that belongs to another hour."""
    kept = session.scalar(select(AgreedAction).where(AgreedAction.key == key))
    if kept is not None and kept.meeting_id != meeting.id:
        raise Refused(
            "Åtgärden hör till en annan APT-timme. Ladda om sidan och skriv den på nytt.",
            "The action belongs to another APT hour. Reload the page and write it anew.",
        )
    return kept


def change(action: AgreedAction, wanted: Wanted) -> None:
    """Other words or another date. One that has been marked stays as it was; the same words again are no change."""
    values = checked(wanted)
    new = (values.what, values.responsible, values.follow_up, values.sign)
    if new == (action.what, action.responsible, action.follow_up, action.sign):
        return
    if action.outcome != Outcome.OPEN:
        raise Refused(
            "Åtgärden är redan markerad. Ångra markeringen först, sedan kan du ändra den.",
            "The action has been marked already. Undo the mark first, then you can change it.",
        )
    action.what, action.responsible, action.follow_up, action.sign = new


def remove(session: Session, meeting: Meeting, key: str) -> None:
    """Written by mistake, and nothing has come of it. Done twice it is done once; `put` with the key takes it back."""
    kept = by_key(session, meeting, key)
    if kept is None:
        return
    if kept.outcome != Outcome.OPEN or kept.continues_id is not None:
        raise Refused(
            "Åtgärden är redan markerad och står kvar i historiken.",
            "The action has been marked already and stays in the history.",
        )
    session.delete(kept)
    session.flush()


@dataclass(frozen=True)
class Mark:
    """What became of an action. `follow_up` is the new date of one that is carried on."""

    outcome: Outcome
    came_of_it: str = ""
    follow_up: date | None = None


def mark(session: Session, action: AgreedAction, made: Mark, today: date, by_id: int) -> AgreedAction:
    """The action that stands afterwards: itself, or the new one that continues it. Marked again alike it is one mark."""
    came_of_it = one_line(made.came_of_it, LONGEST_LINE)
    if action.outcome != Outcome.OPEN:
        if action.outcome == made.outcome.value:
            return continuation(session, action) or action
        raise Refused(
            "Någon har redan markerat åtgärden. Ångra den markeringen först.",
            "Somebody has marked the action already. Undo that mark first.",
        )
    if made.outcome is Outcome.OPEN:
        return action
    if made.outcome is Outcome.CARRIED_ON and (made.follow_up is None or made.follow_up <= today):
        raise Refused(
            "Välj ett nytt uppföljningsdatum efter i dag.", "Choose a new follow-up date after today."
        )
    action.outcome, action.came_of_it = made.outcome.value, came_of_it
    action.decided, action.decided_by_id = today, by_id
    session.flush()
    return _continued(session, action, made.follow_up) if made.outcome is Outcome.CARRIED_ON else action


def _continued(session: Session, action: AgreedAction, follow_up: date | None) -> AgreedAction:
    made = AgreedAction(
        unit_id=action.unit_id, meeting_id=action.meeting_id, continues_id=action.id, what=action.what,
        responsible=action.responsible, sign=action.sign, follow_up=follow_up, made=action.made,
        made_by_id=action.made_by_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def unmark(session: Session, action: AgreedAction) -> None:
    """Open again, as before it was marked. Refused when what continued it has been marked in its turn."""
    after = continuation(session, action)
    if after is not None and after.outcome != Outcome.OPEN:
        raise Refused(
            "Åtgärden har markerats igen senare. Ångra den senaste markeringen först.",
            "The action has been marked again later. Undo the latest mark first.",
        )
    if after is not None:
        session.delete(after)
    action.outcome, action.came_of_it = Outcome.OPEN.value, ""
    action.decided, action.decided_by_id = None, None
    session.flush()


def continuation(session: Session, action: AgreedAction) -> AgreedAction | None:
    return session.scalar(select(AgreedAction).where(AgreedAction.continues_id == action.id))


@dataclass(frozen=True)
class Thread:
    """An action through time: each time it was marked, the latest last; `now` is where it stands."""

    steps: tuple[AgreedAction, ...]

    @property
    def now(self) -> AgreedAction:
        return self.steps[-1]

    @property
    def earlier(self) -> tuple[AgreedAction, ...]:
        return self.steps[:-1]


def threads(actions: Sequence[AgreedAction]) -> list[Thread]:
    """Actions of one unit, put together with what they continue; the order of their beginnings is kept."""
    after: dict[int | None, AgreedAction] = {
        one.continues_id: one for one in actions if one.continues_id is not None
    }
    ids = {one.id for one in actions}
    return [
        Thread(_chain(one, after))
        for one in actions
        if one.continues_id is None or one.continues_id not in ids
    ]


def _chain(first: AgreedAction, after: dict[int | None, AgreedAction]) -> tuple[AgreedAction, ...]:
    steps = [first]
    while steps[-1].id in after:
        steps.append(after[steps[-1].id])
    return tuple(steps)
