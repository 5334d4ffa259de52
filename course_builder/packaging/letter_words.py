"""How a letter to the portal administrator says figures and names, in two languages."""

from collections.abc import Mapping

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.content.render.dates import day
from course_builder.packaging.manifest import decimal

STANDARDS = {
    "scorm12": "SCORM 1.2",
    "scorm2004-3": "SCORM 2004 3rd Edition",
    "scorm2004-4": "SCORM 2004 4th Edition",
    "cmi5": "cmi5 (Quartz)",
}
WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "and": " och ", "draft": "utkast, ingen version", "version": "version {number} ({date})",
        "portal": "portalen", "web": "vanliga webbsidor", "at_least": "minst {share}",
        "between": "minst {low}–{high} beroende på quiz", "notes": "{count} frågor", "note": "en fråga",
        "memory_scorm12": "högst 4 096 tecken", "memory_scorm2004": "högst 64 000 tecken",
        "memory_cmi5": "i portalens State", "sv": "svenska", "en": "engelska",
    },
    "en": {
        "and": " and ", "draft": "draft, no version", "version": "version {number} ({date})",
        "portal": "the portal", "web": "ordinary web pages", "at_least": "at least {share}",
        "between": "at least {low}–{high} depending on the quiz", "notes": "{count} questions",
        "note": "one question", "memory_scorm12": "at most 4,096 characters",
        "memory_scorm2004": "at most 64,000 characters", "memory_cmi5": "in the portal's State",
        "sv": "Swedish", "en": "English",
    },
}  # fmt: skip


def percent(share: float, language: Language) -> str:
    number = decimal(share, 100)
    return f"{number.replace('.', ',')}\u00a0%" if language == "sv" else f"{number}%"


def size(size: int, language: Language) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    number = f"{size / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if language == 'sv' else number} MB"


def time(minutes: int, language: Language) -> str:
    hours, rest = divmod(minutes, 60)
    hour = "tim" if language == "sv" else "h"
    return " ".join(part for part in (hours and f"{hours} {hour}", rest and f"{rest} min") if part)


def version(course: Course, language: Language) -> str:
    words = WORDS[language]
    if course.version is None:
        return words["draft"]
    return words["version"].format(number=course.version.number, date=day(course.version.date, language))
