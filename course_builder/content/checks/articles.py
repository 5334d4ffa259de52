"""Which articles of the convention a course covers, and whether a whole course leaves out a general principle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course_builder.content.checks.context import Checked
from course_builder.content.citations import collect
from course_builder.content.course import Course, Part
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.quiz import Quiz
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source

PRINCIPLES = (2, 3, 6, 12)

PRINCIPLE = Code("principle-missing", "warning", "Kursen ger intyg men nämner aldrig artikel {number}, en av grundprinciperna.",
                 "The course gives a certificate but never mentions article {number}, one of the general principles.",
                 "Länka till crc:{number} där den hör hemma.", "Link to crc:{number} where it belongs.")  # fmt: skip


@dataclass(frozen=True)
class Row:
    """An article and the parts that take it up, with how many times."""

    article: int
    parts: tuple[tuple[Part, int], ...]


def coverage(course: Course, sources: Mapping[str, Source]) -> tuple[Row, ...]:
    """The matrix of articles and parts, in the order of the articles."""
    mentions: dict[int, dict[str, int]] = {}
    parts = {part.key: part for part in course.parts}
    for part in course.parts:
        for article, times in _mentions(part, sources):
            mentions.setdefault(article, {})[part.key] = times
    return tuple(
        Row(article, tuple((parts[name], times) for name, times in mentions[article].items()))
        for article in sorted(mentions)
    )


def _mentions(part: Part, sources: Mapping[str, Source]) -> Iterator[tuple[int, int]]:
    source = sources.get(part.place.file)
    cited = {number: len(places) for number, places in collect([source] if source else []).crc.items()}
    if isinstance(part, FilmDiscussion):
        named = list(part.articles)
    elif isinstance(part, Quiz):
        named = [article for question in part.questions for article in question.articles]
    else:
        named = []
    for article in named:
        cited[article] = cited.get(article, 0) + 1
    yield from cited.items()


def check(checked: Checked) -> Iterator[Problem]:
    if not checked.course.certificate:
        return
    for number in PRINCIPLES:
        if number not in checked.course.crc:
            yield PRINCIPLE.at(Place(checked.course.place.file), number=number)
