"""A quiz: all its questions, one after the other; the script asks them one at a time."""

from course_builder.content.models.quiz import Quiz
from course_builder.content.render.paint import Paint
from course_builder.content.render.question import question


def quiz(asked: Quiz, level: int, paint: Paint) -> str:
    """`level` is the heading level of a question. Sealed, it is empty: each attempt gets questions of its own."""
    paint.levels[asked.key] = level
    shown = () if paint.sealed else asked.questions
    forms = "".join(question(one, paint, level) for one in shown)
    return f'<div class="quiz" data-quiz="{asked.key}">{forms}</div>'


def quiz_in_lesson(asked: Quiz, level: int, paint: Paint) -> str:
    title = f"<h{level}>{paint.inline(asked.title)}</h{level}>"
    told = f'<p class="muted">{terms(asked, paint)}</p>'
    return f'<section class="card stack">{title}{told}{quiz(asked, level + 1, paint)}</section>'


def terms(asked: Quiz, paint: Paint) -> str:
    """How many questions, what it takes, and how often."""
    words = paint.words
    count = words["question_one"] if asked.asked == 1 else words["questions"].format(count=asked.asked)
    said = [f"{count}."]
    mark = paint.course.pass_mark(asked)
    if mark and any(one.graded for one in asked.questions):
        said.append(words["pass_mark"].format(share=f"{mark:.0%}".replace("%", " %")))
    many = words["quiz_attempts"].format(count=asked.attempts) if asked.attempts else words["quiz_again"]
    return " ".join([*said, many])
