"""`review_by` reached: time for somebody to read the course again."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

REACHED = Code("review-due", "warning", "Kursen skulle läsas igenom senast {day}.", "The course was due to be read through by {day}.", "Läs igenom den och skriv ett nytt datum på review_by:", "Read it and write a new date at review_by:")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    day = checked.course.review_by
    if day is not None and day <= checked.today:
        yield REACHED.at(checked.course.place, day=day)
