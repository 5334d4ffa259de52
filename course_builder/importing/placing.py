"""Questions put into a text: a new quiz, one that is there, or a lesson; everything else in the text stays as it was."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from course_builder.content.editing import lesson, yaml
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.house import block_lines
from course_builder.content.editing.ids import ids_of
from course_builder.content.pieces import pieces
from course_builder.content.yamltext import parse
from course_builder.importing.fitting import identified
from course_builder.importing.imported import TakenLesson, Value

Draw = Callable[[str], str]
"""Picks one letter: `secrets.choice`, or something repeatable in a test."""
QUIZ = "quiz"

__all__ = ["NoSuchPlace", "in_lesson", "in_quiz", "lesson_text", "quiz_text"]


def quiz_text(name: str, title: str, questions: Sequence[Value], draw: Draw) -> str:
    """A new quiz; its id is its name."""
    used = {name}
    made = [identified(question, used, draw) for question in questions]
    value = {"kind": QUIZ, "id": name, "title": title, "shuffle": True, "questions": made}
    return "\n".join(block_lines(value, 0)) + "\n"


def in_quiz(text: str, questions: Sequence[Value], draw: Draw) -> str:
    """After the questions that are there. NoSuchPlace: the text is no quiz that can be read."""
    value = yaml.get(text, ())
    if not isinstance(value, dict) or value.get("kind") != QUIZ:
        raise NoSuchPlace("questions")
    used = set(ids_of(value))
    for question in questions:
        there = value.get("questions") or []
        made = identified(question, used, draw)
        text = yaml.insert(text, ("questions",), len(there), made)
        value = {**value, "questions": [*there, made]}
    return text


def in_lesson(text: str, questions: Sequence[Value], draw: Draw) -> str:
    """For practice, after everything else."""
    used = _ids(text)
    for question in questions:
        made = identified(question, used, draw)
        kind = "reflect" if made["kind"] == "reflect" else "question"
        if kind == "reflect":
            made = {key: value for key, value in made.items() if key != "kind"}
        text = lesson.insert_block(text, text.count("\n") + 2, kind, made)
    return text


def lesson_text(name: str, taken: TakenLesson) -> str:
    return f"---\nid: {name}\n---\n{taken.text}"


def _ids(text: str) -> set[str]:
    values: list[Mapping[str, Any]] = [
        parse(piece.text, "").value for piece in pieces(text) if piece.kind in ("block", "front")
    ]
    return {identifier for value in values for identifier in ids_of(value)}
