"""The evaluation of an hour: three questions that are answered without names, and something to take along."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from course_builder.content.problems import Language

STEP = "evaluation"
"""The step that its rounds belong to."""


@dataclass(frozen=True)
class Question:
    """`options` are `(key, text)`, with the keys that `meetings.rounds` gives them; a word has none."""

    key: str
    kind: Literal["choice", "word"]
    ask: str
    options: tuple[tuple[str, str], ...] = ()


_OPTIONS: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "sv": (("1", "Ja"), ("2", "Delvis"), ("3", "Nej"), ("4", "Pass")),
    "en": (("1", "Yes"), ("2", "Partly"), ("3", "No"), ("4", "Pass")),
}
_ASKED: Mapping[Language, tuple[str, str, str]] = {
    "sv": (
        "Ser du tydligare hur vårt arbete påverkar barn?",
        "Vet du vad vi ska göra annorlunda hos oss?",
        "Kunde du säga det du ville, eller säga pass?",
    ),
    "en": (
        "Do you see more clearly how our work affects children?",
        "Do you know what we are going to do differently here?",
        "Could you say what you wanted to, or say pass?",
    ),
}
_TAKE_ALONG: Mapping[Language, str] = {"sv": "En sak jag tar med mig", "en": "One thing I take with me"}


def questions(language: Language) -> tuple[Question, ...]:
    """Three to choose an answer to, and one for a word or two."""
    asked = zip(("sees", "knows", "spoke"), _ASKED[language], strict=True)
    chosen = tuple(Question(key, "choice", ask, _OPTIONS[language]) for key, ask in asked)
    return (*chosen, Question("takes", "word", _TAKE_ALONG[language]))
