"""What participants get on paper, and the key that they do not get. Nothing meant for the leader has a way into a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.blocks.text import Text
from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.match import Match
from course_builder.content.questions.order import Order
from course_builder.content.questions.scatter import scattered
from course_builder.content.questions.truth import Truth
from course_builder.content.render.film_time import clock
from course_builder.content.render.paint import Paint
from course_builder.content.step import Step
from course_builder.paper.hour_words import WORDS
from course_builder.paper.matter import matter
from course_builder.player.hour.pieces import bare
from course_builder.player.words import words

OURS = ("ours_what", "ours_who", "ours_when", "ours_sign")
"""What is asked of every action."""


@dataclass(frozen=True)
class Asked:
    """`ask` and `options` are HTML; without options there is room to write where `write` says so."""

    ask: str
    options: tuple[str, ...] = ()
    many: bool = False
    at: str = ""
    write: bool = True


@dataclass(frozen=True)
class Section:
    """What one item asks. `groups` have a name of `hour_words`, or none, and what is asked; `note` is told before it."""

    title: str
    groups: tuple[tuple[str, tuple[Asked, ...]], ...] = ()
    note: str = ""
    text: str = ""


@dataclass(frozen=True)
class Answer:
    ask: str
    solution: str
    because: str


@dataclass(frozen=True)
class Key:
    title: str
    answers: tuple[Answer, ...]
    cards: str


def sheet(course: Course, steps: Sequence[Step]) -> tuple[Section, ...]:
    """What these steps ask, in their order; what to do differently is asked with words of its own."""
    paint = Paint(course, words(course.language), sealed=True)
    ids = frozenset(step.id.rpartition(".")[2] for step in steps)
    made = (_section(course, step, ids, paint) for step in steps)
    return tuple(dict.fromkeys(one for one in made if one is not None))


def key(course: Course, steps: Sequence[Step]) -> tuple[Key, ...]:
    """Of every quiz among the steps."""
    paint = Paint(course, words(course.language))
    return tuple(_key(quiz, paint) for quiz in _quizzes(course, steps))


def _section(course: Course, step: Step, ids: frozenset[str], paint: Paint) -> Section | None:
    if step.kind == "agree":
        return Section(step.title, (("", tuple(Asked(WORDS[course.language][name]) for name in OURS)),))
    part = matter(course, step).part
    if isinstance(part, FilmDiscussion):
        return _talk(part, ids, paint)
    if isinstance(part, Quiz):
        return Section(step.title, (("", tuple(_asked(one, paint) for one in part.questions)),))
    return _lesson(part, paint) if isinstance(part, Lesson) else None


def _lesson(lesson: Lesson, paint: Paint) -> Section | None:
    """With its text, which the question speaks of; nothing of a text that asks nothing."""
    blocks = (one for one in lesson.blocks if isinstance(one, ReflectBlock | QuestionBlock))
    asked = tuple(_asked(one.question, paint) for one in blocks)
    texts = (one.markdown for one in lesson.blocks if isinstance(one, Text))
    text = bare("".join(paint.markdown(one) for one in texts))
    return Section(paint.plain(lesson.title), (("", asked),), text=text) if asked else None


def _talk(talk: FilmDiscussion, ids: frozenset[str], paint: Paint) -> Section:
    def inline(text: str) -> str:
        return bare(paint.inline(text))

    stops = sorted(talk.pauses, key=lambda one: one.at_)
    task = (Asked(inline(talk.watch_for), write=False),) if talk.watch_for else ()
    groups = (
        ("before", tuple(Asked(inline(one.ask)) for one in talk.before if one.id in ids)),
        ("watch_for", (*task, *(Asked(inline(one.ask), at=clock(one.at_)) for one in stops))),
        ("after", tuple(Asked(inline(one.ask)) for one in talk.after if one.id in ids)),
    )
    return Section(inline(talk.title), groups, inline(talk.film.content_note or ""))


def _quizzes(course: Course, steps: Sequence[Step]) -> list[Quiz]:
    parts = (matter(course, step).part for step in steps)
    return list({one.id: one for one in parts if isinstance(one, Quiz)}.values())


def _asked(question: AnyQuestion, paint: Paint) -> Asked:
    text = bare(paint.inline(question.asked)) if question.asked else paint.words["fill_in"]
    options = tuple(bare(paint.inline(one)) for one in _options(question, paint))
    return Asked(text, options, many=isinstance(question, Choices))


def _options(question: AnyQuestion, paint: Paint) -> list[str]:
    """In an order that tells nothing."""
    if isinstance(question, Truth):
        return [paint.words["true"], paint.words["false"]]
    if isinstance(question, Choice | Choices):
        return [one.text for one in scattered(question.options, question)]
    if isinstance(question, Order):
        return [one.text for one in question.mixed]
    if isinstance(question, Match):
        return [*(one.left for one in question.pairs), *sorted({one.right for one in question.pairs})]
    return []


def _key(quiz: Quiz, paint: Paint) -> Key:
    with paint.scope(f"key-{quiz.key}") as cited:
        answers = tuple(_answer(one, paint) for one in quiz.questions)
        return Key(bare(paint.inline(quiz.title)), answers, paint.cards(cited))


def _answer(question: AnyQuestion, paint: Paint) -> Answer:
    ask = paint.inline(question.asked) if question.asked else paint.words["fill_in"]
    return Answer(ask, question.solution(paint), paint.inline(question.because) if question.because else "")
