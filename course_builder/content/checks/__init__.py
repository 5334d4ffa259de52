"""The checks of a whole course. A new check is one file and one line in this list."""

from collections.abc import Sequence
from datetime import date

from course_builder.content.checks import (
    alt_text,
    articles,
    budget,
    callouts,
    captions,
    cases,
    described,
    example_region,
    facilitator,
    feedback,
    files,
    film_links,
    headings,
    identity,
    law,
    link_text,
    links,
    local,
    meeting,
    minutes,
    pass_mark,
    pauses,
    pictures,
    raw_html,
    reading_level,
    reserved,
    review,
    rights,
    seated,
    stale_law,
    stills,
    uses,
    variants,
    version,
)
from course_builder.content.checks.context import Check, Checked
from course_builder.content.course import Course
from course_builder.content.problems import Problem, in_order
from course_builder.content.reading import Reading

OF_PARTS: Sequence[Check] = (
    alt_text.check, callouts.check, captions.check, cases.check, described.check, facilitator.check, feedback.check,
    files.check, film_links.check, headings.check, identity.check, law.check, link_text.check, links.check, local.check,
    pauses.check, pictures.check, raw_html.check, reading_level.check, reserved.check, rights.check, stale_law.check, stills.check, uses.check,
)  # fmt: skip
"""What can be seen though course.yaml itself cannot be read."""
OF_COURSE: Sequence[Check] = (
    articles.check, budget.check, example_region.check, meeting.check, minutes.check, pass_mark.check, review.check, seated.check,
    variants.check, version.check,
)  # fmt: skip


def run(reading: Reading, *, today: date, against: Course | None = None) -> tuple[Problem, ...]:
    """Every problem of a reading: those found on the way in, and those of the whole course."""
    if reading.draft is None:
        return reading.problems
    checks = OF_PARTS if reading.course is None else (*OF_PARTS, *OF_COURSE)
    old = against if reading.course is not None else None
    checked = Checked(reading.draft, reading.sources, reading.cited, reading.law, today, old)
    found = (problem for check in checks for problem in check(checked))
    return in_order([*reading.problems, *found])
