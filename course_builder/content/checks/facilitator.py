"""Words for the facilitator must not stand where learners read (house.md: a promise to people)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from course_builder.content.checks.context import Checked
from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.plain import plain
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source

SHORTEST = 25
SPOKEN_TO = re.compile(
    r"^\W*(till (dig som leder|samtalsledaren)|stöd till samtalsledaren|samtalsledaren:|talarmanus)",
    re.IGNORECASE,
)
SIGNS = ("samtalsledaren", "talarmanus", "till dig som leder")
"""One of them stands wherever SPOKEN_TO fits."""

LEAKS = Code("facilitator-leaks", "error", "Stödet till samtalsledaren ”{start} …” står också i text som deltagarna läser.",
             "The leader's note “{start} …” is also in text that learners read.", "Ta bort det ur texten.", "Remove it from the text.")  # fmt: skip
ADDRESSED = Code("facilitator-address", "warning", "Raden vänder sig till samtalsledaren men läses av deltagarna.", "The line speaks to the facilitator but is read by learners.",
                 "Flytta den till facilitator:", "Move it to facilitator:")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    notes = [note for note in _notes(checked) if len(note) >= SHORTEST]
    for lesson in checked.lessons:
        source = checked.sources[lesson.file]
        text = _folded(source.text) if notes else ""
        yield from (
            LEAKS.at(lesson.place, start=note[:40].rstrip()) for note in notes if _folded(note) in text
        )
        lowered = source.text.lower()
        if any(sign in lowered for sign in SIGNS):
            yield from _addressed(source)
    for place, texts in _shown(checked.course):
        shown = _folded(" ".join(texts))
        yield from (LEAKS.at(place, start=note[:40].rstrip()) for note in notes if _folded(note) in shown)


def _addressed(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, 1):
        if SPOKEN_TO.match(line):
            yield ADDRESSED.at(Place(source.file, number))


def _notes(checked: Checked) -> Iterator[str]:
    for _, notes in checked.course.leader_notes:
        yield from (plain(text) for text in notes.texts)


def _shown(course: Course) -> Iterator[tuple[Place, Iterable[str]]]:
    """What learners read outside the lessons, and where it stands."""
    heads = (text for module in course.modules for text in (module.title, *module.goals))
    yield course.place, (course.title, course.summary, *heads)
    yield from ((film.place, _learner_texts(film)) for film in course.films)
    yield from ((quiz.place, _texts(quiz.model_dump())) for quiz in course.quizzes)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list | tuple):
        yield from (text for inner in value for text in _texts(inner))


def _learner_texts(film: FilmDiscussion) -> Iterator[str]:
    yield from (film.title, film.purpose or "", film.watch_for or "", film.film.content_note or "")
    for question in film.questions:
        yield from (question.ask, question.alone or "")


def _folded(text: str) -> str:
    return " ".join(plain(text).lower().split())
