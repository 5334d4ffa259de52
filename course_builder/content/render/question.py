"""A question as a form that reads and prints well without a script."""

from course_builder.content.questions.question import Question
from course_builder.content.render.paint import Paint


def question(asked: Question, paint: Paint, level: int | None = None) -> str:
    """The whole question; in a quiz its text is a heading of `level`. Sealed, it ends with its controls."""
    text = paint.inline(asked.asked) if asked.kind != "gaps" or asked.ask else paint.words["fill_in"]
    legend = f'<h{level} class="ask">{text}</h{level}>' if level else f'<span class="ask">{text}</span>'
    return (
        f'<form class="q" id="q-{asked.key}" data-question="{asked.key}" data-kind="{asked.kind}" novalidate autocomplete="off">'
        f'<fieldset><legend id="{asked.key}-ask">{legend}</legend>{asked.controls(paint)}</fieldset>'
        f"{'' if paint.sealed else folded(asked, paint)}</form>"
    )


def folded(asked: Question, paint: Paint) -> str:
    """Answers and explanations, folded away until somebody asks; the script shows them when there is an answer."""
    with paint.scope(f"q-{asked.key}") as scope:
        texts = [_solution(asked, paint)]
        if asked.otherwise:
            texts.append(
                f'<div class="note otherwise">{paint.icon("lightbulb")}<p>{paint.inline(asked.otherwise)}</p></div>'
            )
        if asked.because:
            texts.append(
                f'<div class="note ok">{paint.icon("sparkle")}<p>{paint.inline(asked.because)}</p></div>'
            )
        texts.append(paint.cards(scope))
    body = "".join(texts)
    return f"<details><summary>{paint.words['solution']}</summary>{body}</details>" if body else ""


def _solution(asked: Question, paint: Paint) -> str:
    solution = asked.solution(paint)
    if not solution or solution.startswith('<ul class="says">'):
        return solution
    return f'<div class="solution stack tight">{solution}</div>'
