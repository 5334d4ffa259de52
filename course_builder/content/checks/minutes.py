"""Minutes that are true: against the words of a lesson and the length of a film."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.models.lesson import WORDS_A_MINUTE, Lesson
from course_builder.content.problems import Code, Problem

SCREEN = 7
"""Minutes at the most for one sitting at the screen (domain.md 7)."""
SLACK = 2

SHORT = Code("minutes-short", "warning", "Avsnittet säger {said} min men texten tar ungefär {needed}.", "The lesson says {said} min but the text takes about {needed}.", "Skriv minutes: {needed}, eller korta texten.", "Write minutes: {needed}, or shorten the text.")  # fmt: skip
LONG = Code("minutes-long", "warning", "Avsnittet säger {said} min men texten tar ungefär {needed}.", "The lesson says {said} min but the text takes about {needed}.", "Skriv minutes: {needed}, eller förklara vad tiden ska användas till.", "Write minutes: {needed}, or say what the time is for.")  # fmt: skip
HEAVY = Code("lesson-heavy", "warning", "Avsnittet är långt: ungefär {needed} minuter.", "The lesson is long: about {needed} minutes.", "Dela det i två, så är det lättare att hinna med.", "Split it in two; shorter lessons are easier to fit in.")  # fmt: skip
MODULE = Code("module-minutes", "warning", "Modulen säger {said} min men delarna blir {needed}.", "The module says {said} min but its parts make {needed}.", "Skriv minutes: {needed}", "Write minutes: {needed}")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    if checked.course.kind == "meeting":
        return
    for lesson in checked.lessons:
        yield from _lesson(lesson)
    for module in checked.course.modules:
        if not module.whole:
            continue  # what could not be read has minutes too
        needed = sum(part.minutes for part in module.parts)
        if module.own_minutes is not None and abs(module.own_minutes - needed) > max(SLACK * 2, needed // 4):
            yield MODULE.at(module.place, said=module.own_minutes, needed=needed)


def _lesson(lesson: Lesson) -> Iterator[Problem]:
    needed = max(1, round(lesson.words / WORDS_A_MINUTE))
    said = lesson.own_minutes
    if said is not None and needed > said + SLACK:
        yield SHORT.at(lesson.place, said=said, needed=needed)
    elif said is not None and said > 3 * needed + SLACK:
        yield LONG.at(lesson.place, said=said, needed=needed)
    elif needed > SCREEN + SLACK:
        yield HEAVY.at(lesson.place, needed=needed)
