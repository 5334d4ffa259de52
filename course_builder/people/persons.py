"""People: added, found, changed. A protected person is absent for all but the administrator who is named for her."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select, true, union
from sqlalchemy.orm import Session

from course_builder.people import search
from course_builder.people.checked import LONGEST_EMAIL, checked_email, checked_name, checked_ref
from course_builder.people.conditions import under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy

MOST_FOUND = 50
MANY = 10_000
KEEPERS = (Role.COORDINATOR, Role.ADMIN)
"""Who sees lists of people."""


def add(
    session: Session,
    name: str,
    email: str | None = None,
    employee_ref: str | None = None,
    language: str = "sv",
) -> Person:
    """Refused for a personnummer, an address that is none, and for who is there already."""
    person = Person(
        name=checked_name(name),
        email=checked_email(email),
        employee_ref=checked_ref(employee_ref),
        language=language,
    )
    _check_unique(session, person)
    session.add(person)
    session.flush()
    return person


def change(session: Session, person: Person, name: str, email: str | None, employee_ref: str | None) -> None:
    """Links that were mailed to an earlier address are worth nothing from now on."""
    changed = Person(
        name=checked_name(name), email=checked_email(email), employee_ref=checked_ref(employee_ref)
    )
    _check_unique(session, changed, but=person.id)
    person.name, person.email, person.employee_ref = changed.name, changed.email, changed.employee_ref
    session.flush()


def protect(session: Session, person: Person, guardian: Person) -> None:
    """From now on only the guardian sees her in lists."""
    if guardian.id == person.id:
        raise Refused(
            "Välj en annan administratör än personen själv.",
            "Choose an administrator who is not the person herself.",
        )
    person.protected, person.guardian_id = True, guardian.id
    session.flush()


def unprotect(session: Session, person: Person) -> None:
    person.protected, person.guardian_id = False, None
    session.flush()


def visible(session: Session, actor: Actor) -> ColumnElement[bool]:
    """Of `Person`: whether she may stand in a list, an export or an answer to a search for the actor."""
    named = Person.guardian_id == actor.person_id if actor.roles & set(KEEPERS) else false()
    return or_(Person.protected.is_(False), named)


def within(actor: Actor) -> ColumnElement[bool]:
    """Of `Person`: whether she belongs to a part of the tree that the actor keeps the people of."""
    if _keeps_all(actor):
        return true()
    return exists().where(Appointment.person_id == Person.id, Appointment.unit_id == Unit.id, _kept(actor))


def find(session: Session, actor: Actor, text: str, most: int = MOST_FOUND) -> list[Person]:
    """Whose names or addresses have words that begin so, or whose employee id it is. At most `most`, by name."""
    wanted = tidy(text)
    if not wanted:
        return []
    told = union(  # an OR between them would make PostgreSQL read everybody
        select(Person.id).where(search.matches(wanted)),
        select(Person.id).where(Person.employee_ref == wanted),
    )
    found = select(Person).where(Person.id.in_(told), visible(session, actor), within(actor)).limit(most)
    return sorted(session.scalars(found), key=lambda person: (person.sort_name, person.id))


def page(
    session: Session, actor: Actor, after: tuple[str, int] | None = None, most: int = MOST_FOUND
) -> list[Person]:
    """By name, from the person after `(sort_name, id)`."""
    found = select(Person).where(visible(session, actor))
    order: ColumnElement[str] = Person.sort_name.expression
    here = select(Appointment.person_id).where(Appointment.unit_id == Unit.id, _kept(actor))
    if _keeps_all(actor) or _are_many(session, here):
        found = found.where(within(actor))
    else:  # a few of very many are sorted by themselves: going by name would look at everybody
        found, order = found.where(Person.id.in_(here)), order.concat("")
    if after is not None:
        name, person_id = after
        found = found.where(or_(order > name, and_(order == name, Person.id > person_id)))
        found = found.where(order >= name)  # where the index is entered
    return list(session.scalars(found.order_by(order, Person.id).limit(most)))


def _keeps_all(actor: Actor) -> bool:
    """Whether she keeps the people of a root, and so of everything."""
    return any(held.role in KEEPERS and held.path.count("/") == 2 for held in actor.held)


def _kept(actor: Actor) -> ColumnElement[bool]:
    """Of `Unit`: whether she keeps its people."""
    paths = sorted({held.path for held in actor.held if held.role in KEEPERS})
    return or_(false(), *(under(path) for path in paths))


def _are_many(session: Session, persons: Select[int]) -> bool:
    some = persons.limit(MANY).subquery()
    return session.scalar(select(func.count()).select_from(some)) == MANY


def get(session: Session, actor: Actor, person_id: int) -> Person | None:
    """None for who does not exist, is protected, or belongs elsewhere: the three look the same."""
    return session.scalar(
        select(Person).where(Person.id == person_id, visible(session, actor), within(actor))
    )


def hidden_among(session: Session, actor: Actor, person_ids: Collection[int]) -> set[int]:
    """Those of them whom the actor may not be told of."""
    found = select(Person.id).where(Person.id.in_(person_ids), ~visible(session, actor))
    return set(session.scalars(found))


def by_email(session: Session, email: str) -> Person | None:
    return session.scalar(select(Person).where(Person.email == email.strip().lower()[: LONGEST_EMAIL + 1]))


def _check_unique(session: Session, person: Person, but: int | None = None) -> None:
    for column, value in ((Person.email, person.email), (Person.employee_ref, person.employee_ref)):
        if value is None:
            continue
        other = session.scalar(select(Person.id).where(column == value))
        if other is not None and other != but:
            raise Refused(
                f"{value} hör redan till en person. Sök efter personen i stället för att lägga till en ny.",
                f"{value} belongs to a person already. Look for the person instead of adding a new one.",
            )
