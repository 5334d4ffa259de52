"""Texts with fields in them, as Moodle's cloze, drag-and-drop and select-missing-words questions write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from course_builder.content.questions.numbers import read_number
from course_builder.importing import told
from course_builder.importing.answers import Answer, chosen
from course_builder.importing.asking import Asking, NotTaken
from course_builder.importing.imported import Value

LONGEST = 200_000
MOST_FIELDS = 20
FIELD = re.compile(r"\{\d{0,3}:(?P<kind>[A-Za-z_]{2,16}):(?P<answers>(?:[^{}\\]|\\[^{])*)\}", re.DOTALL)
WRITTEN = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
NUMERICAL = {"NUMERICAL", "NM"}
LISTED = {"MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"}  # fmt: skip
ONE = re.compile(r"(?P<right>=|%(?P<share>-?\d{1,3}(?:\.\d{1,7})?)%)?(?P<text>(?:[^~#\\]|\\(?:.|$))*)(?:#(?P<because>(?:[^~\\]|\\(?:.|$))*))?(?:~|$)", re.DOTALL)  # fmt: skip
ESCAPED = re.compile(r"\\([}#~/\"\\{=])")
NUMBERED = re.compile(r"\[\[(\d{1,3})\]\]")
HOLE = "\ue000"
"""Stands for a field while the text around it becomes Markdown."""
BLANK = "___"


@dataclass(frozen=True)
class Field:
    kind: str
    answers: Sequence[Answer]


def cloze(asking: Asking, html: str) -> Value:
    _bounded(html)
    fields = [
        Field(match["kind"].upper(), _answers(asking, match["answers"])) for match in FIELD.finditer(html)
    ]
    text = asking.html(FIELD.sub(HOLE, html.replace(HOLE, "")))
    if len(fields) == 1 and fields[0].kind in LISTED and text.endswith(HOLE):
        kind, parts = chosen(asking, fields[0].answers, several=False)
        return asking.value(kind, text.removesuffix(HOLE).strip(), **parts)
    return _gaps(asking, text, [_gap(asking, field) for field in fields])


def dragged(asking: Asking, html: str, boxes: Sequence[tuple[str, str]]) -> Value:
    """`boxes`: each text with its group; a field numbered n takes the nth, and offers the others of its group."""
    _bounded(html)
    numbers = [int(match[1]) for match in NUMBERED.finditer(html)]
    if not all(1 <= number <= len(boxes) for number in numbers):
        raise NotTaken(told.FIELDS)
    gaps = []
    for number in numbers:
        right, group = boxes[number - 1]
        others = dict.fromkeys(text for text, own in boxes if own == group and text and text != right)
        gaps.append({"accept": [right], "wrong": list(others)})
    return _gaps(asking, asking.html(NUMBERED.sub(HOLE, html.replace(HOLE, ""))), gaps)


def _bounded(html: str) -> None:
    if len(html) > LONGEST:
        raise NotTaken(told.LONG)


def _answers(asking: Asking, written: str) -> list[Answer]:
    return [_answer(asking, match) for match in ONE.finditer(written) if match["text"].strip()]


def _answer(asking: Asking, match: re.Match[str]) -> Answer:
    share = float(match["share"]) / 100 if match["share"] else float(match["right"] == "=")
    text, because = (asking.html(ESCAPED.sub(r"\1", match[name] or "")) for name in ("text", "because"))
    return Answer(text, share, because)


def _gap(asking: Asking, field: Field) -> dict[str, list[str]]:
    if field.kind not in WRITTEN | NUMERICAL | LISTED:
        raise NotTaken(told.KIND, kind=field.kind)
    accept = [answer.text for answer in field.answers if answer.share > 0]
    if field.kind in NUMERICAL:
        accept = [_number(asking, text) for text in accept]
    if not accept:
        raise NotTaken(told.NO_RIGHT)
    for answer in field.answers:
        asking.feedback(answer.because)
    wrong = [answer.text for answer in field.answers if answer.share <= 0] if field.kind in LISTED else []
    return {"accept": accept, "wrong": wrong}


def _number(asking: Asking, text: str) -> str:
    value, _, within = text.partition(":")
    if read_number(within):
        asking.tell(told.TOLERANCE, value=value)
    return value


def _gaps(asking: Asking, text: str, gaps: Sequence[dict[str, list[str]]]) -> Value:
    if not gaps or len(gaps) > MOST_FIELDS or text.count(HOLE) != len(gaps):
        raise NotTaken(told.FIELDS)
    return asking.value("gaps", "", text=_with_blanks(text), gaps=list(gaps))


def _with_blanks(text: str) -> str:
    """A blank beside another, or beside a line that was written, would be one with it."""
    pieces = text.split(HOLE)
    made = pieces[0]
    for piece in pieces[1:]:
        made += (
            (" " if made.endswith("_") else "")
            + BLANK
            + (" " if piece.startswith(("_", "\\_")) else "")
            + piece
        )
    return made
