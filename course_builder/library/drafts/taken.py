"""Names that are in use, also by what is archived or in the bin, and by courses that only exist as releases."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.models import KeptCourse
from course_builder.paths import shipped


def names_taken(session: Session, kind: Kind) -> set[str]:
    mine = set(session.scalars(select(Draft.name).where(Draft.kind == kind)))
    if kind == Kind.COURSE:
        return (
            mine
            | set(session.scalars(select(KeptCourse.id)))
            | {path.parent.name for path in shipped.COURSES.glob("*/course.yaml")}
        )
    return mine | {path.stem for path in shipped.QUIZZES.glob("*.yaml")}
