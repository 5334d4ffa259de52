"""What a letter to the portal administrator says of one package."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from course_builder.content.blocks import FilmBlock
from course_builder.content.compare import Comparison
from course_builder.content.course import Course
from course_builder.content.models.film import Film
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.region import Region
from course_builder.content.problems import Language
from course_builder.content.questions.reflect import Reflect
from course_builder.content.tree import Tree
from course_builder.packaging import cmi5, manifest
from course_builder.packaging.letter import Section, compose
from course_builder.packaging.letter_words import STANDARDS, WORDS, percent, size, time, version
from course_builder.packaging.options import BuildOptions, judged


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
        "judged": judged(package.course, package.options),
        "failed": chosen.fail_reports == "failed",
        "scored": bool(course.quizzes),
        "answers": any(question.kind != "reflect" for question in course.questions),
        "texts": package.format != "scorm12",
        "stored": _stored(course) > 0,
        "limit": package.options.mastery is not None,
        "films": bool(film_hosts(course)),
        "address": bool(_region(course).address),
        "compared": package.comparison is not None,
        "restart": package.comparison is not None and package.comparison.verdict == "start over",
    }
    return (name for name, true in facts.items() if true)


def _values(package: Package, language: Language) -> Mapping[str, str]:
    course, words = package.course, WORDS[language]
    mastery = package.options.rule(course).mastery
    comparison = package.comparison
    stored = _stored(course)
    region = _region(course)
    return {
        "title": course.title,
        "version": version(course, language),
        "portal": region.portal.name or words["portal"],
        "file": package.file,
        "size": size(package.size, language),
        "standard": STANDARDS.get(package.format, words["web"]),
        "identifier": cmi5.iri(course) if package.format == "cmi5" else manifest.identifier(course),
        "time": time(_minutes(course), language),
        "language": words[course.language],
        "scale": "0–1" if package.format == "cmi5" else "0–100",
        "limit": _limit(package),
        "mark": _mark(course, language),
        "mastery": "" if mastery is None else percent(mastery, language),
        "memory": words.get(f"memory_{package.format.partition('-')[0]}", ""),
        **_statuses(package, language),
        "stored_count": words["note"] if stored == 1 else words["notes"].format(count=stored),
        "films": ", ".join(film_hosts(course)),
        "verdict": comparison.title(language) if comparison else "",
        "reason": comparison.reasons[0].text(language) if comparison and comparison.reasons else "",
        "address": region.address or "",
    }


def _region(course: Course) -> Region:
    """An invented region has no portal and no address to write to."""
    return Region() if course.region.example else course.region


def _statuses(package: Package, language: Language) -> Mapping[str, str]:
    """The standard's own words, as they stand in a portal's report."""
    both = WORDS[language]["and"].join(("completed", "passed"))
    if package.format == "scorm12":
        final = "passed" if judged(package.course, package.options) else "completed"
        return {"begun": "incomplete", "final": final, "fail": "failed"}
    begun = "initialized" if package.format == "cmi5" else "incomplete"
    return {
        "begun": begun,
        "final": both if judged(package.course, package.options) else "completed",
        "fail": "failed",
    }


def _stored(course: Course) -> int:
    return sum(isinstance(question, Reflect) and question.stored for question in course.questions)


def film_hosts(course: Course) -> list[str]:
    """Where the films are that are not in the package."""
    versions = [version for film in _films(course) for version in (film, film.described, film.signed)]
    return sorted({urlsplit(version.url).netloc for version in versions if version and version.url})


def _films(course: Course) -> Iterator[Film]:
    yield from (discussion.film for discussion in course.films)
    for part in course.parts:
        if isinstance(part, Lesson):
            yield from (block.film for block in part.blocks if isinstance(block, FilmBlock) and block.film)


def _limit(package: Package) -> str:
    if package.options.mastery is None:
        return ""
    return manifest.decimal(package.options.mastery, 100 if package.format == "scorm12" else 1)


def _mark(course: Course, language: Language) -> str:
    marks = sorted({course.pass_mark(quiz) for quiz in course.quizzes})
    if not marks:
        return ""
    low, high = percent(marks[0], language), percent(marks[-1], language)
    words = WORDS[language]
    return words["at_least"].format(share=low) if low == high else words["between"].format(low=low, high=high)


def _minutes(course: Course) -> int:
    """A meeting's package is its self-paced twin, which takes its own time."""
    return sum(part.minutes for part in course.parts) if course.kind == "meeting" else course.minutes
