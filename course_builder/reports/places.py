"""Units as reports name them."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from course_builder.people.models import Unit


def units_named(session: Session, unit_ids: Collection[int]) -> list[Unit]:
    """By name."""
    return list(session.scalars(select(Unit).where(Unit.id.in_(unit_ids)).order_by(Unit.name)))


def above(session: Session, unit_ids: Collection[int]) -> Mapping[int, str]:
    """What stands directly over each of them."""
    parent = aliased(Unit)
    rows = session.execute(
        select(Unit.id, parent.name).join(parent, parent.id == Unit.parent_id).where(Unit.id.in_(unit_ids))
    )
    return {unit_id: name for unit_id, name in rows}
