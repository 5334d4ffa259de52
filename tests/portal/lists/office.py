"""A coordinator's desk: a region of two administrations, twenty people each, two courses, and lists to take in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.importing.sheet import Sheet, read_sheet
from course_builder.learning.models import Completion, Source
from course_builder.library.models import KeptCourse, Release
from course_builder.people import appointments, persons, tree
from course_builder.people.models import Role
from course_builder.portal import lists, taking_in
from course_builder.portal.models import CompletionList, ListRow
from course_builder.portal.plan import Plan, plan

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SINCE = date(2020, 1, 1)
COURSES = {"grund": "Grundutbildning för barnrättsombud", "chefer": "Barnrätt för chefer"}
HEADER = ("Anställningsnummer", "Namn", "Kurs", "Datum", "Status")
PEOPLE = 20
"""In each administration: E100 … E119 in the north, E200 … E219 in the south."""


@dataclass
class Office:
    database: Database
    paths: list[str] = field(default_factory=list)
    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    coordinator: int = 0

    def bring(
        self, session: Session, sheet: Sheet, source: Source = Source.PORTAL, portal: str = "Lärportalen"
    ) -> CompletionList:
        named = lists.portal_named(session, portal)
        return lists.bring(
            session, sheet, "lista.csv", named, source, self.units["region"], self.coordinator, NOW
        )

    def take(self, sheet: Sheet, source: Source = Source.PORTAL) -> int | None:
        """The list's id; None when it said nothing new."""
        with self.database.writing() as session:
            brought = self.bring(session, sheet, source)
            list_id = brought.id
            return list_id if taking_in.take(session, brought, self.paths, self.coordinator, NOW) else None

    def plan(self, sheet: Sheet) -> Plan:
        with self.database.writing() as session:
            return plan(session, self.bring(session, sheet), self.paths, TODAY)

    def states(self, list_id: int) -> list[tuple[int, str, str]]:
        with self.database.reading() as session:
            return [
                (row.number, row.state, row.reason)
                for row in lists.rows(session, session.get_one(CompletionList, list_id))
            ]

    def row(self, session: Session, list_id: int, number: int) -> ListRow:
        return session.scalars(
            select(ListRow).where(ListRow.list_id == list_id, ListRow.number == number)
        ).one()

    def completions(self) -> list[tuple[str, str, date, str, bool | None]]:
        """What stands: employee id, course, day, source, passed."""
        refs = {person: ref for ref, person in self.people.items()}
        with self.database.reading() as session:
            found = session.scalars(select(Completion).where(Completion.withdrawn_seq.is_(None)))
            return sorted(
                (refs[one.person_id], one.course_id, one.on, one.source, one.passed) for one in found
            )

    def everything(self) -> dict[str, int]:
        """How many rows each table has."""
        with self.database.reading() as session:
            return {
                table.name: session.scalar(select(func.count()).select_from(table)) or 0
                for table in Completion.metadata.sorted_tables
            }


def furnish(office: Office) -> None:
    with office.database.writing() as session:
        region = tree.add_unit(session, "Region Exempel", None, SINCE)
        office.units["region"], office.paths = region.id, [region.path]
        for name, first in (("norra", 100), ("södra", 200)):
            unit = tree.add_unit(session, f"{name} förvaltningen", region, SINCE)
            office.units[name] = unit.id
            for number in range(first, first + PEOPLE):
                ref = f"E{number}"
                person = persons.add(session, f"Person {number}", f"p{number}@exempel.se", ref)
                appointments.appoint(session, person.id, unit, Role.EMPLOYEE, SINCE)
                office.people[ref] = person.id
        coordinator = persons.add(session, "Karin Samordnare", "karin@exempel.se", "K1")
        appointments.appoint(session, coordinator.id, region, Role.COORDINATOR, SINCE)
        office.coordinator = coordinator.id
        for course, title in COURSES.items():
            session.add(KeptCourse(id=course))
            session.flush()
            session.add(
                Release(
                    course_id=course,
                    number=1,
                    digest=course,
                    change="first",
                    title=title,
                    minutes=60,
                    files={},
                    made_on=NOW,
                )
            )


def sheet(rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER) -> Sheet:
    lines = [";".join(cells) for cells in (header, *rows)]
    return read_sheet("\n".join(lines).encode(), "lista.csv")


def row(
    ref: str, on: str = "2026-10-01", status: str = "Godkänd", course: str = COURSES["grund"]
) -> tuple[str, ...]:
    return (ref, "Någon Annan", course, on, status)
