"""Films, pictures and documents of a release, to those who are signed in. Found by the release's own list, never by a path."""

from mimetypes import guess_type

from flask import Blueprint, Flask, Response, abort, request
from werkzeug.wrappers import Response as BaseResponse
from werkzeug.wsgi import wrap_file

from course_builder.content.media import Media
from course_builder.database.store import Database
from course_builder.library.installed import install
from course_builder.library.media import media_store
from course_builder.library.releases import NoSuchRelease, course_of
from course_builder.library.store import MediaMissing
from course_builder.people.may import Action
from course_builder.player.media_files import WEBVTT, media_file
from course_builder.settings import Settings
from course_builder.web import security
from course_builder.web.guard import allow
from course_builder.web.records import reading

pages = Blueprint("media", __name__)

POLICY = {"default-src": "'none'", "frame-ancestors": "'none'", "sandbox": ""}
"""A drawing that is opened by itself runs nothing."""
TYPES = {".m4v": "video/mp4", ".vtt": "text/vtt", ".webm": "video/webm", ".webp": "image/webp", ".avif": "image/avif",
         ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}  # fmt: skip
A_YEAR = 365 * 24 * 3600


def add_to(app: Flask, settings: Settings, database: Database) -> None:
    store = app.extensions["media_store"] = media_store(settings)
    install(database.reader, store)


@pages.get("/releases/<int:release_id>/media/<name>")
@allow(Action.LEARN)
def file(release_id: int, name: str) -> BaseResponse:
    return sent(release_id, name)


def sent(release_id: int, name: str) -> BaseResponse:
    """A file of a release, in ranges. Its address stands for one content for ever, so a browser may keep it; others in
    between may not.
    """
    media = _named(release_id, name)
    try:
        blob = media_file(media).blob
        stream = blob.open()
    except MediaMissing:
        abort(404)
    security.policy(POLICY)
    response = Response(wrap_file(request.environ, stream), mimetype=_type(name), direct_passthrough=True)
    response.content_length = blob.size
    response.set_etag(media.blob.sha256)
    response.cache_control.private = True
    response.cache_control.max_age = A_YEAR
    response.cache_control.immutable = True
    if media.kind == "document":
        response.headers.set("Content-Disposition", "attachment", filename=name)
    return response.make_conditional(request.environ, accept_ranges=True, complete_length=blob.size)


def _named(release_id: int, name: str) -> Media:
    """By the name the player knows it by: captions of every kind are WebVTT there."""
    try:
        course = course_of(reading(), release_id)
    except NoSuchRelease:
        abort(404)
    for media in course.media:
        served = media.name.removesuffix(WEBVTT) + WEBVTT if media.kind == "captions" else media.name
        if served == name:
            return media
    abort(404)


def _type(name: str) -> str:
    return TYPES.get(name[name.rfind(".") :]) or guess_type(name)[0] or "application/octet-stream"
