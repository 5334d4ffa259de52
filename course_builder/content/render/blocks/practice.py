"""A question in the middle of a lesson: for practice, never in the score."""

from course_builder.content.blocks.question import QuestionBlock
from course_builder.content.render.paint import Paint
from course_builder.content.render.question import question
from course_builder.content.render.sealed import without_habit


def practice(block: QuestionBlock, level: int, paint: Paint) -> str:
    eyebrow = f'<p class="eyebrow">{paint.words["try_yourself"]}</p>'
    shown = without_habit(block.question) if paint.sealed else block.question
    return f'<section class="card practice">{eyebrow}{question(shown, paint)}</section>'
