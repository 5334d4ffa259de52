"""The library of courses, and the page of one course."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, current_app, render_template, request, send_file
from werkzeug.wrappers import Response

from course_builder.content.checks.articles import coverage
from course_builder.content.course import Course, Module
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.problems import Language, Problem, errors
from course_builder.library.drafts.arriving import with_news
from course_builder.library.shelf import ShelvedCourse
from course_builder.people.may import Action
from course_builder.web.audiences import AUDIENCES, audience_name
from course_builder.web.guard import allow, permitted
from course_builder.web.kept import standing
from course_builder.web.language import gettext, language
from course_builder.web.on_shelf import shelved, visible
from course_builder.web.records import reading

pages = Blueprint("courses", __name__)

STRONG, MEDIUM = 5, 3
"""Mentions of an article in a module from which its cell is dark, or half dark."""
ICON = {"lesson": "file-text", "film": "clapperboard", "quiz": "list-checks"}


@pages.get("/courses/")
@allow(Action.SEE_COURSES)
def library() -> str:
    wanted = request.args.get("for")
    asked = request.args.get("q", "").strip()
    everything = visible()
    shown = [found for found in everything if _fits(found, wanted, asked)]
    return render_template(
        "courses.html",
        everything=everything,
        shown=shown,
        audiences=_audiences(everything),
        wanted=wanted,
        asked=asked,
        cards=[_card(found) for found in shown],
        newer=_newer(),
    )


@pages.get("/courses/<name>/")
@allow(Action.SEE_COURSES)
def course(name: str) -> str:
    found = shelved(name)
    if found.course is None:
        return render_template("broken_course.html", name=name, places=_places(found, language()))
    return render_template(
        "course.html", found=found, course=found.course, places=_places(found, language()), stops=len(errors(found.problems)),
        matrix=_matrix(found), law=_law(found.course), icons=ICON, summary=_summary(found), kept=standing(found.course),
    )  # fmt: skip


@pages.get("/courses/<name>/cover")
@allow(Action.SEE_COURSES)
def cover(name: str) -> Response:
    course = shelved(name).course
    if course is None or course.cover is None:
        abort(404)
    return send_file(course.cover.blob.open(), download_name=course.cover.name, max_age=60)


# -- what the pages show


def _newer() -> bool:
    """Whether this version of the program brings texts that are newer than a draft."""
    if "database" not in current_app.extensions:
        return False
    return any(permitted(Action.WRITE, one) for one in with_news(reading()))


def _audiences(everything: Sequence[ShelvedCourse]) -> list[tuple[str, str]]:
    used = {audience for found in everything if found.course for audience in found.course.audience}
    return [(audience, audience_name(audience)) for audience in AUDIENCES if audience in used]


def _fits(found: ShelvedCourse, wanted: str | None, asked: str) -> bool:
    if found.course is None:
        return not wanted and asked.lower() in found.name
    if wanted and wanted not in found.course.audience:
        return False
    words = f"{found.course.title} {found.course.summary} " + " ".join(
        source.text for source in found.reading.sources.values()
    )
    return asked.lower() in words.lower()


@dataclass(frozen=True)
class Card:
    found: ShelvedCourse
    audiences: str
    stops: int
    looks: int


def _card(found: ShelvedCourse) -> Card:
    named = ", ".join(audience_name(audience) for audience in found.course.audience) if found.course else ""
    stops = len(errors(found.problems))
    return Card(found, named, stops, len(found.problems) - stops)


def _summary(found: ShelvedCourse) -> Mapping[str, str]:
    course = found.course
    if course is None:
        return {}
    done = {
        ("all", "passed"): gettext("alla avsnitt är lästa och alla quiz godkända"),
        ("all", "taken"): gettext("alla avsnitt är lästa och alla quiz gjorda"),
        ("all", "none"): gettext("alla avsnitt är lästa"),
        ("none", "passed"): gettext("alla quiz är godkända"),
        ("none", "taken"): gettext("alla quiz är gjorda"),
    }
    rule = (course.completion.lessons, course.completion.quizzes if course.quizzes else "none")
    return {"audiences": _card(found).audiences, "done": done.get(rule, gettext("alla avsnitt är lästa"))}


@dataclass(frozen=True)
class ProblemPlace:
    """The problems of one file, with what a person calls it."""

    title: str
    file: str
    problems: tuple[Problem, ...]


def _places(found: ShelvedCourse, language: Language) -> list[ProblemPlace]:
    titles = {part.place.file: part.title for part in found.course.parts} if found.course else {}
    files = dict.fromkeys(problem.place.file for problem in found.problems)
    return [
        ProblemPlace(
            titles.get(file, file.rpartition("/")[2]),
            file,
            tuple(p for p in found.problems if p.place.file == file),
        )
        for file in files
    ]


@dataclass(frozen=True)
class MatrixRow:
    article: int
    entry: CrcEntry | None
    cells: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.cells)

    @staticmethod
    def level(times: int) -> int:
        return 3 if times >= STRONG else 2 if times >= MEDIUM else min(times, 1)


def _matrix(found: ShelvedCourse) -> tuple[tuple[Module, ...], list[MatrixRow]]:
    """Articles by module, the general principles always among them so that a gap is seen."""
    course = found.course
    if course is None:
        return (), []
    rows = {
        row.article: {part.id: times for part, times in row.parts}
        for row in coverage(course, dict(found.reading.sources))
    }
    articles = sorted({*rows, 2, 3, 6, 12})
    cells = {
        article: tuple(_times(rows.get(article, {}), module) for module in course.modules)
        for article in articles
    }
    return course.modules, [
        MatrixRow(article, found.reading.crc.get(article), cells[article]) for article in articles
    ]


def _times(parts: Mapping[str, int], module: Module) -> int:
    return sum(parts.get(part.id, 0) for part in module.parts)


def _law(course: Course) -> list[tuple[str, LawEntry, str]]:
    return [(name, entry, course.law_says(name)) for name, entry in course.law.items()]
