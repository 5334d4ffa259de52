"""A file that was found fit goes into the media store, and then into the draft as a revision."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.library.drafts.models import Draft, Verb
from course_builder.library.drafts.reading import files
from course_builder.library.drafts.saving import save
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.uploads.examining import Facts, beside
from course_builder.library.uploads.models import MediumFacts, State, Upload
from course_builder.library.uploads.places import free_path


def clear(part: Path) -> None:
    """Away with what came, and with what was written anew beside it."""
    part.unlink(missing_ok=True)
    beside(part).unlink(missing_ok=True)


def keep(
    session: Session, upload: Upload, made: Fingerprint, suffix: str, facts: Facts, now: datetime
) -> str:
    """Its path in the draft. The same file again gets the path it has; whoever asks twice is told the same."""
    if upload.state == State.DONE:
        return upload.path
    note(session, made, facts, upload.name, now)
    draft = session.get_one(Draft, upload.draft_id)
    there = files(session, draft)
    known = next(
        (path for path, sha in sorted(there.items()) if sha == made.sha256 and path.endswith(suffix)), None
    )
    path = known or free_path(upload.name, suffix, there)
    if known is None:
        save(session, draft, {path: made}, draft.head, Verb.ADDED, upload.name, upload.by_id, now)
    session.execute(
        update(Upload).where(Upload.id == upload.id).values(state=State.DONE, path=path, touched_on=now)
    )
    return path


def note(session: Session, made: Fingerprint, facts: Facts, name: str, now: datetime) -> None:
    """What is known of a file, unless it was known before."""
    row = {
        "sha256": made.sha256, "kind": facts.kind, "name": name, "width": facts.width, "height": facts.height,
        "milliseconds": facts.milliseconds, "sound": facts.sound, "made_on": now,
    }  # fmt: skip
    session.execute(insert_new(session, MediumFacts).values(row))
