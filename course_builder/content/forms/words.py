"""How a field is spoken of: a label and a hint in Swedish and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from course_builder.content.problems import Language

Kind = Literal[
    "line", "prose", "number", "minutes", "clock", "share", "flag", "choice", "day", "media", "address", "name",
    "numbers", "words", "choices", "group", "list", "named",
]  # fmt: skip
"""`numbers`, `words` and `choices` are lists on one row; `named` is a mapping whose keys the writer makes."""


@dataclass(frozen=True)
class Words:
    sv: str
    en: str

    def told(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en


NOTHING = Words("", "")


@dataclass(frozen=True)
class Said:
    """`one` names an item of a list. `more` is asked for less often. `hidden` has another way of being set.

    `only` is the sort of the thing for which it is asked at all: its `kind`, or `same` or `own` of an item in another
    length of an hour. `needed` is the sort that cannot do without it.
    """

    label: Words
    hint: Words
    kind: Kind | None = None
    one: Words = NOTHING
    names: str = ""
    more: bool = False
    hidden: bool = False
    only: str = ""
    needed: str = ""


Labels = Mapping[type[BaseModel], Mapping[str, Said]]
"""Of each model, its fields in the order they are asked for."""


def said(
    sv: str, en: str, hint_sv: str, hint_en: str, kind: Kind | None = None,
    one: tuple[str, str] = ("", ""), names: str = "", more: bool = False, hidden: bool = False, only: str = "",
    needed: str = "",
) -> Said:  # fmt: skip
    """`names` is what a field of the kind `name` looks up: quiz, film, routine, scene, law."""
    return Said(Words(sv, en), Words(hint_sv, hint_en), kind, Words(*one), names, more, hidden, only, needed)


ID = said("Id", "Id", "Görs en gång och ändras aldrig. Svar och framsteg hör till det.", "Made once and never changed. Answers and progress belong to it.", hidden=True)  # fmt: skip
KIND = said("Typ", "Kind", "Väljs när frågan eller texten skapas.", "Chosen when it is made.", hidden=True)
