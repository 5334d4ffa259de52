"""A list that somebody brings: kept as a draft until it is taken in or thrown away."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from course_builder.importing.sheet import Sheet
from course_builder.learning.models import Source
from course_builder.people.conditions import under
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from course_builder.portal.columns import FIELDS, Fields, guessed
from course_builder.portal.courses import folded_title
from course_builder.portal.dates import day
from course_builder.portal.models import OPEN, CompletionList, ListRow, Portal
from course_builder.portal.refusals import check
from course_builder.portal.results import Outcome, folded

SOURCES = (Source.PORTAL, Source.APT, Source.BY_HAND)


def portals(session: Session) -> Sequence[Portal]:
    return session.scalars(select(Portal).order_by(Portal.name)).all()


def portal_named(session: Session, name: str) -> Portal:
    """The portal of that name, made when it is new. Raises Refused without a name."""
    name = " ".join(name.split())[:80]
    if not name:
        raise Refused(
            "Skriv vilken portal eller dag listan kommer från.", "Say which portal or day the list is from."
        )
    found = session.scalar(select(Portal).where(func.lower(Portal.name) == name.lower()))
    if found is None:
        found = Portal(name=name, columns={}, courses={}, words={})
        session.add(found)
        session.flush()
    return found


def bring(
    session: Session,
    sheet: Sheet,
    name: str,
    portal: Portal,
    source: Source,
    unit_id: int,
    actor_id: int,
    now: datetime,
) -> CompletionList:
    """A draft with its columns guessed. Drafts the same person left are thrown away. Raises Refused."""
    check(sheet)
    if source not in SOURCES:
        raise ValueError(f"no list comes from {source}")
    for old in session.scalars(
        select(CompletionList.id).where(CompletionList.made_by_id == actor_id, CompletionList.taken.is_(None))
    ):
        session.execute(delete(CompletionList).where(CompletionList.id == old))
    rows = [[row.number, list(row.cells)] for row in sheet.rows]
    brought = CompletionList(
        portal_id=portal.id, unit_id=unit_id, name=" ".join(name.split())[:120], source=source.value, made=now, made_by_id=actor_id,
        fields=guessed(sheet, portal.columns).stored(), draft={"header": list(sheet.header), "rows": rows}, digest=_digest(sheet),
    )  # fmt: skip
    session.add(brought)
    session.flush()
    return brought


def choose_columns(session: Session, brought: CompletionList, fields: Fields) -> None:
    """What a person says the columns are; the portal remembers them. Raises Refused."""
    header = brought.draft["header"] if brought.draft else []
    columns = {
        name: heading for name, heading in fields.columns.items() if name in FIELDS and heading in header
    }
    same = {name: " ".join(text.split()) for name, text in fields.same.items() if text.strip()}
    if "on" in same and day(same["on"]) is None:
        raise Refused(
            "Datumet går inte att läsa. Skriv det som 2026-11-21.",
            "The date cannot be read. Write it like 2026-11-21.",
        )
    brought.fields = Fields({name: one for name, one in columns.items() if name not in same}, same).stored()
    brought.portal.columns = columns


def learn_words(portal: Portal, courses: Mapping[str, str], words: Mapping[str, str]) -> None:
    """What the portal's names of courses and its results mean: an id, or nothing for a course that is not ours."""
    portal.courses = {**portal.courses, **{folded_title(name): course for name, course in courses.items()}}
    portal.words = {
        **portal.words,
        **{folded(word): Outcome(meaning).value for word, meaning in words.items()},
    }


def throw_away(session: Session, brought: CompletionList) -> None:
    """A draft; a list that was taken in can be undone instead."""
    if brought.taken is None:
        session.delete(brought)


def taken_before(session: Session, brought: CompletionList) -> CompletionList | None:
    """The same list from the same portal, already taken in and standing."""
    asked = select(CompletionList).where(
        CompletionList.digest == brought.digest,
        CompletionList.portal_id == brought.portal_id,
        CompletionList.id != brought.id,
        CompletionList.taken.is_not(None),
        CompletionList.undone.is_(None),
    )
    return session.scalars(asked.order_by(CompletionList.id.desc())).first()


def reached(session: Session, paths: Sequence[str]) -> Sequence[CompletionList]:
    """Lists that were taken in at one of the units or under it, the latest first."""
    asked = (
        select(CompletionList)
        .join(Unit, Unit.id == CompletionList.unit_id)
        .where(_under(paths), CompletionList.taken.is_not(None))
    )
    return session.scalars(asked.order_by(CompletionList.taken.desc())).all()


def draft_of(session: Session, person_id: int) -> CompletionList | None:
    return session.scalar(
        select(CompletionList).where(CompletionList.made_by_id == person_id, CompletionList.taken.is_(None))
    )


def counts(session: Session, lists: Sequence[CompletionList]) -> Mapping[int, Mapping[str, int]]:
    """How many rows of each list are in each state."""
    asked = (
        select(ListRow.list_id, ListRow.state, func.count())
        .where(ListRow.list_id.in_([one.id for one in lists]))
        .group_by(ListRow.list_id, ListRow.state)
    )
    found: dict[int, dict[str, int]] = {one.id: {} for one in lists}
    for brought, state, number in session.execute(asked):
        found[brought][state] = number
    return found


def rows(session: Session, brought: CompletionList) -> Sequence[ListRow]:
    return session.scalars(
        select(ListRow).where(ListRow.list_id == brought.id).order_by(ListRow.number)
    ).all()


def open_rows(session: Session, paths: Sequence[str]) -> Sequence[ListRow]:
    """Rows that wait for somebody, of lists that stand."""
    asked = (
        select(ListRow)
        .join(CompletionList, CompletionList.id == ListRow.list_id)
        .join(Unit, Unit.id == CompletionList.unit_id)
        .where(_under(paths), ListRow.state.in_(OPEN), CompletionList.undone.is_(None))
    )
    return session.scalars(asked.order_by(ListRow.list_id.desc(), ListRow.number)).all()


def covers(session: Session, course_id: str) -> date | None:
    """The day of the latest list that said anything of the course; None: nothing elsewhere is known of it."""
    asked = (
        select(func.max(CompletionList.taken))
        .join(ListRow, ListRow.list_id == CompletionList.id)
        .where(ListRow.course_id == course_id, CompletionList.undone.is_(None))
    )
    taken = session.scalar(asked)
    return taken.date() if taken else None


def _under(paths: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(under(path) for path in paths))


def _digest(sheet: Sheet) -> str:
    lines = ("\x1f".join(cells) for cells in (sheet.header, *(row.cells for row in sheet.rows)))
    return sha256("\x1e".join(lines).encode()).hexdigest()
