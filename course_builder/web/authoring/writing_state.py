"""How a text stands while it is written, in calm words: minutes, how easy it is to read, and what is still missing."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from course_builder.content.checks.context import Checked
from course_builder.content.checks.reading_level import easy_words, lix, sentences
from course_builder.content.models.lesson import WORDS_A_MINUTE, Lesson
from course_builder.content.problems import Problem
from course_builder.content.single import Single
from course_builder.web.language import gettext, ngettext

FEW_WORDS = 40
"""Of fewer words nobody can say how easy they are."""
VERY_EASY, EASY, FAIR = 30, 40, 45
"""LIX up to which a text is so; above 45 the check asks for shorter sentences."""

MISSING: Mapping[str, Callable[[int], str]] = {
    "alt-missing": lambda num: ngettext("beskrivning på en bild", "beskrivning på %(num)s bilder", num),
    "captions-missing": lambda num: ngettext("undertext till en film", "undertext till %(num)s filmer", num),
    "described-missing": lambda num: ngettext("syntolkning av en film", "syntolkning av %(num)s filmer", num),
    "pause-not-described": lambda num: ngettext("tiden för en paus i den syntolkade filmen", "tiden för %(num)s pauser i den syntolkade filmen", num),
    "rights-missing": lambda num: ngettext("visningsrätt till en film", "visningsrätt till %(num)s filmer", num),
    "option-without-feedback": lambda num: ngettext("återkoppling på ett svar", "återkoppling på %(num)s svar", num),
    "question-without-feedback": lambda num: ngettext("återkoppling på en fråga", "återkoppling på %(num)s frågor", num),
    "case-silent": lambda num: ngettext("återkoppling på ett val", "återkoppling på %(num)s val", num),
    "no-right-answer": lambda num: ngettext("ett rätt svar", "rätt svar på %(num)s frågor", num),
    "no-title": lambda num: gettext("rubrik"),
    "media-missing": lambda num: ngettext("en fil som texten visar", "%(num)s filer som texten visar", num),
}  # fmt: skip


def writing_state(single: Single, path: str, problems: Sequence[Problem], today: date) -> list[str]:
    """Sentences, none of them longer than a line."""
    part = single.part
    lesson = part if isinstance(part, Lesson) and part.file == path else None
    reading = list(_reading(single, lesson, today)) if lesson else []
    return [*reading, *_missing(problems)]


def _reading(single: Single, lesson: Lesson, today: date) -> Iterator[str]:
    needed = max(1, round(lesson.words / WORDS_A_MINUTE))
    yield ngettext("Ungefär 1 minut att läsa.", "Ungefär %(num)s minuter att läsa.", needed) % {"num": needed}
    course, reading = single.course, single.reading
    if course is None or course.language != "sv" or lesson.words < FEW_WORDS:
        return
    checked = Checked(course, reading.sources, reading.cited, reading.law, today)
    yield _level(lix(list(sentences(reading.sources[lesson.file], easy_words(checked)))))


def _level(value: int) -> str:
    if value <= VERY_EASY:
        return gettext("Mycket lättläst (LIX %(value)s).") % {"value": value}
    if value <= EASY:
        return gettext("Lättläst (LIX %(value)s).") % {"value": value}
    if value <= FAIR:
        return gettext("Lagom svår (LIX %(value)s).") % {"value": value}
    return gettext("Lite svår att läsa (LIX %(value)s). Korta några meningar.") % {"value": value}


def _missing(problems: Sequence[Problem]) -> Iterator[str]:
    counted = Counter(problem.code.name for problem in problems if problem.code.name in MISSING)
    if counted:
        listed = ", ".join(MISSING[name](num) % {"num": num} for name, num in counted.items())
        yield gettext("Saknar: %(what)s.") % {"what": listed}
