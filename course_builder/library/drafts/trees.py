"""Drafts as trees of files, which is how content sees a folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.shelves import Shelf
from course_builder.content.tree import Blob, BytesBlob
from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.media_blob import KeptMedium
from course_builder.library.models import MediaBlob, TextBlob
from course_builder.library.store import MediaStore
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import ROOT

FOLDERS = {Kind.COURSE: "", Kind.SET: "quizzes/", Kind.REGISTER: "courses/"}
"""Where the files of a draft stand for the courses that use them."""
SHIPPED = "medföljande/"
"""What paths of what we ship begin with when they are shown."""


@dataclass(frozen=True)
class DraftTree:
    """The files of one draft; texts are at hand, media are opened when they are asked for."""

    blobs: Mapping[str, Blob]

    def get(self, path: str) -> Blob | None:
        return self.blobs.get(path)

    def paths(self) -> list[str]:
        return sorted(self.blobs)


def tree(session: Session, store: MediaStore, draft: Draft) -> DraftTree:
    """The draft's own files, by the paths of its own folder."""
    return DraftTree(_blobs(session, store, [draft.id], {draft.id: ""})[draft.id])


def shelves(session: Session, store: MediaStore, behind: Iterable[Draft]) -> tuple[Shelf, ...]:
    """One shelf for each shared set and register, then what we ship. Shelves keep media of the same name apart."""
    behind = list(behind)
    folders = {draft.id: FOLDERS[Kind(draft.kind)] for draft in behind}
    held = _blobs(session, store, list(folders), folders)
    return (
        *(Shelf(DraftTree(held[draft.id]), shelf_name(draft)) for draft in behind),
        Shelf(FolderTree(ROOT), SHIPPED),
    )


def shelf_name(draft: Draft) -> str:
    """What paths of a shared draft begin with when they are shown to a person."""
    return f"{draft.name}/"


def _blobs(
    session: Session, store: MediaStore, wanted: list[int], folders: Mapping[int, str]
) -> dict[int, dict[str, Blob]]:
    found = (
        select(
            DraftFile.draft_id,
            DraftFile.path,
            DraftFile.sha256,
            TextBlob.text,
            MediaBlob.size,
            MediaBlob.crc32,
        )
        .outerjoin(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .outerjoin(MediaBlob, MediaBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id.in_(wanted))
    )
    held: dict[int, dict[str, Blob]] = {draft_id: {} for draft_id in wanted}
    for draft_id, path, sha, text, size, crc32 in session.execute(found):
        blob = KeptMedium(Fingerprint(sha, size, crc32), store) if text is None else BytesBlob(text.encode())
        held[draft_id][folders[draft_id] + path] = blob
    return held
