"""A folder or zip taken in, shown first; and a draft handed out as a zip, byte for byte."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, send_file, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from course_builder.importing.zip_tree import ZipRefused, ZipTree, open_zip
from course_builder.library.drafts import waiting
from course_builder.library.drafts.folders import prepared, take_in
from course_builder.library.drafts.incoming import Arrival, arrivals, file_changes
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import Stale, Taken
from course_builder.library.drafts.trees import tree
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, found
from course_builder.web.authoring.owner import group_id, owners
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, permitted, signed_in
from course_builder.web.kept import store
from course_builder.web.language import gettext, language, ngettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_intake", __name__)

LARGEST = 600_000_000
"""Bytes of a zip or folder that is brought through the page; larger films go in through the media library."""
MOST_FILES = 2000


@pages.get("/write/take-in")
@allow(Action.WRITE)
def page() -> str:
    return _page()


@pages.post("/write/take-in")
@allow(Action.WRITE)
def bring() -> Response | tuple[str, int]:
    """Looked through, put aside and shown; nothing is taken in yet."""
    request.max_content_length, request.max_form_parts = LARGEST, MOST_FILES
    zipped, folder = (
        request.files.get("zip"),
        [one for one in request.files.getlist("folder") if one.filename],
    )
    if not folder and (zipped is None or not zipped.filename):
        return _page(gettext("Välj en zip-fil eller en mapp.")), 422
    with _as_zip(zipped, folder) as stream:
        try:
            open_zip(stream)
        except ZipRefused as refused:
            return _page(refused.words(language())), 422
        stream.seek(0)
        token = _put_aside().keep(stream, now())
    return redirect(url_for("author_intake.preview", token=token))


@pages.get("/write/take-in/<token>")
@allow(Action.WRITE)
def preview(token: str) -> str | tuple[str, int]:
    with _waiting(token) as tree:
        coming = _coming(tree)
        changes = {one.key: file_changes(reading(), one) for one in coming}
        if not coming:
            return _page(gettext("Här finns ingen kurs, inget filmsamtal och inget quiz. En kurs är en mapp med filen course.yaml.")), 422  # fmt: skip
        return render_template(
            "authoring/take_in_preview.html", token=token, coming=coming, changes=changes, mine=_mine, owners=owners(reading(), actor()),
        )  # fmt: skip


@pages.post("/write/take-in/<token>")
@allow(Action.WRITE)
def take(token: str) -> Response | tuple[str, int]:
    """What was ticked, each as one revision. What somebody has changed since the preview is left alone and told."""
    ticked, owner = set(request.form.getlist("take")), request.form.get("owner")
    done: list[Arrival] = []
    stale: list[Arrival] = []
    with _waiting(token) as tree:
        for one in _coming(tree):
            if one.key in ticked and _mine(one):
                (done if _taken(one, owner) else stale).append(one)
    if stale:
        names = ", ".join(one.title for one in stale)
        flash(
            gettext("%(names)s har ändrats sedan du såg skillnaden. Titta igen innan du tar in.")
            % {"names": names},
            "bad",
        )
        return redirect(url_for("author_intake.preview", token=token))
    if not done:
        flash(gettext("Inget var valt, så inget har ändrats."))
        return redirect(url_for("author_intake.preview", token=token))
    _put_aside().drop(token)
    flash(
        ngettext("”%(title)s” är intagen.", "%(num)s saker är intagna.", len(done))
        % {"title": done[0].title, "num": len(done)}
    )
    if len(done) == 1 and done[0].incoming.kind != Kind.REGISTER:
        return redirect(url_for("editor.page", kind=done[0].incoming.kind, name=done[0].incoming.name))
    return redirect(url_for("courses.library"))


@pages.get(f"{DRAFT}/zip")
@allow(Action.WRITE)
def zip_out(kind: str, name: str) -> Response:
    """The folder a person would write: taken in again it gives the same bytes."""
    draft = found(kind, name)
    held = tree(reading(), store(), draft)
    packed = TemporaryFile()  # noqa: SIM115 -- the answer closes it
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in held.paths():
            blob = held.get(path)
            assert blob is not None  # it is one of its paths  # noqa: S101
            with blob.open() as source, archive.open(f"{name}/{path}", "w", force_zip64=True) as target:
                for piece in iter(lambda source=source: source.read(1 << 20), b""):  # type: ignore[misc]
                    target.write(piece)
    packed.seek(0)
    return send_file(packed, "application/zip", as_attachment=True, download_name=f"{name}.zip")


def _taken(one: Arrival, owner: str | None) -> bool:
    """False when it has been changed since the preview was shown."""
    seen = request.form.get(f"seen:{one.key}", type=int)
    contents = prepared(store(), one.incoming)
    who = actor()
    try:
        with writing() as session:
            made = take_in(session, one.incoming, contents, seen, group_id(owner, who), who.person_id, now())
    except (Stale, Taken):
        return False
    return made is not None


def _mine(one: Arrival) -> bool:
    """One that other trainers own cannot be written over."""
    return one.known is None or permitted(Action.WRITE, one.known)


def _coming(tree: ZipTree) -> Sequence[Arrival]:
    return arrivals(reading(), tree, tree.folder())


@contextmanager
def _waiting(token: str) -> Iterator[ZipTree]:
    try:
        with _put_aside().opened(token) as stream:
            yield open_zip(stream)
    except waiting.NotWaiting:
        abort(404)


def _put_aside() -> waiting.Waiting:
    """Her own: what one has brought, no other can look at."""
    place = Path(current_app.extensions["settings"].folder) / "taken-in"
    return waiting.Waiting(place, signed_in().account_id)


@contextmanager
def _as_zip(zipped: FileStorage | None, folder: Sequence[FileStorage]) -> Iterator[BinaryIO]:
    """A folder's files come one by one, each with its path; they are packed to be looked through as a zip is."""
    if not folder and zipped is not None:
        yield zipped.stream  # type: ignore[misc]  # spooled to disk when it is large
        return
    with TemporaryFile() as packed:
        with ZipFile(packed, "w") as archive:
            for one in folder:
                with archive.open(str(one.filename).lstrip("/"), "w", force_zip64=True) as target:
                    for piece in iter(lambda one=one: one.stream.read(1 << 20), b""):  # type: ignore[misc]
                        target.write(piece)
        packed.seek(0)
        yield packed


def _page(problem: str = "") -> str:
    return render_template("authoring/take_in.html", problem=problem)
