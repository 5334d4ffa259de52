"""What an answer is worth: 0 to 1 of the question's points, or None where nothing is right or wrong.

`player/browser/questions/` gives the same marks; `tests/marking.json` is the table both are held to.
"""

from collections.abc import Callable, Mapping

from course_builder.content.questions import (
    choice,
    choices,
    gaps,
    match,
    number,
    order,
    reflect,
    scale,
    text,
    truth,
)
from course_builder.content.questions.question import Answer, Data

MARKS: Mapping[str, Callable[[Data, Answer], float | None]] = {
    "truth": truth.mark,
    "choice": choice.mark,
    "choices": choices.mark,
    "text": text.mark,
    "gaps": gaps.mark,
    "number": number.mark,
    "match": match.mark,
    "order": order.mark,
    "scale": scale.mark,
    "reflect": reflect.mark,
}


def mark(data: Data, answer: Answer) -> float | None:
    """The mark of an answer to the question that `data` describes; odd input earns 0."""
    return MARKS[data["kind"]](data, answer)
