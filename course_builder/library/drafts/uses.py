"""Which courses a shared quiz or film discussion stands in."""

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.models import TextBlob


def courses_using(session: Session, name: str) -> Sequence[Draft]:
    """Courses that name the set in their course file or in a lesson; those in the bin do not count."""
    named = re.compile(rf"(?m)^\s*(?:- +)?(?:film|quiz|use): *[\"']?{re.escape(name)}[\"']?\s*(?:#.*)?$")
    found = (
        select(Draft, TextBlob.text)
        .join(DraftFile, DraftFile.draft_id == Draft.id)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(
            Draft.kind == Kind.COURSE,
            Draft.trashed_on.is_(None),
            TextBlob.text.contains(name, autoescape=True),
        )
        .order_by(Draft.title, Draft.name)
    )
    return list(dict.fromkeys(draft for draft, text in session.execute(found) if named.search(text)))
