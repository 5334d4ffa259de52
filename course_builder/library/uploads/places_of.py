"""What is known of the file at a path of a draft."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import DraftFile
from course_builder.library.uploads.models import MediumFacts


def facts_at(session: Session, draft_id: int, path: str) -> MediumFacts | None:
    found = select(MediumFacts).join(DraftFile, DraftFile.sha256 == MediumFacts.sha256)
    return session.scalars(found.where(DraftFile.draft_id == draft_id, DraftFile.path == path)).first()
