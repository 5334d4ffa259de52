"""The page behind a link of review: the draft in the real player, and comments under a name that is typed. Nothing else.

Opening it uses nothing up. An address that was never given out counts as a failure, and enough of those make one wait.
"""

from dataclasses import replace

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response as BaseResponse
from wtforms import StringField, ValidationError
from wtforms.validators import InputRequired, Length

from course_builder.content.course import Course
from course_builder.library.drafts.models import Draft
from course_builder.library.review import comments, links, places
from course_builder.library.review.leader_notes import leader_notes
from course_builder.library.review.models import LONGEST_NAME, ReviewLink
from course_builder.people import throttle
from course_builder.people.personnummer import looks_like
from course_builder.web import security
from course_builder.web.authoring.comments import SpotForm, refused
from course_builder.web.clock import now, today
from course_builder.web.errors import too_many
from course_builder.web.guard import public
from course_builder.web.log import noted
from course_builder.web.package_files import built, send_blob
from course_builder.web.records import reading, writing

pages = Blueprint("review_link", __name__)

HERE = "/review/<token>"
PLAYER = "web"
NAME = "reviewer"
"""In the visitor's own signed cookie: what she last called herself."""


class VisitorForm(SpotForm):
    name = StringField(validators=[InputRequired(), Length(max=LONGEST_NAME)])

    def validate_name(self, field: StringField) -> None:
        words = field.data or ""
        if not words.strip() or looks_like(words):
            raise ValidationError


@pages.after_request
def _unseen(response: Response) -> Response:
    """No search engine, no cache on the way, no address told to anybody."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.get(f"{HERE}/")
@public
def page(token: str) -> str | tuple[str, int]:
    opened = _opened(token)
    return _gone() if opened is None else _page(*opened, token)


@pages.get(f"{HERE}/course/<path:path>")
@public
def file(token: str, path: str) -> BaseResponse | tuple[str, int]:
    """A file of the player's own package, and no other."""
    opened = _opened(token)
    if opened is None:
        return _gone()
    course = _course(opened[1])
    blob = built(replace(course, version=None), PLAYER).get(path) if course else None
    if blob is None:
        abort(404)
    security.policy(security.IN_THE_PORTAL)
    return send_blob(blob, path)


@pages.get(f"{HERE}/leader")
@public
def leader(token: str) -> str | tuple[str, int]:
    """Leader notes, where the maker of the link has said so."""
    opened = _opened(token)
    if opened is None:
        return _gone()
    link, draft = opened
    course = _course(draft)
    if not link.facilitator or course is None:
        abort(404)
    return render_template(
        "authoring/review_leader.html", token=token, draft=draft, notes=leader_notes(course)
    )


@pages.post(f"{HERE}/comments")
@public
def add(token: str) -> BaseResponse | tuple[str, int]:
    opened = _opened(token)
    if opened is None:
        return _gone()
    link, draft = opened
    form = VisitorForm(request.form)
    if not form.validate():
        trouble = refused(form.text.data or "") if form.text.errors else ""
        return _page(link, draft, token, form, trouble), 422
    anchor = form.anchor(_course(draft))
    if anchor is None:
        abort(422)
    who = comments.Author(str(form.name.data), link_id=link.id)
    with writing() as records:
        try:
            made = comments.write(
                records, records.get_one(Draft, draft.id), anchor, str(form.text.data), who, now()
            )
        except comments.TooMany:
            abort(409)
        made_id = made.id
    session[NAME] = who.name
    return redirect(url_for("review_link.page", token=token, _anchor=f"comment-{made_id}"))


def _opened(token: str) -> tuple[ReviewLink, Draft] | None:
    """429 for who has tried many that were never given out."""
    opened = links.look(reading(), token, now())
    if opened is not None:
        return opened
    counted = f"review {request.remote_addr}"
    wait = throttle.wait_seconds(reading(), counted, counted, now())
    if wait:
        raise too_many(wait)
    if not links.known(reading(), token):
        with writing() as records:
            throttle.failed(records, counted, counted, now())
        noted("review_link_guessed")
    return None


def _course(draft: Draft) -> Course | None:
    found = current_app.extensions["course_shelf"].get(draft.name, today())
    return found.course if found else None


def _gone() -> tuple[str, int]:
    """The same for one that is too old, taken back or was never there."""
    return render_template("authoring/review_gone.html"), 410


def _page(
    link: ReviewLink, draft: Draft, token: str, form: VisitorForm | None = None, trouble: str = ""
) -> str:
    course, form = _course(draft), form or VisitorForm(name=session.get(NAME, ""))
    return render_template(
        "authoring/review_visitor.html", link=link, draft=draft, token=token, course=course, trouble=trouble, form=form,
        spots=places.spots(course) if course else (), threads=comments.by_link(reading(), link),
        said=form.text.data or "", spot=form.spot.data or "",
    )  # fmt: skip
