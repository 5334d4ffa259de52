"""A file of a draft, to those who may write in it. Asked for by its content, never by a path (trust 8, 9, 10)."""

from pathlib import PurePosixPath

from flask import Blueprint, abort
from sqlalchemy import select
from werkzeug.wrappers import Response

from course_builder.content.media import SUFFIXES
from course_builder.library.draft_media.changing import fingerprint_at
from course_builder.library.drafts.models import DraftFile
from course_builder.library.media_blob import KeptMedium
from course_builder.library.store import SHA256, MediaMissing
from course_builder.people.may import Action
from course_builder.web import security
from course_builder.web.authoring.found import DRAFT, anywhere
from course_builder.web.guard import allow
from course_builder.web.kept import store
from course_builder.web.media import POLICY
from course_builder.web.package_files import send_blob
from course_builder.web.records import reading

pages = Blueprint("media_files", __name__)


@pages.get(f"{DRAFT}/file/<sha256>")
@allow(Action.WRITE)
def file(kind: str, name: str, sha256: str) -> Response:
    """What kind of file it is, its row says; a drawing opened by itself runs nothing, a document is saved, not shown."""
    draft = anywhere(kind, name)
    if SHA256.fullmatch(sha256) is None:
        abort(404)
    path = reading().scalar(
        select(DraftFile.path).where(DraftFile.draft_id == draft.id, DraftFile.sha256 == sha256).limit(1)
    )
    suffix = PurePosixPath(path or "").suffix.lower()
    if path is None or suffix not in SUFFIXES:
        abort(404)
    security.policy(POLICY)
    blob = KeptMedium(fingerprint_at(reading(), draft, path), store())
    try:
        answer = send_blob(blob, f"file{suffix}")
    except MediaMissing:
        abort(404)
    if SUFFIXES[suffix] == "document":
        answer.headers.set("Content-Disposition", "attachment", filename=PurePosixPath(path).name)
    return answer
