"""Names of those who have written; shown only to those who may write themselves."""

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from course_builder.people.named import names
from course_builder.web.language import gettext


def name_of(session: Session, person_id: int | None) -> str:
    """Of one; of somebody who is gone or protected only that it was a colleague."""
    return names_of(session, [person_id])[person_id]


def names_of(session: Session, ids: Iterable[int | None]) -> Mapping[int | None, str]:
    asked = set(ids)
    known = names(session, {one for one in asked if one is not None})
    return {one: known.get(one or 0, gettext("En kollega")) if one is not None else gettext("Programmet") for one in asked}  # fmt: skip
