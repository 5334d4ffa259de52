"""The questions of one text, as they can be found and copied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from course_builder.content.links import LINK
from course_builder.content.pieces import pieces
from course_builder.content.plain import plain
from course_builder.content.questions import KINDS
from course_builder.content.questions.numbers import read_number
from course_builder.content.yamltext import NodeMap, parse
from course_builder.importing.shown import answers, asked

KEPT = 2_000
"""Texts whose questions are remembered."""
KIND_NAMES = frozenset(str(kind.model_fields["kind"].annotation.__args__[0]) for kind in KINDS)  # type: ignore[union-attr]
TEXTS = ("right", "wrong", "because", "otherwise", "left", "text", "accept", "low", "high")
"""Keys whose words are searched, besides the question itself."""

NUMBERS = ("points", "steps", "within")


@dataclass(frozen=True)
class BankQuestion:
    """`value` is as the text has it, without ids; every scalar is text. `answers`: what is right, and what else is offered."""

    id: str
    kind: str
    ask: str
    tags: tuple[str, ...]
    articles: frozenset[int]
    words: str = field(repr=False)
    value: Mapping[str, Any] = field(repr=False, compare=False)
    answers: tuple[tuple[bool, str], ...] = ()


@lru_cache(maxsize=KEPT)
def questions_in(path: str, text: str) -> tuple[BankQuestion, ...]:
    """Of a quiz or a lesson; what cannot be read has none."""
    found = _of_lesson(text) if path.endswith(".md") else _of_quiz(text)
    return tuple(question for value in found if (question := _question(value)) is not None)


def _of_quiz(text: str) -> Iterator[Any]:
    value = parse(text, "").value
    if isinstance(value, NodeMap) and value.get("kind") == "quiz":
        listed = value.get("questions")
        yield from listed if isinstance(listed, list) else ()


def _of_lesson(text: str) -> Iterator[Any]:
    for piece in pieces(text):
        if piece.kind == "block" and piece.name in ("question", "reflect"):
            value = parse(piece.text, "").value
            yield (
                {**value, "kind": "reflect"} if piece.name == "reflect" and isinstance(value, dict) else value
            )


def _question(value: Any) -> BankQuestion | None:
    if (
        not isinstance(value, dict)
        or not isinstance(value.get("id"), str)
        or value.get("kind") not in KIND_NAMES
    ):
        return None
    own = _typed(without_ids(value))
    ask = asked(own)
    tags = tuple(str(tag) for tag in _listed(own.get("tags")))
    said = [ask, *tags, *_words(own)]
    return BankQuestion(
        value["id"], str(value["kind"]), ask, tags, frozenset(_articles(own, said)), " ".join(said).lower(), own, answers(own)
    )  # fmt: skip


def without_ids(value: Any) -> Any:
    """Plain keys and lists; ids are made anew where the question goes."""
    if isinstance(value, dict):
        return {key: without_ids(inner) for key, inner in value.items() if key != "id" and inner is not None}
    return [without_ids(inner) for inner in value] if isinstance(value, list) else value


def _typed(value: dict[str, Any]) -> dict[str, Any]:
    """Numbers as numbers, so that they are written without quotation marks again."""
    numbers = (*NUMBERS, "right") if value["kind"] == "number" else NUMBERS
    made = {key: _number(inner) if key in numbers else inner for key, inner in value.items()}
    return (
        {**made, "articles": [_number(one) for one in _listed(made["articles"])]}
        if "articles" in made
        else made
    )


def _number(value: Any) -> Any:
    read = read_number(value)
    return value if read is None else int(read) if read.is_integer() else read


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str) and key in TEXTS:
                yield plain(inner)
            elif isinstance(inner, list):
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, str):
                yield plain(inner)
            else:
                yield from _words(inner)


def _articles(value: Mapping[str, Any], said: list[str]) -> Iterator[int]:
    """Those it names, and those its texts link to."""
    for named in _listed(value.get("articles")):
        if str(named).isdecimal():
            yield int(named)
    for text in (inner for inner in _raw(value) if "](crc:" in inner):
        for link in LINK.finditer(text):
            number = link["target"].removeprefix("crc:")
            if number.isdecimal() and link["target"].startswith("crc:"):
                yield int(number)


def _raw(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _raw(inner)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
