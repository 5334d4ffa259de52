"""What a list would change, one thing at a time: shown before it happens, in two languages."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

from course_builder.content.problems import Problem, errors
from course_builder.people.models import Role

Key = int | str
"""A unit or person that is here (its id), or a new one (what the list calls it)."""
Kind = Literal["added", "changed", "ended"]
ROLE_WORDS = {
    Role.EMPLOYEE: ("medarbetare", "employee"),
    Role.REP: ("barnrättsombud", "representative"),
    Role.MANAGER: ("chef", "manager"),
    Role.ELECTED: ("förtroendevald", "elected representative"),
    Role.OFFICIAL: ("tjänsteperson", "public official"),
    Role.EXTERNAL: ("extern", "external user"),
}


@dataclass(frozen=True)
class Step:
    """`sv` and `en` are what a person reads."""

    sv: str
    en: str
    kind: Kind

    def words(self, language: str) -> str:
        return self.en if language == "en" else self.sv


@dataclass(frozen=True)
class AddUnit(Step):
    key: Key
    name: str
    parent: Key | None
    hr_id: str | None


@dataclass(frozen=True)
class IdentifyUnit(Step):
    """A unit made by hand gets the HR catalogue's id."""

    unit_id: int
    hr_id: str


@dataclass(frozen=True)
class RenameUnit(Step):
    unit_id: int
    name: str


@dataclass(frozen=True)
class MoveUnit(Step):
    unit_id: int
    parent: Key


@dataclass(frozen=True)
class EndUnit(Step):
    unit_id: int


@dataclass(frozen=True)
class AddPerson(Step):
    key: Key
    name: str
    email: str | None
    employee_ref: str | None


@dataclass(frozen=True)
class ChangePerson(Step):
    person_id: int
    name: str
    email: str | None
    employee_ref: str | None


@dataclass(frozen=True)
class Appoint(Step):
    person: Key
    unit: Key
    role: Role
    title: str
    starts: date
    ends: date | None


@dataclass(frozen=True)
class ChangeAppointment(Step):
    appointment_id: int
    title: str
    ends: date | None


@dataclass(frozen=True)
class EndAppointment(Step):
    appointment_id: int


@dataclass(frozen=True)
class Plan:
    """Everything a list would do. With an error among the problems it does nothing."""

    steps: tuple[Step, ...] = ()
    problems: tuple[Problem, ...] = ()
    unchanged: int = 0
    """Rows that say what is so already."""
    digest: str = field(init=False)
    """Of the steps: what was shown is what happens."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", sha256(repr(self.steps).encode()).hexdigest())

    @property
    def added(self) -> tuple[Step, ...]:
        return self._of("added")

    @property
    def changed(self) -> tuple[Step, ...]:
        return self._of("changed")

    @property
    def ended(self) -> tuple[Step, ...]:
        return self._of("ended")

    @property
    def can_be_taken(self) -> bool:
        return bool(self.steps) and not errors(self.problems)

    def _of(self, kind: Kind) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind == kind)


def appointment_words(name: str, role: Role, unit: str) -> tuple[str, str]:
    """ "Anna Ombud: chef, Barnkliniken"."""
    sv, en = ROLE_WORDS.get(role, (role.value, role.value))
    return f"{name}: {sv}, {unit}", f"{name}: {en}, {unit}"
