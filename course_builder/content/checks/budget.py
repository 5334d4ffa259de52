"""What a portal must remember for one learner: SCORM 1.2 gives 4,096 characters (RTE 1.2, cmi.suspend_data)."""

from collections.abc import Iterator

from course_builder.content import state
from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Place, Problem

WARN_OVER = 3_500

LARGE = Code("resume-budget", "warning", "Portalen kan behöva minnas {size} tecken per deltagare. SCORM 1.2 rymmer {most}.",
             "The portal may have to remember {size} characters per learner. SCORM 1.2 holds {most}.",
             "Dela kursen, eller använd SCORM 2004. Mest tar: {parts}.", "Split the course, or use SCORM 2004. Largest: {parts}.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    size = state.worst(checked.course)
    if size > WARN_OVER:
        parts = sorted(state.by_part(checked.course).items(), key=lambda item: -item[1])[:3]
        named = ", ".join(f"{name} {count}" for name, count in parts)
        yield LARGE.at(Place(checked.course.place.file), size=size, most=state.SCORM12_MOST, parts=named)
