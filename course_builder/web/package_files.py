"""The files of a package that this installation has just built, served to its own portal view."""

from collections import OrderedDict
from collections.abc import Mapping
from mimetypes import guess_type
from threading import Lock

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as BaseResponse
from werkzeug.wsgi import wrap_file

from course_builder.content.course import Course
from course_builder.content.tree import Blob
from course_builder.packaging.formats import formats
from course_builder.packaging.options import BuildOptions
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web import security
from course_builder.web.exporting import outgoing
from course_builder.web.guard import allow

pages = Blueprint("package_files", __name__)

KEPT = 6
TYPES = {
    ".js": "text/javascript",
    ".vtt": "text/vtt",
    ".woff2": "font/woff2",
    ".webm": "video/webm",
    ".svg": "image/svg+xml",
}

_built: OrderedDict[tuple[str, str, str], Mapping[str, Blob]] = OrderedDict()
_lock = Lock()


def built(course: Course, format_name: str) -> Mapping[str, Blob]:
    """The package's files by path; the last few are kept, each tied to what the course was when it was built."""
    key = (course.digest, str(course.version), format_name)
    with _lock:
        if key not in _built:
            files = formats()[format_name].build(course, BuildOptions(), FolderTree(shipped.BUILT))
            _built[key] = {file.path: file.blob for file in files}
            if len(_built) > KEPT:
                _built.popitem(last=False)
        _built.move_to_end(key)
        return _built[key]


@pages.get("/courses/<name>/package/<format_name>/<path:path>")
@pages.get("/courses/<name>/versions/<int:number>/package/<format_name>/<path:path>")
@allow(Action.SEE_COURSES)
def file(name: str, format_name: str, path: str, number: int | None = None) -> BaseResponse:
    """Of the draft, or of a version."""
    out = outgoing(name, number)
    if not out.buildable or format_name not in formats():
        abort(404)
    blob = built(out.marked, format_name).get(path)
    if blob is None:
        abort(404)
    security.policy(security.IN_THE_PORTAL)
    return send_blob(blob, path)


def send_blob(blob: Blob, path: str) -> BaseResponse:
    """The file, or the range of it that a film player asks for."""
    suffix = path[path.rfind(".") :]
    kind = TYPES.get(suffix) or guess_type(path)[0] or "application/octet-stream"
    response = Response(wrap_file(request.environ, blob.open()), mimetype=kind, direct_passthrough=True)
    response.content_length = blob.size
    response.set_etag(f"{blob.size:x}-{blob.sha256[:16]}" if blob.size < 1_000_000 else f"{blob.size:x}")
    response.cache_control.no_cache = True
    return response.make_conditional(request.environ, accept_ranges=True, complete_length=blob.size)
