"""What a letter to the portal administrator says of one package."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from course_builder.content.compare import Comparison
from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.content.questions.reflect import Reflect
from course_builder.content.tree import Tree
from course_builder.packaging import cmi5, manifest
from course_builder.packaging.letter import Section, compose
from course_builder.packaging.options import BuildOptions

MONTHS: Mapping[Language, str] = {
    "sv": "jan feb mars apr maj juni juli aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec",
}
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


@dataclass(frozen=True)
class Package:
    """A built package: `format` is the format's name, `size` the zip's bytes."""

    course: Course
    format: str
    options: BuildOptions
    file: str
    size: int
    comparison: Comparison | None = None


def letter(package: Package, language: Language, templates: Tree) -> tuple[Section, ...]:
    """The letter in one language; `templates` holds `paper/letter.sv.txt` and `paper/letter.en.txt`."""
    path = f"paper/letter.{language}.txt"
    template = templates.get(path)
    if template is None:
        raise FileNotFoundError(path)
    with template.open() as source:
        text = source.read().decode()
    return compose(text, frozenset(_holds(package)), _values(package, language))


def _holds(package: Package) -> Iterator[str]:
    course, chosen = package.course, package.options.rule(package.course)
    counted = bool(course.quizzes) and chosen.quizzes != "none"
    facts = {
        package.format: True,
        "tracked": package.format != "web",
        "counted": counted,
        "read": chosen.lessons == "all",
        "passed": chosen.quizzes == "passed" and chosen.mastery is None,
        "total": chosen.quizzes == "passed" and chosen.mastery is not None,
        "taken": chosen.quizzes == "taken",
        "judged": _judged(package),
        "failed": chosen.fail_reports == "failed",
        "scored": bool(course.quizzes),
        "answers": any(question.kind != "reflect" for question in course.questions),
        "texts": package.format != "scorm12",
        "stored": _stored(course) > 0,
        "limit": package.options.mastery is not None,
        "films": bool(_film_hosts(course)),
        "compared": package.comparison is not None,
        "restart": package.comparison is not None and package.comparison.verdict == "start over",
    }
    return (name for name, true in facts.items() if true)


def _values(package: Package, language: Language) -> Mapping[str, str]:
    course, words = package.course, WORDS[language]
    mastery = package.options.rule(course).mastery
    comparison = package.comparison
    stored = _stored(course)
    return {
        "title": course.title,
        "version": _version(course, language),
        "portal": course.region.portal.name or words["portal"],
        "file": package.file,
        "size": _size(package.size, language),
        "standard": STANDARDS.get(package.format, words["web"]),
        "identifier": cmi5.iri(course) if package.format == "cmi5" else manifest.identifier(course),
        "time": _time(_minutes(course), language),
        "language": words[course.language],
        "scale": "0–1" if package.format == "cmi5" else "0–100",
        "limit": _limit(package),
        "mark": _mark(course, language),
        "mastery": "" if mastery is None else _percent(mastery, language),
        "memory": words.get(f"memory_{package.format.partition('-')[0]}", ""),
        **_statuses(package, language),
        "stored_count": words["note"] if stored == 1 else words["notes"].format(count=stored),
        "films": ", ".join(_film_hosts(course)),
        "verdict": comparison.title(language) if comparison else "",
        "reason": comparison.reasons[0].text(language) if comparison and comparison.reasons else "",
        "address": course.region.address or "",
    }


def _judged(package: Package) -> bool:
    chosen = package.options.rule(package.course)
    return bool(package.course.quizzes) and (chosen.quizzes == "passed" or chosen.mastery is not None)


def _statuses(package: Package, language: Language) -> Mapping[str, str]:
    """The standard's own words, as they stand in a portal's report."""
    both = WORDS[language]["and"].join(("completed", "passed"))
    if package.format == "scorm12":
        final = "passed" if _judged(package) else "completed"
        return {"begun": "incomplete", "final": final, "fail": "failed"}
    begun = "initialized" if package.format == "cmi5" else "incomplete"
    return {"begun": begun, "final": both if _judged(package) else "completed", "fail": "failed"}


def _stored(course: Course) -> int:
    return sum(isinstance(question, Reflect) and question.stored for question in course.questions)


def _film_hosts(course: Course) -> list[str]:
    return sorted({urlsplit(film.film.url).netloc for film in course.films if film.film.url})


def _limit(package: Package) -> str:
    if package.options.mastery is None:
        return ""
    return manifest.decimal(package.options.mastery, 100 if package.format == "scorm12" else 1)


def _mark(course: Course, language: Language) -> str:
    marks = sorted({course.pass_mark(quiz) for quiz in course.quizzes})
    if not marks:
        return ""
    low, high = _percent(marks[0], language), _percent(marks[-1], language)
    words = WORDS[language]
    return words["at_least"].format(share=low) if low == high else words["between"].format(low=low, high=high)


def _percent(share: float, language: Language) -> str:
    number = manifest.decimal(share, 100)
    return f"{number.replace('.', ',')}\u00a0%" if language == "sv" else f"{number}%"


def _size(size: int, language: Language) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    number = f"{size / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if language == 'sv' else number} MB"


def _version(course: Course, language: Language) -> str:
    words = WORDS[language]
    if course.version is None:
        return words["draft"]
    return words["version"].format(number=course.version.number, date=_day(course.version.date, language))


def _minutes(course: Course) -> int:
    """A meeting's package is its self-paced twin, which takes its own time."""
    return sum(part.minutes for part in course.parts) if course.kind == "meeting" else course.minutes


def _time(minutes: int, language: Language) -> str:
    hours, rest = divmod(minutes, 60)
    hour = "tim" if language == "sv" else "h"
    return " ".join(part for part in (hours and f"{hours} {hour}", rest and f"{rest} min") if part)


def _day(day: date, language: Language) -> str:
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"
