"""Where a course is taken, and which trainers it belongs to."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, RadioField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length, Optional, Regexp

from course_builder.library.course_settings import CourseSettings, NotYours, decide, groups_for
from course_builder.library.models import KeptCourse, Taken
from course_builder.library.releases import latest
from course_builder.people.may import Action
from course_builder.people.models import Group
from course_builder.web.guard import actor, allow
from course_builder.web.kept import drafted, known
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("course_settings", __name__)

ADDRESS = r"https://[^\s/?#]+\.[^\s/?#]+\S*\Z"
LONGEST_LINK = 400


class SettingsForm(Form):
    taken = RadioField(choices=[SelectChoice(one.value, one.value) for one in Taken])
    staff_link = StringField(validators=[Optional(), Length(max=LONGEST_LINK), Regexp(ADDRESS)])
    external_link = StringField(validators=[Optional(), Length(max=LONGEST_LINK), Regexp(ADDRESS)])
    group = SelectField()

    def validate_taken(self, field: RadioField) -> None:
        """A course in the portal needs a way there."""
        if field.data != Taken.HERE and not (self.staff_link.data or self.external_link.data):
            raise ValidationError


@pages.get("/courses/<name>/settings")
@allow(Action.RELEASE)
def page(name: str) -> str:
    course = known(name, Action.RELEASE)
    return _page(name, course, _form(course))


@pages.post("/courses/<name>/settings")
@allow(Action.RELEASE)
def save(name: str) -> Response | tuple[str, int]:
    course = known(name, Action.RELEASE)
    form = _form(course, posted=True)
    if not form.validate():
        return _page(name, course, form), 422
    decided = CourseSettings(
        Taken(form.taken.data), form.staff_link.data or "", form.external_link.data or "", int(form.group.data or 0) or None,
    )  # fmt: skip
    who = actor()
    with writing() as session:
        try:
            decide(session, who, session.get_one(KeptCourse, course.id), decided)
        except NotYours:
            abort(404)
    flash(gettext("Sparat."))
    return redirect(url_for("course_settings.page", name=name))


def _form(course: KeptCourse, posted: bool = False) -> SettingsForm:
    values = {
        "taken": course.taken, "staff_link": course.staff_link, "external_link": course.external_link,
        "group": str(course.group_id or ""),
    }  # fmt: skip
    form = SettingsForm(request.form if posted else None, data=values)
    form.group.choices = [
        SelectChoice("", ""),
        *(SelectChoice(str(group.id), group.name) for group in _groups(course)),
    ]
    return form


def _groups(course: KeptCourse) -> list[Group]:
    """Those she may choose, and the one it has."""
    found = list(groups_for(reading(), actor()))
    own = reading().get(Group, course.group_id) if course.group_id else None
    return found if own is None or own in found else [*found, own]


def _page(name: str, course: KeptCourse, form: SettingsForm) -> str:
    newest = latest(reading(), course.id)
    return render_template(
        "release/settings.html",
        name=name,
        title=newest.title if newest else name,
        form=form,
        taken=Taken,
        drafted=drafted(name),
    )
