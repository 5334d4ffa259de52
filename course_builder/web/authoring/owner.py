"""Which group of trainers something new belongs to."""

from collections.abc import Sequence

from sqlalchemy.orm import Session
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.people.groups import all_groups
from course_builder.people.may import Actor
from course_builder.web.language import gettext

EVERYBODY = ""


def owners(session: Session, who: Actor) -> Sequence[SelectChoice]:
    """Her own groups, then all trainers."""
    mine = [
        SelectChoice(str(group.id), group.name) for group, _ in all_groups(session) if group.id in who.groups
    ]
    return [*mine, SelectChoice(EVERYBODY, gettext("Alla utbildare"))]


def group_id(chosen: str | None, who: Actor) -> int | None:
    """None: all trainers. One that is not hers counts as not chosen."""
    asked = int(chosen) if chosen and chosen.isdecimal() else None
    return asked if asked in who.groups else None
