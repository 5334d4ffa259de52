"""Groups of trainers, who own courses together."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.people.may import Actor
from course_builder.people.models import Group, Membership, Person
from course_builder.people.persons import visible
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy


def add(session: Session, name: str) -> Group:
    group = Group(name=_free_name(session, name))
    session.add(group)
    session.flush()
    return group


def rename(session: Session, group: Group, name: str) -> None:
    if tidy(name) != group.name:
        group.name = _free_name(session, name)
        session.flush()


def join(session: Session, group_id: int, person_id: int) -> None:
    """Joining twice is joining once."""
    if session.get(Membership, (group_id, person_id)) is None:
        session.add(Membership(group_id=group_id, person_id=person_id))
        session.flush()


def leave(session: Session, group_id: int, person_id: int) -> None:
    member = session.get(Membership, (group_id, person_id))
    if member is not None:
        session.delete(member)
        session.flush()


def all_groups(session: Session) -> list[tuple[Group, int]]:
    """By name, with how many are in each."""
    found = (
        select(Group, func.count(Membership.person_id))
        .outerjoin(Membership, Membership.group_id == Group.id)
        .group_by(Group.id)
        .order_by(Group.name)
    )
    return [(group, members) for group, members in session.execute(found)]


def members(session: Session, actor: Actor, group_id: int) -> list[Person]:
    found = select(Person).join(Membership, Membership.person_id == Person.id)
    found = found.where(Membership.group_id == group_id, visible(session, actor))
    return list(session.scalars(found.order_by(Person.sort_name, Person.id)))


def _free_name(session: Session, name: str) -> str:
    tidied = tidy(name)[:200]
    if not tidied:
        raise Refused("Gruppen behöver ett namn.", "The group needs a name.")
    if session.scalar(select(Group.id).where(Group.name == tidied)) is not None:
        raise Refused(
            f"Det finns redan en grupp som heter {tidied}. Välj ett annat namn.",
            f"There is a group called {tidied} already. Choose another name.",
        )
    return tidied
