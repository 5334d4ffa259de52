"""A question in the middle of a lesson: for practice, never in the score."""

from course_builder.content.blocks.question import QuestionBlock
from course_builder.content.render.paint import Paint
from course_builder.content.render.question import question


def practice(block: QuestionBlock, level: int, paint: Paint) -> str:
    eyebrow = f'<p class="eyebrow">{paint.words["try_yourself"]}</p>'
    return f'<section class="card practice">{eyebrow}{question(block.question, paint)}</section>'
