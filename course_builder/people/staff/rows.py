"""The rows of a staff list as units and people, with every problem they have. Knows no database."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from course_builder.content.problems import Place, Problem
from course_builder.importing.sheet import Row, Sheet
from course_builder.people.checked import checked_email, checked_name, checked_ref
from course_builder.people.models import Role
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded, tidy
from course_builder.people.staff import codes
from course_builder.people.staff.cells import KNOWN, ROLES, UNTIL_FURTHER_NOTICE, day
from course_builder.people.staff.columns import LABELS, Columns, Field, is_of_people


@dataclass(frozen=True)
class Table:
    """A sheet and what its columns hold."""

    sheet: Sheet
    columns: Columns


@dataclass(frozen=True)
class UnitRow:
    """`above` are names from the top; `parent_id` is the HR catalogue's."""

    place: Place
    hr_id: str | None
    name: str
    parent_id: str | None
    above: tuple[str, ...]


@dataclass(frozen=True)
class PersonRow:
    """`ends` is the first day it no longer holds; in the list it is the last day it does."""

    place: Place
    name: str
    email: str | None
    employee_ref: str | None
    unit: UnitRow
    role: Role
    title: str
    starts: date | None
    ends: date | None


@dataclass
class Read:
    units: list[UnitRow] = field(default_factory=list)
    """Of the list of units; not those that only people's rows name."""
    people: list[PersonRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(tables: Sequence[Table]) -> Read:
    found = Read()
    for table in tables:
        missing = list(_missing(table)) + list(_personnummer(table.sheet))
        found.problems += missing
        if not missing:
            _read_rows(table, found)
    return found


def _missing(table: Table) -> Iterator[Problem]:
    columns, place = table.columns, Place(table.sheet.name)
    if not {Field.UNIT, Field.UNIT_ID, Field.SERVICE, Field.ADMINISTRATION} & columns.keys():
        yield codes.NO_COLUMN.at(place, field=LABELS[Field.UNIT][0])
    if is_of_people(columns) and not {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & columns.keys():
        yield codes.NO_COLUMN.at(place, field=LABELS[Field.NAME][0])
    if Field.NAME in columns and not is_of_people(columns):
        yield codes.NO_COLUMN.at(place, field=LABELS[Field.EMPLOYEE_REF][0])


def _personnummer(sheet: Sheet) -> Iterator[Problem]:
    """In any column, chosen or not: the file itself would be kept until the list is taken."""
    hits: dict[int, list[int]] = {}
    for row in sheet.rows:
        for column, cell in enumerate(row.cells):
            if len(cell) > 9 and looks_like(cell):
                hits.setdefault(column, []).append(row.number)
    for column, numbers in hits.items():
        name = sheet.header[column] if column < len(sheet.header) else str(column + 1)
        yield codes.PERSONNUMMER.at(
            Place(sheet.name, numbers[0], column + 1), column=name, count=len(numbers)
        )


def _read_rows(table: Table, found: Read) -> None:
    people = is_of_people(table.columns)
    for row in table.sheet.rows:
        reader = _Reader(table, row, found.problems)
        if people:
            person = reader.person()
            if person is not None:
                found.people.append(person)
        else:
            unit = reader.unit()
            if unit is not None:
                found.units.append(unit)


@dataclass
class _Reader:
    """One row; what is wrong with it is added to `problems`, and the row is then no row."""

    table: Table
    row: Row
    problems: list[Problem]
    bad: bool = False

    def unit(self) -> UnitRow | None:
        if len(self.row.cells) > len(self.table.sheet.header):
            self._tell(codes.MORE_CELLS.at(self._place()))
        given = self._given(Field.ADMINISTRATION), self._given(Field.SERVICE), self._given(Field.PARENT)
        names = [name for name in (*given, self._given(Field.UNIT)) if name]
        hr_id, parent_id = self._given(Field.UNIT_ID), self._given(Field.PARENT_ID)
        if not names and not hr_id:
            self._tell(codes.NO_UNIT.at(self._place()))
        name = names[-1] if names and self._given(Field.UNIT) else ("" if hr_id else (names or [""])[-1])
        above = tuple(names[:-1]) if name else tuple(names)
        row = UnitRow(self._place(Field.UNIT), hr_id[:64] or None, name[:200], parent_id[:64] or None, above)
        return None if self.bad else row

    def person(self) -> PersonRow | None:
        unit = self.unit()
        name = self._checked(Field.NAME, checked_name, self._full_name())
        email = self._checked(Field.EMAIL, checked_email, self._given(Field.EMAIL))
        ref = self._checked(Field.EMPLOYEE_REF, checked_ref, self._given(Field.EMPLOYEE_REF))
        if not self.bad and not email and not ref:
            self._tell(codes.NO_KEY.at(self._place(), name=name))
        role, starts, last = self._role(), self._day(Field.STARTS), self._day(Field.ENDS)
        if self.bad or unit is None or name is None or role is None:
            return None
        ends = last + timedelta(days=1) if last is not None and last.year < UNTIL_FURTHER_NOTICE else None
        title = tidy(self._given(Field.TITLE))[:100]
        return PersonRow(self._place(), name, email, ref, unit, role, title, starts, ends)

    def _full_name(self) -> str:
        parts = (self._given(field) for field in (Field.FIRST_NAME, Field.LAST_NAME))
        name = self._given(Field.NAME) or " ".join(parts)
        last, comma, first = name.partition(",")
        return f"{first} {last}" if comma and first.strip() else name

    def _role(self) -> Role | None:
        given = self._given(Field.ROLE)
        role = ROLES.get(folded(given))
        if role is None:
            self._tell(codes.ROLE.at(self._place(Field.ROLE), role=given, known=KNOWN))
        return role

    def _day(self, column: Field) -> date | None:
        given = self._given(column)
        if not given:
            return None
        found = day(given)
        if found is None:
            self._tell(codes.DAY.at(self._place(column), value=given))
        return found

    def _checked(self, column: Field, check: Callable[[str], str | None], given: str) -> str | None:
        try:
            return check(given)
        except Refused as refused:
            self._tell(codes.VALUE.at(self._place(column), reason_sv=refused.sv, reason_en=refused.en))
            return None

    def _given(self, column: Field) -> str:
        at = self.table.columns.get(column)
        return self.row.cells[at] if at is not None and at < len(self.row.cells) else ""

    def _place(self, column: Field | None = None) -> Place:
        at = self.table.columns.get(column, 0) if column else 0
        return Place(self.table.sheet.name, self.row.number, at + 1)

    def _tell(self, problem: Problem) -> None:
        self.bad = True
        self.problems.append(problem)
