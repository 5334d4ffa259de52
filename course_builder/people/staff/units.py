"""Which unit each row means: one that is here, or one the list makes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.problems import Place, Problem
from course_builder.people import tree
from course_builder.people.conditions import left, open_unit, under
from course_builder.people.models import Appointment, Unit
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded
from course_builder.people.staff import codes
from course_builder.people.staff.rows import UnitRow
from course_builder.people.staff.steps import AddUnit, EndUnit, IdentifyUnit, Key, MoveUnit, RenameUnit, Step


@dataclass(frozen=True)
class Known:
    """A unit that is here."""

    unit_id: int
    name: str
    path: str
    parent_id: int | None
    hr_id: str | None


@dataclass
class Units:
    """The open units, what the list says of them, and the steps that follow."""

    known: dict[int, Known]
    part: Known | None
    by_hr_id: dict[str, Key]
    by_name: dict[tuple[Key | None, str], Key] = field(default_factory=dict)
    alike: dict[str, list[Key]] = field(default_factory=dict)
    names: dict[Key, str] = field(default_factory=dict)
    parents: dict[Key, Key | None] = field(default_factory=dict)
    mentioned: dict[Key, Place] = field(default_factory=dict)
    said: dict[tuple[Key, str], tuple[str, int]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def base(self) -> Key | None:
        """Where a unit without a parent goes: the part the list is about, or the only root."""
        if self.part is not None:
            return self.part.unit_id
        roots = [one.unit_id for one in self.known.values() if one.parent_id is None]
        return roots[0] if len(roots) == 1 else None

    def take(self, rows: Iterable[UnitRow]) -> None:
        """A list of units. Those above come before those below, in whichever order the rows are."""
        waiting = list(rows)
        listed = {row.hr_id for row in waiting} - {None}
        while waiting:
            later = [row for row in waiting if self._waits(row, listed)]
            if len(later) == len(waiting):
                self.problems += [
                    codes.CIRCLE.at(row.place, unit=row.name or row.hr_id or "") for row in later
                ]
                return
            for row in waiting:
                if row not in later:
                    self.unit(row, make=True)
                    listed.discard(row.hr_id)
            waiting = later

    def _waits(self, row: UnitRow, listed: set[str | None]) -> bool:
        return row.parent_id is not None and row.parent_id in listed

    def unit(self, row: UnitRow, make: bool = False) -> Key | None:
        """The unit of a row; None, with a problem told, when there is none. People's rows may make units by name."""
        key = self._identified(row, row.hr_id) if row.hr_id else self._named(row)
        if key is None and (
            not row.name or (row.hr_id is None and not row.above and not make and self.base is None)
        ):
            self.problems.append(codes.UNKNOWN_UNIT.at(row.place, unit=row.hr_id or row.name))
            return None
        if key == AMBIGUOUS:
            self.problems.append(codes.SEVERAL_UNITS.at(row.place, unit=row.name))
            return None
        if key is None:
            key = self._new(row)
        elif row.hr_id is not None:
            self._compare(key, row)
        if key is not None:
            self.mentioned.setdefault(key, row.place)
            self._check_part(key, row)
        return key

    def _identified(self, row: UnitRow, hr_id: str) -> Key | None:
        """By the id, or by the name of a unit that was made by hand and has none yet."""
        key = self.by_hr_id.get(hr_id)
        if key is None and row.name:
            key = self._named(row)
            if not isinstance(key, int) or self.known[key].hr_id is not None or key in self.by_hr_id.values():
                return None
            name = self.names[key]
            words = f"{name}: enhets-id {hr_id}", f"{name}: unit id {hr_id}"
            self.steps.append(IdentifyUnit(*words, "changed", key, hr_id))
            self.by_hr_id[hr_id] = key
        return key

    def _named(self, row: UnitRow) -> Key | None:
        if row.above or row.parent_id:
            parent = self._above(row, make=False)
            return None if parent is None else self.by_name.get((parent, folded(row.name)))
        found = self.alike.get(folded(row.name), [])
        if self.part is not None:
            found = [key for key in found if self._inside(key)]
        return AMBIGUOUS if len(found) > 1 else next(iter(found), None)

    def _above(self, row: UnitRow, make: bool) -> Key | None:
        """The unit above the row's. With `make`, units that are only named on the way are added."""
        if row.parent_id is not None:
            return self.by_hr_id.get(row.parent_id)
        parent = self.base
        for place, name in enumerate(row.above):
            key = self.by_name.get((parent, folded(name)))
            if key is None and place == 0:
                alike = [one for one in self.alike.get(folded(name), []) if self._inside(one)]
                key = alike[0] if len(alike) == 1 else None
            if key is None:
                if not make:
                    return None
                key = self._add(row.place, name, parent, None)
            parent = key
        return parent

    def _new(self, row: UnitRow) -> Key | None:
        parent = self._above(row, make=True)
        if parent is None and (row.parent_id is not None or self.known):
            self.problems.append(codes.UNKNOWN_UNIT.at(row.place, unit=row.parent_id or row.name))
            return None
        return self._add(row.place, row.name, parent, row.hr_id)

    def _add(self, place: Place, name: str, parent: Key | None, hr_id: str | None) -> Key | None:
        try:
            name = tree.checked_name(name)
        except Refused as refused:
            self.problems.append(codes.VALUE.at(place, reason_sv=refused.sv, reason_en=refused.en))
            return None
        key = f"{hr_id or ''}|{name}|{parent}"
        above = f" ({self.names[parent]})" if parent is not None else ""
        self.steps.append(AddUnit(f"{name}{above}", f"{name}{above}", "added", key, name, parent, hr_id))
        self.remember(key, name, parent, hr_id)
        return key

    def remember(self, key: Key, name: str, parent: Key | None, hr_id: str | None) -> None:
        self.names[key], self.parents[key] = name, parent
        self.by_name.setdefault((parent, folded(name)), key)
        self.alike.setdefault(folded(name), []).append(key)
        if hr_id is not None:
            self.by_hr_id[hr_id] = key

    def _compare(self, key: Key, row: UnitRow) -> None:
        """What the list says of a unit that is here: a new name, another place."""
        if row.name and self._agrees(key, "name", row.name, row.place) and isinstance(key, int):
            self._rename(key, row)
        parent = self._above(row, make=False) if row.parent_id or row.above else None
        if row.parent_id is not None and parent is None:
            self.problems.append(codes.UNKNOWN_UNIT.at(row.place, unit=row.parent_id))
        elif parent is not None and self._agrees(key, "above", self.names[parent], row.place):
            self._move(key, parent)

    def _rename(self, unit_id: int, row: UnitRow) -> None:
        old = self.names[unit_id]
        if row.name != old:
            words = f"{old} → {row.name}"
            self.steps.append(RenameUnit(words, words, "changed", unit_id, row.name))
            self.names[unit_id] = row.name

    def _move(self, unit_id: Key, parent: Key) -> None:
        if not isinstance(unit_id, int) or parent == self.parents[unit_id]:
            return
        name, above = self.names[unit_id], self.names[parent]
        self.steps.append(MoveUnit(f"{name} flyttas till {above}", f"{name} moves to {above}", "changed", unit_id, parent))  # fmt: skip
        self.parents[unit_id] = parent

    def _agrees(self, key: Key, what: str, value: str, place: Place) -> bool:
        """False, with a problem told, when an earlier row says otherwise of the same unit."""
        that, row = self.said.setdefault((key, what), (value, place.line))
        if that != value:
            told = codes.CONTRADICTS.at(place, row=row, what="enhet/unit", this=value, that=that)
            self.problems.append(told)
        return that == value

    def _inside(self, key: Key | None) -> bool:
        seen = 0
        while key is not None and not isinstance(key, int) and seen < len(self.parents):
            key, seen = self.parents[key], seen + 1
        if self.part is None:
            return True
        return isinstance(key, int) and self.known[key].path.startswith(self.part.path)

    def _check_part(self, key: Key, row: UnitRow) -> None:
        if self.part is not None and not self._inside(key):
            told = codes.ELSEWHERE.at(row.place, unit=self.names[key], part=self.part.name)
            self.problems.append(told)


