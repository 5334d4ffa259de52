"""What the page's script knows of the course: keys, ids, right answers and its own words. No text the page shows.

Sealed, it knows no answer, no points and none of a quiz's questions.
"""

import json
from typing import Any

from course_builder.content.blocks.case import Case
from course_builder.content.blocks.checklist import Checklist
from course_builder.content.blocks.film import FilmBlock
from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.course import Course
from course_builder.content.keys import key
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.questions import AnyQuestion
from course_builder.content.render.film_data import discussion_data, film_data
from course_builder.content.render.paint import Paint
from course_builder.player import app_words
from course_builder.player.options import PlayerOptions, rule_data
from course_builder.player.words import script_words

RELEASE_LENGTH = 12
IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def as_json(course: Course, paint: Paint, options: PlayerOptions) -> str:
    return inert(page_data(course, paint, options))


def inert(data: Any) -> str:
    """JSON that can end no script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in IN_SCRIPT.items():  # much faster than `translate`
        text = text.replace(sign, escaped)
    return text


def page_data(course: Course, paint: Paint, options: PlayerOptions) -> dict[str, Any]:
    return {
        "course": _course(course),
        "words": {
            **script_words(course.language),
            **(app_words.SCRIPT[course.language] if paint.sealed else {}),
        },
        "rule": rule_data(course, options),
        "parts": _parts(course, paint),
        "quizzes": {
            quiz.key: (_sealed_quiz if paint.sealed else _quiz)(quiz, course, paint)
            for quiz in course.quizzes
        },
        "questions": _practice(course, paint),
        "films": _films(course, paint),
        "blocks": _blocks(course, paint),
    }


def _course(course: Course) -> dict[str, Any]:
    version = course.version
    return {
        "id": course.id,
        "title": course.title,
        "language": course.language,
        "release": course.digest[:RELEASE_LENGTH],
        "version": version.number if version else None,
        "date": version.date.isoformat() if version else None,
    }


def _parts(course: Course, paint: Paint) -> list[dict[str, Any]]:
    return [
        {
            "key": part.key,
            "id": part.id,
            "kind": part.part_kind,
            "title": paint.plain(part.title),
            "minutes": part.minutes,
            "digest": course.part_digests[part.key],
            "module": module.key,
        }
        for module in course.modules
        for part in module.parts
    ]


def _quiz(quiz: Quiz, course: Course, paint: Paint) -> dict[str, Any]:
    return {
        "key": quiz.key,
        "id": quiz.id,
        "pass": course.pass_mark(quiz),
        "attempts": quiz.attempts,
        "draw": quiz.draw,
        "shuffle": quiz.shuffle,
        "questions": [question.data(paint.plain) for question in quiz.questions],
    }


def _sealed_quiz(quiz: Quiz, course: Course, paint: Paint) -> dict[str, Any]:
    """`possible` says that there is something to pass, not what it is worth."""
    return {
        "key": quiz.key,
        "pass": course.pass_mark(quiz),
        "attempts": quiz.attempts,
        "possible": 1 if any(question.graded for question in quiz.questions) else 0,
        "questions": [],
    }


def _question(question: AnyQuestion, paint: Paint) -> dict[str, Any]:
    return question.sealed(paint.plain) if paint.sealed else question.data(paint.plain)


def _practice(course: Course, paint: Paint) -> dict[str, Any]:
    return {
        block.question.key: _question(block.question, paint)
        for block in _lesson_blocks(course)
        if isinstance(block, QuestionBlock)
    }


def _films(course: Course, paint: Paint) -> dict[str, Any]:
    own = {part.key for part in course.parts}
    films = {talk.key: discussion_data(talk, part=talk.key in own) for talk in course.films}
    for block in _lesson_blocks(course):
        if isinstance(block, FilmBlock) and block.film is not None:
            title = block.film.title or paint.words["film"]
            films[block.key] = film_data(block.film, block.id or "", title)
    return films


def _blocks(course: Course, paint: Paint) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for block in _lesson_blocks(course):
        if isinstance(block, ReflectBlock):
            made[block.question.key] = _question(block.question, paint)
        elif isinstance(block, Checklist):
            made[block.key] = {
                "key": block.key,
                "kind": "checklist",
                "items": [{"key": item.key} for item in block.items],
            }
        elif isinstance(block, Case):
            made[block.key] = _case(block, paint)
    return made


def _case(block: Case, paint: Paint) -> dict[str, Any]:
    scenes = [
        {
            "key": scene.key,
            "choices": [{"key": one.key, "id": one.id, "then": key(one.then)} for one in scene.choices],
        }
        for scene in block.scenes
    ]
    return {
        "key": block.key,
        "id": block.id,
        "kind": "case",
        "ask": paint.plain(block.title),
        "scenes": scenes,
    }


def _lesson_blocks(course: Course) -> list[Any]:
    return [block for part in course.parts if isinstance(part, Lesson) for block in part.blocks]
