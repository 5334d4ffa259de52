"""A file taken away, borrowed from another draft, or replaced in every place at once. Each is a revision that can be undone."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.mentions import renamed
from course_builder.library.draft_media.uses import uses
from course_builder.library.drafts.models import Draft, DraftFile, Revision, Verb
from course_builder.library.drafts.reading import files, text
from course_builder.library.drafts.saving import Content, save
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.models import MediaBlob
from course_builder.library.recorded import TEXTS
from course_builder.library.uploads.places import free_path


class NotThere(LookupError):
    """The draft has no such file of the media store."""


def fingerprint_at(session: Session, draft: Draft, path: str) -> Fingerprint:
    """NotThere."""
    found = select(MediaBlob).join(DraftFile, DraftFile.sha256 == MediaBlob.sha256)
    blob = session.scalars(found.where(DraftFile.draft_id == draft.id, DraftFile.path == path)).first()
    if blob is None:
        raise NotThere(path)
    return Fingerprint(blob.sha256, blob.size, blob.crc32)


def remove(session: Session, draft: Draft, path: str, by: int, now: datetime) -> Revision:
    """Out of the draft; what is published keeps it. NotThere."""
    fingerprint_at(session, draft, path)
    return save(session, draft, {path: None}, draft.head, Verb.REMOVED, PurePosixPath(path).name, by, now)


def borrow(session: Session, draft: Draft, other: Draft, path: str, by: int, now: datetime) -> str:
    """The same file in this draft too, and its path here: the one it has when it is here already. NotThere."""
    made = fingerprint_at(session, other, path)
    there = files(session, draft)
    suffix = PurePosixPath(path).suffix
    known = next((here for here, sha in sorted(there.items()) if sha == made.sha256), None)
    if known is not None:
        return known
    free = free_path(PurePosixPath(path).name, suffix, there)
    save(session, draft, {free: made}, draft.head, Verb.ADDED, PurePosixPath(path).name, by, now)
    return free


def within_reach(session: Session, draft: Draft, path: str, shown_in: str, by: int, now: datetime) -> str:
    """How the text at `shown_in` writes the path of a file of its draft. NotThere.

    A text reaches only what lies below its own folder, so a film for `quizzes/samtal.yaml` goes to `quizzes/media/`: it
    is moved there when nothing shows it from where it is, else it lies in both places.
    """
    folder = PurePosixPath(shown_in).parent
    if PurePosixPath(path).is_relative_to(folder):
        return str(PurePosixPath(path).relative_to(folder))
    made = fingerprint_at(session, draft, path)
    near = {
        str(PurePosixPath(one).relative_to(folder)): sha
        for one, sha in files(session, draft).items()
        if PurePosixPath(one).is_relative_to(folder)
    }
    known = next((one for one, sha in sorted(near.items()) if sha == made.sha256), None)
    free = known or free_path(PurePosixPath(path).name, PurePosixPath(path).suffix, near)
    changes: dict[str, Content | None] = {} if known else {str(folder / free): made}
    if (draft.id, path) not in uses(session, [draft]):
        changes[path] = None
    save(session, draft, changes, draft.head, Verb.ADDED, PurePosixPath(path).name, by, now)
    return free


def replace(
    session: Session, drafts: Collection[Draft], own: Draft, old: str, new: str, by: int, now: datetime
) -> Sequence[tuple[Draft, Revision]]:
    """The file at `new` of a draft wherever the one at `old` lies in these drafts; one revision each. NotThere.

    It keeps the old name when the ending is the same; else every text that speaks of it is told the new one. The place
    where it was brought in is given up unless something is shown from there.
    """
    gone, made = fingerprint_at(session, own, old).sha256, fingerprint_at(session, own, new)
    brought = None if gone == made.sha256 or (own.id, new) in uses(session, [own]) else new
    done = []
    for draft in drafts:
        there = files(session, draft)
        spare = brought if draft.id == own.id else None
        places = sorted(path for path, sha in there.items() if sha == gone and path != spare)
        if places and gone != made.sha256:
            changes = _exchanged(session, draft, there, places, made, PurePosixPath(new).suffix, spare)
            about = PurePosixPath(places[0]).name
            done.append((draft, save(session, draft, changes, draft.head, Verb.REPLACED, about, by, now)))
    return done


def _exchanged(
    session: Session, draft: Draft, there: dict[str, str], old: list[str], new: Fingerprint, suffix: str, spare: str | None
) -> dict[str, Content | None]:  # fmt: skip
    changes: dict[str, Content | None] = {} if spare is None else {spare: None}
    names: dict[str, str] = {}
    for path in old:
        if PurePosixPath(path).suffix.lower() == suffix.lower():
            changes[path] = new
        else:
            names[path] = _renamed(path, suffix, {*there, *names.values()} - {spare})
            changes |= {path: None, names[path]: new}
    for file in sorted(there) if names else ():
        words = text(session, draft, file) if file.endswith(TEXTS) else None
        if words is not None and (told := renamed(words, file, names)) != words:
            changes[file] = told
    return changes


def _renamed(path: str, suffix: str, taken: Collection[str | None]) -> str:
    """In the same folder."""
    folder = PurePosixPath(path).parent
    wanted = str(PurePosixPath(path).with_suffix(suffix))
    number = 2
    while wanted in taken:
        wanted = str(folder / f"{PurePosixPath(path).stem}-{number}{suffix}")
        number += 1
    return wanted
