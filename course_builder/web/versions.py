"""Every version of a course, and what lies between two of them."""

from flask import Blueprint, abort, render_template, request
from wtforms import Form, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.content.compare import compare
from course_builder.content.course import Course
from course_builder.library.news import new_since
from course_builder.library.releases import course_of, latest
from course_builder.library.review import approvals, warnings
from course_builder.library.versions import versions
from course_builder.people.may import Action
from course_builder.web.change_words import ICONS, change_name
from course_builder.web.clock import today
from course_builder.web.guard import allow
from course_builder.web.kept import drafted, kept, known, version
from course_builder.web.language import language
from course_builder.web.on_shelf import shelf
from course_builder.web.records import reading

pages = Blueprint("versions", __name__)

DRAFT = "draft"


class PairForm(Form):
    """Two versions by number; the new one may be the draft."""

    old = SelectField()
    new = SelectField()


@pages.get("/courses/<name>/versions")
@allow(Action.SEE_COURSES)
def page(name: str) -> str:
    course = kept(name, Action.SEE_COURSES)
    made = versions(reading(), course.id) if course else []
    return render_template(
        "release/versions.html", name=name, title=made[0].release.title if made else _there(_draft(name)).title, made=made, icons=ICONS,
        change_name=change_name, drafted=drafted(name),
        let_stand=warnings.of_releases(reading(), course.id) if course else {},
        approved_by=approvals.of_releases(reading(), course.id) if course else {},
    )  # fmt: skip


@pages.get("/courses/<name>/versions/compare")
@allow(Action.SEE_COURSES)
def between(name: str) -> str:
    """The last two, unless others are asked for."""
    course = known(name, Action.SEE_COURSES)
    numbers = [str(one.release.number) for one in versions(reading(), course.id)]
    ends = numbers + ([DRAFT] if _draft(name) is not None else [])
    form = PairForm(request.args)
    form.old.choices = [SelectChoice(one, one) for one in numbers]
    form.new.choices = [SelectChoice(one, one) for one in ends]
    if not form.old.data or not form.new.data:
        form.old.data, form.new.data = numbers[min(1, len(numbers) - 1)], numbers[0]
    elif not form.validate():
        abort(404)
    old, new = _course(name, form.old.data), _course(name, form.new.data)
    newest = latest(reading(), course.id)
    return render_template(
        "release/compare.html", name=name, title=newest.title if newest else name, form=form, draft=DRAFT, drafted=drafted(name),
        comparison=compare(old, new), told_lines=new_since(old, new, language()),
    )  # fmt: skip


def _course(name: str, which: str) -> Course:
    if which == DRAFT:
        return _there(_draft(name))
    return course_of(reading(), version(name, int(which)).id, today())


def _draft(name: str) -> Course | None:
    """The course of the folder, when it can be read."""
    found = shelf().get(name, today())
    return found.course if found else None


def _there(course: Course | None) -> Course:
    if course is None:
        abort(404)
    return course
