"""Questions that a leader may put to the phones, from what the wall shows of each step. What is right has no way in here."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from course_builder.content.models.quiz import Quiz
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.scale import Scale
from course_builder.content.step import Step
from course_builder.content.step_matter import item_of
from course_builder.player.hour.data import Room
from course_builder.player.hour.evaluation import STEP, questions
from course_builder.player.hour.question_slides import options_of
from course_builder.player.hour.slide import Slide

SCALE, CORNERS = 5, 4
LINE = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def polls(room: Room) -> dict[str, list[dict[str, Any]]]:
    """By step: `{kind, ask, options}` each; of a question without options of its own only what is asked. The evaluation's
    stand under its own name, with the keys of their options.
    """
    found = {step.id: list(_of_step(room, step)) for step in room.steps}
    asked = [
        {
            "kind": one.kind,
            "ask": one.ask,
            "options": [{"key": key, "text": text} for key, text in one.options],
        }
        for one in questions(room.course.language)
    ]
    return {step: some for step, some in found.items() if some} | {STEP: asked}


def _of_step(room: Room, step: Step) -> Iterator[dict[str, Any]]:
    item = item_of(room.course, step)
    quiz = room.course.shared.get(item.quiz or "") if item else None
    if step.kind in ("before", "after"):
        yield from (
            {"kind": "choice", "ask": _plain(one.title), "options": []} for one in room.slides[step.id]
        )
    elif isinstance(quiz, Quiz):
        yield from (asked for one in quiz.questions if (asked := _asked(room, one)))
    else:
        yield from (_corners(one) for one in room.slides[step.id] if "corners" in one.classes)


def _asked(room: Room, question: AnyQuestion) -> dict[str, Any] | None:
    """None of a question that phones cannot answer."""
    ask = room.paint.plain(question.asked)
    if isinstance(question, Scale) and question.steps == SCALE:
        ends = [room.paint.plain(question.low), "", "", "", room.paint.plain(question.high)]
        return {"kind": "scale", "ask": ask, "options": ends}
    options = [room.paint.plain(text) for text in options_of(question, room.paint)]
    kind = "choices" if isinstance(question, Choices) else "choice"
    return {"kind": kind, "ask": ask, "options": options} if options else None


def _corners(slide: Slide) -> dict[str, Any]:
    return {
        "kind": "corners",
        "ask": _plain(slide.title),
        "options": [_plain(one) for one in LINE.findall(slide.body)][:CORNERS],
    }


def _plain(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())
