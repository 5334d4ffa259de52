"""A zip leaves the house: what the draft said is kept, and a line stands in the log before anybody has it."""

from collections.abc import Iterable, Mapping
from hashlib import file_digest
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from flask import current_app, send_file
from werkzeug.wrappers import Response

from course_builder.content.file import File
from course_builder.library.exports import log
from course_builder.library.gather import ReleaseStopped, gather
from course_builder.library.models import Release
from course_builder.library.ready import FileChanged, Ready, keep_media
from course_builder.packaging.zipwriter import write
from course_builder.web.clock import now, today
from course_builder.web.exporting import Outgoing
from course_builder.web.guard import actor
from course_builder.web.kept import origin, store
from course_builder.web.records import writing


class ChangedMeanwhile(Exception):
    """The draft is not any more what the page was made of."""


def logged() -> bool:
    """On an author's own machine there is no log."""
    return "database" in current_app.extensions


def kept_draft(out: Outgoing) -> Ready | None:
    """The draft with its media kept; None of a version."""
    if out.release is not None:
        return None
    try:
        ready = keep_media(store(), gather(origin(out.name), today()))
    except (ReleaseStopped, FileChanged) as error:
        raise ChangedMeanwhile from error
    if ready.gathered.course.digest != out.course.digest:
        raise ChangedMeanwhile
    return ready


def zipped(files: Iterable[File]) -> BinaryIO:
    """Written to a file as it is made: a film never stands in memory."""
    file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115 -- closed when the answer has been sent
    write(file, files)
    file.seek(0)
    return file


def package(file: BinaryIO, portal: str, form: str, answers: Mapping[str, str], name: str) -> log.Package:
    """As the log has it."""
    size = file.seek(0, 2)
    file.seek(0)
    sha = file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # a temporary file is a binary file
    return log.Package(portal, form, answers, name, size, sha)


def note(out: Outgoing, ready: Ready | None, made: log.Package) -> None:
    by = actor().person_id
    with writing() as session:
        if ready is not None:
            log.of_draft(session, ready, made, by, now())
        elif out.release is not None:
            release = session.get_one(Release, out.release.id)
            log.of_release(session, release, out.course.digest, made, by, now())


def sent(file: BinaryIO, name: str) -> Response:
    file.seek(0)
    return send_file(file, mimetype="application/zip", as_attachment=True, download_name=name)
