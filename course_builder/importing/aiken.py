"""Questions as people type them: Aiken's form, a star before what is right, boxes that are ticked."""

import re
from functools import partial

from course_builder.content.problems import Place, Problem
from course_builder.content.questions.numbers import read_number
from course_builder.importing import told
from course_builder.importing.answers import MOST_ANSWERS, Answer, chosen
from course_builder.importing.asking import Asking, NotTaken, collected, taken
from course_builder.importing.imported import Imported, Value, nothing
from course_builder.importing.markdown_text import escaped
from course_builder.importing.plain_lines import Asked, Option, asked
from course_builder.importing.text_file import text_of

LONGEST = 50_000
LETTERS = re.compile(r"[A-Za-zÅÄÖåäö](?:(?:\s?(?:,|;|&|\+|och|and)\s?|\s)[A-Za-zÅÄÖåäö])*[.)]?")
WORDS = {"sant": "sant", "true": "sant", "rätt": "sant", "ja": "sant", "falskt": "falskt", "false": "falskt", "fel": "falskt", "nej": "falskt"}  # fmt: skip
MARGIN = re.compile(r"\s{0,9}(?:\+-|\+/-|±)\s{0,9}")


def read_aiken(data: bytes, name: str) -> Imported:
    text = text_of(data, name)
    return nothing(text) if isinstance(text, Problem) else aiken(text, name)


def aiken(text: str, name: str) -> Imported:
    """`name` is what places call the file."""
    found = (taken(Asking(Place(name, one.line)), partial(_made, one)) for one in asked(text))
    return collected(found, name)


def _made(one: Asked, asking: Asking) -> Value:
    if len(one.text) > LONGEST or len(one.right) > LONGEST:
        raise NotTaken(told.LONG)
    asking.because = escaped(one.why)
    ask = escaped(one.text)
    if len(one.options) > MOST_ANSWERS:
        raise NotTaken(told.LONG)
    if one.options:
        return _choice(one, asking, ask)
    if one.is_open:
        return asking.value("reflect", ask)
    if one.number:
        return _number(one.number, asking, ask)
    if one.accepted:
        return asking.value("text", ask, accept=[escaped(text) for text in one.accepted])
    return _answered(one.right, asking, ask)


def _choice(one: Asked, asking: Asking, ask: str) -> Value:
    right = _right(one)
    truths = [WORDS.get(option.text.strip(" .").lower()) for option in one.options]
    if len(right) == 1 and sorted(map(str, truths)) == ["falskt", "sant"]:
        (is_right,) = (truth for option, truth in zip(one.options, truths, strict=True) if option in right)
        return asking.value("truth", ask, right=is_right)
    answers = [
        Answer(escaped(option.text), float(option in right), escaped(option.why)) for option in one.options
    ]
    kind, parts = chosen(asking, answers, several=one.boxes or len(right) > 1)
    return asking.value(kind, ask, **parts)


def _right(one: Asked) -> list[Option]:
    """The starred ones, and those whose letters stand after "Svar:"."""
    starred = [option for option in one.options if option.starred]
    if not one.right:
        return starred
    if not LETTERS.fullmatch(one.right.strip()):
        said = one.right.strip().lower()
        return [option for option in one.options if option.text.strip().lower() == said] or starred
    named = {letter for letter in re.split(r"[^a-zåäö]+", one.right.lower()) if len(letter) == 1}
    found = [option for option in one.options if option.mark in named]
    if named - {option.mark for option in found}:
        raise NotTaken(told.NO_SUCH, value=one.right)
    return [*starred, *(option for option in found if option not in starred)]


def _answered(right: str, asking: Asking, ask: str) -> Value:
    """No answers to choose among: a word for true or false, a number, or a text to write."""
    if not right:
        raise NotTaken(told.FEW)
    truth = WORDS.get(right.strip(" .").lower())
    if truth is not None:
        return asking.value("truth", ask, right=truth)
    if read_number(MARGIN.split(right)[0]) is not None:
        return _number(right, asking, ask)
    return asking.value(
        "text", ask, accept=[escaped(text) for text in re.split(r"\s?[;|]\s?", right) if text]
    )


def _number(text: str, asking: Asking, ask: str) -> Value:
    value, _, within = MARGIN.sub("±", text, count=1).partition("±")
    read, margin = read_number(value), read_number(within or "0")
    if read is None or margin is None or margin < 0:
        raise NotTaken(told.NO_NUMBER, value=text)
    return asking.value("number", ask, right=read, within=margin or None)
