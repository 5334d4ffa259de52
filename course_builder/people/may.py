"""Who may do what. The only place that decides; it asks a thing where it stands and never what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from course_builder.people.models import Role


@dataclass(frozen=True)
class Held:
    """An appointment that holds today and is not paused. `path` is the unit's."""

    role: Role
    unit_id: int
    path: str


@dataclass(frozen=True)
class Actor:
    """Somebody who is signed in."""

    person_id: int
    account_id: int
    name: str
    language: str
    held: tuple[Held, ...]
    groups: frozenset[int] = frozenset()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(one.role for one in self.held)

    def over(self, role: Role, path: str) -> bool:
        """Whether she holds the role at the unit or at one above it."""
        return any(one.role == role and path.startswith(one.path) for one in self.held)


@runtime_checkable
class InUnit(Protocol):
    """Something that stands at a unit."""

    @property
    def unit_path(self) -> str: ...


@runtime_checkable
class OfGroup(Protocol):
    """Something that belongs to a group of trainers; None: to all of them."""

    @property
    def group_id(self) -> int | None: ...


@runtime_checkable
class OfPerson(Protocol):
    """Something that is one person's own."""

    @property
    def person_id(self) -> int: ...


@runtime_checkable
class Led(Protocol):
    """Something that named people lead."""

    @property
    def leader_ids(self) -> frozenset[int]: ...


class Action(StrEnum):
    """What can be asked of `may`. Every address of the application names one."""

    SIGN_OUT = "sign-out"
    """Anything a signed-in person does with her own account."""
    LEARN = "learn"
    """Take courses, read what is stored about oneself."""
    OWN = "own"
    """See or change something that is one's own: an attempt, a note, a certificate."""
    SEE_UNIT = "see-unit"
    """The unit's numbers."""
    SEE_UNIT_PEOPLE = "see-unit-people"
    """Names, done and remaining; never answers or scores."""
    REMIND = "remind"
    PLAN_HOUR = "plan-hour"
    """Plan an APT hour of a unit, say who was there and follow up what was agreed."""
    RUN_HOUR = "run-hour"
    """Steer an hour: its named leaders, and nobody else."""
    SEE_COURSES = "see-courses"
    """The library as its makers see it: checks, portal view, packages."""
    WRITE = "write"
    """Change drafts of courses, shared sets and the register."""
    RELEASE = "release"
    REQUIRE = "require"
    """Ask a course of people; take in completion lists; decide renewal."""
    COVERAGE = "coverage"
    PEOPLE = "people"
    """Units, people, appointments, groups, invitations."""
    DISCLOSE = "disclose"
    """Gather records to give out."""
    OPERATE = "operate"
    """Settings and logs, not results."""


def _anybody(actor: Actor, thing: object) -> bool:
    return True


def _own(actor: Actor, thing: object) -> bool:
    return isinstance(thing, OfPerson) and thing.person_id == actor.person_id


def _leads(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Led) and actor.person_id in thing.leader_ids


def _leads_or(rule: Callable[[Actor, object], bool]) -> Callable[[Actor, object], bool]:
    return lambda actor, thing: _leads(actor, thing) or rule(actor, thing)


def _has(*roles: Role) -> Callable[[Actor, object], bool]:
    def check(actor: Actor, thing: object) -> bool:
        if not actor.roles & set(roles):
            return False
        if isinstance(thing, InUnit):
            return any(actor.over(role, thing.unit_path) for role in roles)
        if isinstance(thing, OfGroup):
            return thing.group_id is None or thing.group_id in actor.groups or Role.COORDINATOR in actor.roles
        return True

    return check


RULES: Mapping[Action, Callable[[Actor, object], bool]] = {
    Action.SIGN_OUT: _anybody,
    Action.LEARN: _anybody,
    Action.OWN: _own,
    Action.SEE_UNIT: _has(Role.REP, Role.MANAGER, Role.COORDINATOR),
    Action.SEE_UNIT_PEOPLE: _has(Role.MANAGER, Role.COORDINATOR),
    Action.REMIND: _has(Role.MANAGER, Role.COORDINATOR),
    Action.PLAN_HOUR: _leads_or(_has(Role.MANAGER, Role.REP, Role.COORDINATOR)),
    Action.RUN_HOUR: _leads,
    Action.SEE_COURSES: _has(Role.TRAINER, Role.COORDINATOR),
    Action.WRITE: _has(Role.TRAINER, Role.COORDINATOR),
    Action.RELEASE: _has(Role.TRAINER, Role.COORDINATOR),
    Action.REQUIRE: _has(Role.COORDINATOR),
    Action.COVERAGE: _has(Role.COORDINATOR),
    Action.PEOPLE: _has(Role.COORDINATOR, Role.ADMIN),
    Action.DISCLOSE: _has(Role.COORDINATOR),
    Action.OPERATE: _has(Role.ADMIN),
}


def may(actor: Actor | None, action: Action, thing: object = None) -> bool:
    """`thing` is what the action is about, or None when only the role counts."""
    return actor is not None and RULES[action](actor, thing)
