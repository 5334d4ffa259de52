"""What the region has decided about how long completions hold, with the references."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.models import RenewalRule


def decided(session: Session) -> Sequence[RenewalRule]:
    return session.scalars(select(RenewalRule).order_by(RenewalRule.course_id)).all()
