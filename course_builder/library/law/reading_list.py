"""What has to be read again since a provision changed, and what has been."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from course_builder.library.drafts.folders import REGISTER
from course_builder.library.drafts.models import Draft, Kind, Revision
from course_builder.library.drafts.reading import draft
from course_builder.library.law.citing import Citing, citing
from course_builder.library.law.models import Tick


@dataclass(frozen=True)
class Changed:
    """When an entry last got other words."""

    revision: int
    on: datetime
    by_id: int | None


@dataclass(frozen=True)
class ToRead:
    """A place that cites the entry. `tick` is set when it has been read since the entry changed."""

    citing: Citing
    tick: Tick | None


def register(session: Session) -> Draft | None:
    return draft(session, Kind.REGISTER, REGISTER)


def changed(session: Session) -> dict[str, Changed]:
    """By entry; those that were never changed here are not among them."""
    found = register(session)
    if found is None:
        return {}
    rows = session.execute(
        select(Revision.number, Revision.made_on, Revision.made_by_id, Revision.entries)
        .where(Revision.draft_id == found.id, Revision.entries.is_not(None))
        .order_by(Revision.number)
    )
    return {entry: Changed(row.number, row.made_on, row.made_by_id) for row in rows for entry in row.entries}


def reading_list(session: Session, entry: str) -> list[ToRead]:
    """Every place that cites the entry."""
    since = changed(session).get(entry)
    ticks = _ticks(session, [entry])
    return [ToRead(one, _valid(ticks.get((entry, one.key)), since)) for one in citing(session, entry)]


def left(session: Session) -> dict[str, int]:
    """Entries that have changed -> places that nobody has read since; those with none left are not among them."""
    since = changed(session)
    ticks = _ticks(session, since)
    counted = {
        entry: sum(_valid(ticks.get((entry, one.key)), when) is None for one in citing(session, entry))
        for entry, when in since.items()
    }
    return {entry: count for entry, count in counted.items() if count}


def tick(session: Session, entry: str, place: str, by_id: int | None, now: datetime) -> None:
    """Read with the entry as it is now. Doing it again changes nothing that matters."""
    found = register(session)
    untick(session, entry, place)
    session.add(Tick(entry=entry, place=place, revision=found.head if found else 0, read_on=now, by_id=by_id))
    session.flush()


def untick(session: Session, entry: str, place: str) -> None:
    session.execute(delete(Tick).where(Tick.entry == entry, Tick.place == place))


def _ticks(session: Session, entries: Iterable[str]) -> Mapping[tuple[str, str], Tick]:
    found = session.scalars(select(Tick).where(Tick.entry.in_(list(entries))))
    return {(one.entry, one.place): one for one in found}


def _valid(tick: Tick | None, since: Changed | None) -> Tick | None:
    return tick if tick is not None and (since is None or tick.revision >= since.revision) else None
