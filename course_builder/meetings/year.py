"""A unit's year of child rights, counted from what was entered; and its text as the unit has edited it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from course_builder.learning.days import SWEDEN, day_of
from course_builder.library.releases import course_of
from course_builder.meetings.agreed import no_personnummer
from course_builder.meetings.following import in_year, told
from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import AgreedAction, Meeting, UnitSupport, YearText
from course_builder.meetings.noting import articles
from course_builder.paper.year import HeldHour, YearFacts
from course_builder.people.models import Appointment, Role, Unit
from course_builder.people.refused import Refused

LONGEST = 20_000
"""Characters of an edited text."""
A_DAY = timedelta(days=1)
FIRST = 2001
"""No unit has a page of a year before."""


@dataclass(frozen=True)
class Year:
    """`facts` are what is counted today; `edited` is the unit's own text, or None where nobody has changed it."""

    facts: YearFacts
    edited: YearText | None


def year_of(session: Session, unit: Unit, year: int) -> Year:
    return Year(facts(session, unit, year), session.get(YearText, (unit.id, year)))


def facts(session: Session, unit: Unit, year: int) -> YearFacts:
    hours = _held(session, unit, year)
    present = present_at(session, _ids(unit, year))
    return YearFacts(
        unit=unit.name,
        year=year,
        hours=tuple(
            HeldHour(day_of(one.began or one.starts), one.title, one.minutes, present[one.id] if one.way else None)
            for one in hours
        ),
        rep=_spans(session, unit, year),
        articles=_articles(session, hours),
        actions=tuple(told(one, year) for one in in_year(session, unit.id, year)),
        routines=_routines(session.get(UnitSupport, unit.id)),
    )  # fmt: skip


def years_of(session: Session, unit: Unit, today: date) -> list[int]:
    """Those of which there is something to read, and this one; the latest first."""
    starts = session.scalars(select(Meeting.starts).where(Meeting.unit_id == unit.id))
    made = session.scalars(select(AgreedAction.made).where(AgreedAction.unit_id == unit.id))
    found = {today.year, *(day_of(one).year for one in starts), *(one.year for one in made)}
    return sorted((year for year in found if year <= today.year), reverse=True)


def keep(
    session: Session, unit: Unit, year: int, text: str, computed: Sequence[str], by_id: int, now: datetime
) -> None:
    """The unit's own text from now on. The same as what is counted (`computed`, in any language) is none of its own."""
    written = text.replace("\r\n", "\n").strip()
    no_personnummer(written)
    if len(written) > LONGEST:
        raise Refused(
            f"Texten får ha högst {LONGEST} tecken. Korta den.",
            f"The text may have at most {LONGEST} characters. Shorten it.",
        )
    kept = session.get(YearText, (unit.id, year))
    if not written or written in {one.strip() for one in computed}:
        if kept is not None:
            session.delete(kept)
    elif kept is None:
        session.add(YearText(unit_id=unit.id, year=year, text=written, saved=now, saved_by_id=by_id))
    else:
        kept.text, kept.saved, kept.saved_by_id = written, now, by_id
    session.flush()


def bounds(year: int) -> tuple[datetime, datetime]:
    """The year as it is in Sweden: from its first moment until the next year's."""
    return datetime(year, 1, 1, tzinfo=SWEDEN), datetime(year + 1, 1, 1, tzinfo=SWEDEN)


def _ids(unit: Unit, year: int) -> Select[Any]:
    first, after = bounds(year)
    return select(Meeting.id).where(
        Meeting.unit_id == unit.id, Meeting.starts >= first, Meeting.starts < after,
        Meeting.ended.is_not(None), Meeting.cancelled.is_(None),
    )  # fmt: skip


def _held(session: Session, unit: Unit, year: int) -> Sequence[Meeting]:
    found = select(Meeting).where(Meeting.id.in_(_ids(unit, year)))
    return session.scalars(found.order_by(Meeting.starts, Meeting.id)).all()


def _articles(session: Session, hours: Sequence[Meeting]) -> tuple[tuple[int, str], ...]:
    """That the hours were about, once each."""
    found = {}
    for release_id in {one.release_id for one in hours}:
        course = course_of(session, release_id)
        found.update(
            {number: course.crc[number].title for number in articles(course) if number in course.crc}
        )
    return tuple(sorted(found.items()))


def _spans(session: Session, unit: Unit, year: int) -> tuple[tuple[date, date], ...]:
    """When somebody held the appointment, as one span where one followed on another. Nobody is named."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    held = session.execute(
        select(Appointment.starts, Appointment.ends)
        .where(
            Appointment.unit_id == unit.id, Appointment.role == Role.REP, Appointment.starts <= last,
        )
        .order_by(Appointment.starts)
    )  # fmt: skip
    spans: list[tuple[date, date]] = []
    for starts, ends in held:
        begins, until = max(starts, first), min(ends - A_DAY if ends else last, last)
        if until < begins:
            continue
        if spans and begins <= spans[-1][1] + A_DAY:
            spans[-1] = (spans[-1][0], max(spans[-1][1], until))
        else:
            spans.append((begins, until))
    return tuple(spans)


def _routines(kept: UnitSupport | None) -> tuple[str, ...]:
    if kept is None or not kept.routine_title:
        return ()
    return (", ".join(one for one in (kept.routine_title, kept.routine_where, kept.routine_url) if one),)
