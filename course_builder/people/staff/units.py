"""Which unit each row means: one that is here, or one the list makes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from course_builder.content.problems import Place, Problem
from course_builder.people import tree
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded
from course_builder.people.staff import codes
from course_builder.people.staff.rows import UnitRow
from course_builder.people.staff.steps import AddUnit, IdentifyUnit, Key, MoveUnit, RenameUnit, Step

AMBIGUOUS = "?"
"""Several units have the name."""


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
    base: Key | None
    """Where a unit without a parent goes: the part the list is about, or the only root."""
    by_hr_id: dict[str, Key]
    by_name: dict[tuple[Key | None, str], Key] = field(default_factory=dict)
    alike: dict[str, list[Key]] = field(default_factory=dict)
    names: dict[Key, str] = field(default_factory=dict)
    parents: dict[Key, Key | None] = field(default_factory=dict)
    mentioned: dict[Key, Place] = field(default_factory=dict)
    said: dict[tuple[Key, str], tuple[str, int]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, rows: Iterable[UnitRow]) -> None:
        """A list of units. Those above come before those below, in whichever order the rows are."""
        waiting = list(rows)
        listed = {row.hr_id for row in waiting} - {None}
        while waiting:
            ready = [row for row in waiting if not self._waits(row, listed)]
            waiting = [row for row in waiting if self._waits(row, listed)]
            if not ready:
                self.problems += [codes.CIRCLE.at(row.place, unit=row.name or row.hr_id or "") for row in waiting]  # fmt: skip
                return
            for row in ready:
                self.unit(row, make=True)
                listed.discard(row.hr_id)

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
