"""Who works where, as what, since when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from course_builder.cli.demo_region import names, places
from course_builder.people import appointments, groups, persons, tree
from course_builder.people.models import Account, Appointment, Person, Role, Unit

TITLES = (
    "Sjuksköterska",
    "Undersköterska",
    "Läkare",
    "Kurator",
    "Fysioterapeut",
    "Tandhygienist",
    "Administratör",
)
MANDATE = "Barnrättsombud enligt regionens beslut. Två timmar i månaden."
MERGED_DAYS_AGO = 150
NEW_AT, PAUSED_AT = "Barnhälsovården", "Kvinnokliniken"
BUSY = "Barnakuten"
"""Every third employee works here."""
LEAVE = (30, 120)
"""The paused rep has been away so many days, and is back after so many more."""


def mixed(people: Iterable[Person]) -> list[Person]:
    """From all parts of the region in turn."""
    everybody = list(people)
    return everybody[::3] + everybody[1::3] + everybody[2::3]


@dataclass
class Staff:
    """People by what they are in the story; those of a unit by its name."""

    reps: dict[str, Person] = field(default_factory=dict)
    managers: dict[str, Person] = field(default_factory=dict)
    employees: list[Person] = field(default_factory=list)
    others: dict[str, Person] = field(default_factory=dict)
    busy: list[Person] = field(default_factory=list)
    paused: Person | None = None
    protected: Person | None = None

    @property
    def settled_reps(self) -> list[Person]:
        """All but the new one, from all parts of the region in turn."""
        return mixed(person for unit, person in self.reps.items() if unit != NEW_AT)

    @property
    def mixed_managers(self) -> list[Person]:
        return mixed(self.managers.values())


def hire(session: Session, units: dict[str, Unit], random: Random, today: date) -> Staff:
    people = _people(session, random)
    staff = Staff()
    region = units[places.REGION]
    for key, role in (
        ("coordinator", Role.COORDINATOR), ("admin", Role.ADMIN), ("trainer", Role.TRAINER), ("second trainer", Role.TRAINER),
        ("elected", Role.ELECTED), ("second elected", Role.ELECTED), ("official", Role.OFFICIAL), ("external", Role.EXTERNAL),
    ):  # fmt: skip
        staff.others[key] = next(people)
        _appoint(session, staff.others[key], region, role, _long_ago(random, today))
    for name in places.leaves():
        staff.managers[name] = next(people)
        _appoint(
            session,
            staff.managers[name],
            units[name],
            Role.MANAGER,
            _long_ago(random, today),
            title="Enhetschef",
        )
        if name not in places.WITHOUT_REP:
            staff.reps[name] = next(people)
            _rep(session, staff.reps[name], units[name], _long_ago(random, today))
    _new_rep(session, staff, units, today)
    _paused_rep(session, staff, units, next(people), today)
    _merge(session, staff, units, next(people), today)
    _ended_rep(session, staff, units, next(people), today)
    _employees(session, staff, units, people, random, today)
    _protect(session, staff)
    _trainers(session, staff)
    return staff


def _people(session: Session, random: Random) -> Iterator[Person]:
    return (persons.add(session, *one) for one in names.people(random))


def _long_ago(random: Random, today: date) -> date:
    return today - timedelta(days=random.randint(200, 1500))


def _appoint(
    session: Session, person: Person, unit: Unit, role: Role, starts: date, title: str = ""
) -> Appointment:
    return appointments.appoint(session, person.id, unit, role, starts, title=title)


def _rep(session: Session, person: Person, unit: Unit, starts: date) -> Appointment:
    return appointments.appoint(
        session, person.id, unit, Role.REP, starts, title=TITLES[person.id % len(TITLES)], mandate=MANDATE
    )


def _new_rep(session: Session, staff: Staff, units: dict[str, Unit], today: date) -> None:
    """One rep took over from another a few weeks ago."""
    unit = units[NEW_AT]
    ((_, before),) = appointments.reps_of(session, unit.id, today)
    before.starts = today - timedelta(days=24)


def _paused_rep(session: Session, staff: Staff, units: dict[str, Unit], person: Person, today: date) -> None:
    """On leave, with the other rep of the unit as the stand-in."""
    unit = units[PAUSED_AT]
    made = _rep(session, person, unit, today - timedelta(days=700))
    away, left = LEAVE
    appointments.pause(session, made, today - timedelta(days=away), today + timedelta(days=left))
    ((_, other),) = appointments.reps_of(session, unit.id, today)
    other.stands_in_for_id = made.id
    staff.paused = person


def _ended_rep(session: Session, staff: Staff, units: dict[str, Unit], person: Person, today: date) -> None:
    """Has left the mandate, and nobody has taken over yet; still works there."""
    unit = units[places.WITHOUT_REP[0]]
    appointments.end(
        session, _rep(session, person, unit, today - timedelta(days=800)), today - timedelta(days=70)
    )
    _appoint(session, person, unit, Role.EMPLOYEE, today - timedelta(days=900), TITLES[0])
    staff.employees.append(person)


def _merge(session: Session, staff: Staff, units: dict[str, Unit], person: Person, today: date) -> None:
    """A unit with an employee of its own, who came along."""
    old, new = units[places.MERGED], units[places.MERGED_INTO]
    _appoint(session, person, old, Role.EMPLOYEE, today - timedelta(days=900), "Kurator")
    staff.employees.append(person)
    session.flush()
    tree.merge(session, old, new, today - timedelta(days=MERGED_DAYS_AGO))


def _employees(
    session: Session,
    staff: Staff,
    units: dict[str, Unit],
    people: Iterator[Person],
    random: Random,
    today: date,
) -> None:
    leaves = places.leaves()
    for number, person in enumerate(people):
        unit = units[BUSY if number % 3 == 0 else leaves[number % len(leaves)]]
        _appoint(session, person, unit, Role.EMPLOYEE, _long_ago(random, today), random.choice(TITLES))
        staff.employees.append(person)
        if unit is units[BUSY]:
            staff.busy.append(person)


def _protect(session: Session, staff: Staff) -> None:
    staff.protected = staff.employees[5]
    persons.protect(session, staff.protected, staff.others["admin"])


def _trainers(session: Session, staff: Staff) -> None:
    group = groups.add(session, "Barnrättsteamet")
    for key in ("trainer", "second trainer"):
        groups.join(session, group.id, staff.others[key].id)


def open_accounts(session: Session, shown: Sequence[Person], others: Sequence[Person], now: datetime) -> None:
    """Those shown on the sign-in page open with one press; the others have been invited and have no password yet."""
    for person in shown:
        session.add(Account(person_id=person.id, demo=True, created=now))
        session.flush()  # one by one: the page lists them in this order
    ways_in = {person.id for person in shown}
    session.add_all(Account(person_id=one.id, created=now) for one in others if one.id not in ways_in)
