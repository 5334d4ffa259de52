"""The catalogue: what there is to take, for whom, and where each course is taken."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request

from course_builder.library.catalogue import Offered, offered
from course_builder.library.releases import course_of
from course_builder.people.may import Action
from course_builder.people.models import Role
from course_builder.reports.own_courses import own_courses
from course_builder.web.audiences import AUDIENCES, audience_name
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow, signed_in
from course_builder.web.records import reading

pages = Blueprint("catalogue", __name__)

OF_ROLE = {
    Role.REP: "ombud", Role.MANAGER: "chef", Role.ELECTED: "politiker", Role.OFFICIAL: "tjänsteperson",
    Role.EXTERNAL: "extern", Role.EMPLOYEE: "medarbetare",
}  # fmt: skip
"""Which target group somebody belongs to by an appointment."""


@pages.get("/catalogue")
@allow(Action.LEARN)
def page() -> str:
    """Hers first; `?for=` is one target group."""
    there = list(offered(reading()).values())
    wanted = request.args.get("for")
    shown = [one for one in there if wanted is None or wanted in one.audience]
    mine = {OF_ROLE[role] for role in actor().roles if role in OF_ROLE}
    return render_template(
        "catalogue/page.html", there=there, shown=sorted(shown, key=lambda one: not mine & set(one.audience)), wanted=wanted,
        audiences=_audiences(there), named=audience_name, courses={one.course_id: course_of(reading(), one.release_id) for one in shown},
        own={one.standing.course_id: one for one in own_courses(reading(), signed_in().person_id, today())},
        external=Role.EXTERNAL in actor().roles, hers=mine,
    )  # fmt: skip


def _audiences(there: Sequence[Offered]) -> list[tuple[str, str]]:
    used = {audience for one in there for audience in one.audience}
    return [(audience, audience_name(audience)) for audience in AUDIENCES if audience in used]
