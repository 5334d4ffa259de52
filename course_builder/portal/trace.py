"""Who did what with a list, and why."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.models import Person
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.portal.models import CompletionList, ListRow, ListTrace

LONGEST = 200


def leave(
    session: Session,
    brought: CompletionList,
    what: str,
    actor_id: int,
    now: datetime,
    row: ListRow | None = None,
    note: str = "",
) -> None:
    session.add(
        ListTrace(
            list_id=brought.id,
            row_id=row.id if row else None,
            at=now,
            actor_id=actor_id,
            what=what,
            note=note,
        )
    )


def reason(text: str) -> str:
    """A reason that may be kept. Raises Refused."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        raise Refused("Skriv varför, med högst 200 tecken.", "Say why, in at most 200 characters.")
    if looks_like(text):
        raise Refused("Skriv inget personnummer.", "Write no personal identity number.")
    return text


def of(session: Session, brought: CompletionList) -> Sequence[tuple[ListTrace, str, int | None]]:
    """Each with the name of who did it and the row's number, the latest first."""
    asked = (
        select(ListTrace, Person.name, ListRow.number)
        .join(Person, Person.id == ListTrace.actor_id)
        .outerjoin(ListRow, ListRow.id == ListTrace.row_id)
        .where(ListTrace.list_id == brought.id)
        .order_by(ListTrace.id.desc())
    )
    return [(trace, name, number) for trace, name, number in session.execute(asked)]
