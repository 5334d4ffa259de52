"""How much a portal must remember of one learner. What is counted here is written by player/browser/state.js."""

from collections import Counter
from collections.abc import Iterable, Mapping

from course_builder.content.blocks import Case, Checklist, FilmBlock, QuestionBlock, QuizBlock, ReflectBlock
from course_builder.content.course import Course, Part
from course_builder.content.keys import KEY_LENGTH, STATE_KEY_LENGTH
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.questions import AnyQuestion
from course_builder.content.render.film_data import LONGEST_CHOICE, LONGEST_STATE

SCORM12_MOST = 4096
HEAD = len("1cp;;;;;") + STATE_KEY_LENGTH
READ = STATE_KEY_LENGTH + len("d1")
TRIES = STATE_KEY_LENGTH + len("z")
ATTEMPT = len("zz.abc.zzzz.zzzz")
"""What quiz.js keeps of an attempt: number, seed, points."""
RESULT = len("//999,")


def worst(course: Course) -> int:
    """The most characters that the saved state of a course can take."""
    films = any(_films(course))
    return HEAD + sum(by_part(course).values()) + (_kept(LONGEST_CHOICE) if films else 0)


def by_part(course: Course) -> Mapping[str, int]:
    """Title of a part -> the most characters it can take."""
    sizes: Counter[str] = Counter()
    seen: set[str] = set()
    for part in course.parts:
        sizes[part.title] += READ
        for thing in _things(course, part):
            if thing.key not in seen:
                seen.add(thing.key)
                sizes[part.title] += _size(thing)
    return sizes


Thing = Quiz | FilmDiscussion | FilmBlock | Case | Checklist | AnyQuestion


def _things(course: Course, part: Part) -> Iterable[Thing]:
    if not isinstance(part, Lesson):
        yield part
        return
    for block in part.blocks:
        if isinstance(block, QuestionBlock | ReflectBlock):
            yield block.question
        elif isinstance(block, QuizBlock):
            shared = course.shared.get(block.use)
            if isinstance(shared, Quiz):
                yield shared
        elif isinstance(block, Case | Checklist | FilmBlock):
            yield block


def _films(course: Course) -> Iterable[Thing]:
    return (
        thing
        for part in course.parts
        for thing in _things(course, part)
        if isinstance(thing, FilmDiscussion | FilmBlock)
    )


def _size(thing: Thing) -> int:
    if isinstance(thing, Quiz):
        return _quiz(thing)
    if isinstance(thing, FilmDiscussion | FilmBlock):
        return _kept(LONGEST_STATE)
    if isinstance(thing, Case):
        return _kept(KEY_LENGTH * (len(thing.scenes) - 1)) + TRIES
    if isinstance(thing, Checklist):
        return _kept(KEY_LENGTH * len(thing.items))
    return _kept(thing.longest_state) + TRIES if thing.longest_state else 0


def _quiz(quiz: Quiz) -> int:
    answers = sorted((_kept(question.longest_state) for question in quiz.questions), reverse=True)
    points = sum(question.points for question in quiz.questions)
    result = STATE_KEY_LENGTH + len(f"{points:.4f}") + len(f"{points:g}") + RESULT
    return _kept(ATTEMPT) + result + sum(answers[: quiz.asked])


def _kept(length: int) -> int:
    return STATE_KEY_LENGTH + length + len(",")
