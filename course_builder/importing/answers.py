"""Answers to choose among, to write or to pair, with what each of them is worth, as parts of our kinds of question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course_builder.importing import told
from course_builder.importing.asking import Asking, NotTaken

MOST_ANSWERS = 200
WHOLE = 0.999
"""A share of the points that counts as all of them: thirds are written 33.333."""
LITERAL_STAR = "\\\\\\*"
"""A star that the other program had marked as only a star, and its mark, both marked here."""


@dataclass(frozen=True)
class Answer:
    """Markdown; `share` of the points, 0 to 1 and below 0 where it takes away."""

    text: str
    share: float
    because: str = ""


def chosen(asking: Asking, answers: Sequence[Answer], several: bool) -> tuple[str, dict[str, Any]]:
    """The kind and its options. `several`: more than one may be chosen, and shares above 0 are right."""
    answers = [answer for answer in answers if answer.text.strip()]
    if len(answers) > MOST_ANSWERS:
        raise NotTaken(told.LONG)
    if len(answers) < 2:
        raise NotTaken(told.FEW)
    right = [answer for answer in answers if answer.share > (0 if several else WHOLE)]
    if not right:
        right = _best(asking, answers)
    if not several:
        _tell_shares(asking, answers, right)
        if len(right) > 1:
            asking.tell(told.SEVERAL)
    options = [
        {"right" if answer in right else "wrong": answer.text, "because": answer.because}
        for answer in answers
    ]
    return "choices" if several or len(right) > 1 else "choice", {"options": options}


def _best(asking: Asking, answers: Sequence[Answer]) -> list[Answer]:
    """Where nothing gives all the points, what gives the most of them is right."""
    most = max(answer.share for answer in answers)
    if most <= 0:
        raise NotTaken(told.NO_RIGHT)
    best = [answer for answer in answers if answer.share == most]
    for answer in best:
        asking.tell(told.SHARES, option=answer.text, as_sv="rätt", as_en="right")
    return best


def _tell_shares(asking: Asking, answers: Sequence[Answer], right: Sequence[Answer]) -> None:
    for answer in answers:
        if answer.share > 0 and answer not in right:
            asking.tell(told.SHARES, option=answer.text, as_sv="inte rätt", as_en="not right")


def written(asking: Asking, answers: Sequence[Answer]) -> list[str]:
    """The texts that are accepted; feedback for the right one and for anything else finds its place."""
    accepted: list[str] = []
    for answer in answers:
        if answer.share > WHOLE and "*" in answer.text.replace(LITERAL_STAR, ""):
            asking.tell(told.WILDCARD, answer=answer.text)
        elif answer.share > WHOLE:
            accepted.append(answer.text.replace(LITERAL_STAR, "\\*"))
            if not asking.because:
                asking.because = answer.because
            elif answer.because != asking.because:
                asking.feedback(answer.because)
        elif answer.text in ("*", "\\*") and not asking.otherwise:
            asking.otherwise = answer.because
        else:
            if answer.share > 0:
                asking.tell(told.SHARES, option=answer.text, as_sv="inte rätt", as_en="not right")
            asking.feedback(answer.because)
    if not accepted:
        raise NotTaken(told.NO_RIGHT)
    return accepted


def paired(asking: Asking, pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    whole = [{"left": left, "right": right} for left, right in pairs if left.strip() and right.strip()]
    for left, right in pairs:
        if not left.strip() and right.strip():
            asking.tell(told.SPARE, option=right)
    if len(whole) < 2:
        raise NotTaken(told.FEW_PAIRS)
    return {"pairs": whole}