AMBIGUOUS = "?"


def read_units(session: Session, part_id: int | None, on: date) -> Units:
    """Refused when the part has ended without a successor."""
    rows = session.execute(
        select(Unit.id, Unit.name, Unit.path, Unit.parent_id, Unit.hr_id)
        .where(open_unit(on))
        .order_by(Unit.path)
    )
    known = {row[0]: Known(*row) for row in rows}
    part = None
    if part_id is not None:
        part = known.get(tree.current(session, session.get_one(Unit, part_id)).id)
        if part is None:
            raise Refused("Enheten är avslutad. Välj en annan.", "The unit has ended. Choose another.")
    found = Units(known, part, _hr_ids(session, known))
    for one in known.values():
        found.remember(one.unit_id, one.name, one.parent_id, None)
    return found


def _hr_ids(session: Session, known: dict[int, Known]) -> dict[str, Key]:
    """Also of units that were merged: what HR still calls by its old id is where its people went."""
    found: dict[str, Key] = {one.hr_id: one.unit_id for one in known.values() if one.hr_id is not None}
    merged = select(Unit).where(Unit.hr_id.is_not(None), Unit.successor_id.is_not(None))
    for unit in session.scalars(merged):
        now = tree.current(session, unit).id
        if unit.hr_id is not None and now in known:
            found.setdefault(unit.hr_id, now)
    return found


def gone(session: Session, units: Units, on: date, leaving: set[int]) -> None:
    """Units of the part that came with a list and are not in this one: they end, when nobody is left in them."""
    if units.part is None:
        return
    inside = under(units.part.path)
    rows = session.execute(
        select(Appointment.unit_id, Appointment.id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(inside, left(on))
    )
    full = {unit_id for unit_id, appointment_id in rows if appointment_id not in leaving}
    kept = {units.parents[key] for key in units.mentioned} | {step.parent for step in units.steps if isinstance(step, (AddUnit, MoveUnit))}  # fmt: skip
    for one in sorted(units.known.values(), key=lambda known: known.path, reverse=True):
        ours = one.path.startswith(units.part.path) and one.unit_id != units.part.unit_id
        if not ours or one.hr_id is None or one.unit_id in units.mentioned:
            kept |= {one.parent_id}
        elif one.unit_id in full or one.unit_id in kept:
            kept |= {one.parent_id}
            units.problems.append(codes.UNIT_STAYS.at(Place(one.name), unit=one.name))
        else:
            units.steps.append(EndUnit(one.name, one.name, "ended", one.unit_id))
