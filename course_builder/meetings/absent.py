"""Doing it afterwards: the same course alone, asked of those whom the leader chooses. Why somebody was not there is never asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.render.dates import day
from course_builder.learning import requirements
from course_builder.learning.days import day_of
from course_builder.meetings.again import whole
from course_builder.meetings.attendance import How
from course_builder.meetings.crediting import DONE, counts, credit, day_held, root_of
from course_builder.meetings.models import AttendanceChange, Attendee, Meeting
from course_builder.people.may import Actor
from course_builder.people.models import Account, Person
from course_builder.people.persons import visible
from course_builder.people.refused import Refused
from course_builder.people.spelling import sort_key
from course_builder.post.letters import compose
from course_builder.post.outbox import write

PURPOSE = "afterwards"
ASKED = "asked"
BY_DECISION = "decided"
"""The code of an exemption: the leader asks it of her no longer."""


@dataclass(frozen=True)
class Left:
    """Somebody who was not there. `how` is the way it can reach her: the application, a letter with a link, or paper."""

    id: int
    name: str
    state: str
    """"" (not asked), `asked` or `done`."""
    on: date | None
    """When she completed it in the application."""
    reach: str
    """`account`, `mail` or `paper`."""
    guest: bool
    """By name only: nothing can be asked of her here."""


def those_left(session: Session, meeting: Meeting, actor: Actor) -> list[Left]:
    """By name: everybody of the series whom it is left for, and those who have done it since; the actor may see them."""
    shown = _people(session, meeting, actor)
    done = whole(session, meeting).alone
    accounts = set(
        session.scalars(
            select(Account.person_id).where(
                Account.person_id.in_([one.person_id for one, _ in shown]), ~Account.disabled
            )
        )
    )
    found = [
        Left(
            one.id, person.name if person else one.name or "", _state(one, done), done.get(one.person_id or 0),
            "account" if person and person.id in accounts else "mail" if person and person.email else "paper",
            person is None,
        )
        for one, person in shown
    ]  # fmt: skip
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def ask(
    session: Session, meeting: Meeting, actor: Actor, attendee_ids: Collection[int], due: date, link: str, now: datetime
) -> int:  # fmt: skip
    """They are asked to do it alone, by the day; gives how many were not asked before. Letters wait in the outbox.

    Refused before the hour has ended, and for a day that has passed. Guests, who are not among our people, are left alone.
    """
    if meeting.ended is None:
        raise Refused("Avsluta timmen först.", "End the hour first.")
    if not counts(session, meeting):
        raise Refused(
            "Timmen byggde på ett filmsamtal ur en annan kurs. Ge dem frågorna på papper och notera när de är gjorda.",
            "The hour was a film discussion of another course. Give them the questions on paper and note when they are done.",
        )
    if due < day_of(now):
        raise Refused("Välj en dag som inte har varit.", "Choose a day that has not passed.")
    chosen = [
        (one, person)
        for one, person in _people(session, meeting, actor)
        if person is not None and one.id in attendee_ids and one.afterwards is None
    ]
    if not chosen:
        return 0
    made = requirements.require(
        session,
        meeting.course_id,
        now,
        actor.person_id,
        person_ids=[person.id for _, person in chosen],
        due=due,
    )
    for one, person in chosen:
        one.afterwards, one.requirement_id = ASKED, made.id
        _write(session, meeting, person, due, link, actor.name, now)
    session.flush()
    return len(chosen)


def ask_no_longer(session: Session, meeting: Meeting, actor: Actor, attendee_id: int, now: datetime) -> None:
    """She need not. Done twice it is done once."""
    one = _one(session, meeting, actor, attendee_id)
    if one.afterwards != ASKED:
        return
    if one.requirement_id is not None and one.person_id is not None:
        requirements.exempt(session, one.requirement_id, one.person_id, BY_DECISION, actor.person_id, now)
    one.afterwards, one.requirement_id = None, None
    session.flush()


def say_done(
    session: Session, meeting: Meeting, actor: Actor, attendee_id: int, done: bool, now: datetime
) -> None:
    """On paper or by a link: the leader says so, and it counts as if she had been there. It can be taken back."""
    one = _one(session, meeting, actor, attendee_id)
    before = one.afterwards
    after = DONE if done else ASKED if one.requirement_id else None
    if before == after or (not done and before != DONE):
        return
    one.afterwards = after
    session.add(
        AttendanceChange(
            meeting_id=one.meeting_id, attendee_id=one.id, took_part=done, how=How.AFTERWARDS.value, on=day_of(now),
            by_id=actor.person_id,
        )
    )  # fmt: skip
    session.flush()
    credit(session, session.get_one(Meeting, one.meeting_id), one, actor.person_id, now)


def _people(session: Session, meeting: Meeting, actor: Actor) -> Sequence[tuple[Attendee, Person | None]]:
    """Those it is left for, and those who have done it since; without whom the actor may not see."""
    rows = whole(session, meeting).not_there
    ids = [one.person_id for one in rows if one.person_id is not None]
    seen = session.scalars(select(Person).where(Person.id.in_(ids), visible(session, actor)))
    people = {person.id: person for person in seen}
    return [
        (one, people.get(one.person_id or 0))
        for one in rows
        if one.person_id is None or one.person_id in people
    ]


def _one(session: Session, meeting: Meeting, actor: Actor, attendee_id: int) -> Attendee:
    found = next((one for one, _ in _people(session, meeting, actor) if one.id == attendee_id), None)
    if found is None:
        raise Refused(
            "Personen står inte på listan för den här timmen. Ladda om sidan.",
            "The person is not on the list of this hour. Load the page again.",
        )
    return found


def _state(one: Attendee, done: Mapping[int, date]) -> str:
    return DONE if one.person_id in done or one.afterwards == DONE else one.afterwards or ""


def _write(
    session: Session, meeting: Meeting, person: Person, due: date, link: str, sender: str, now: datetime
) -> None:
    if not person.email:
        return
    has_account = session.scalar(select(Account.id).where(Account.person_id == person.id, ~Account.disabled))
    subject, body = compose(
        PURPOSE, person.language, name=person.name, title=meeting.title, held=day(day_held(meeting), person.language),
        due=day(due, person.language), link=link if has_account else "", sender=sender,
    )  # fmt: skip
    write(session, person.email, subject, body, PURPOSE, f"{PURPOSE}:{root_of(meeting)}:{person.id}", now, person.id)  # fmt: skip
