"""What the columns of a table of questions are called, in Swedish and English."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    ASK = "ask"
    KIND = "kind"
    RIGHT = "right"
    WRONG = "wrong"
    OPTION = "option"
    """An answer of which another column says whether it is right."""
    BECAUSE = "because"
    """With a number or letter: of the answer that has the same."""
    OTHERWISE = "otherwise"
    ARTICLES = "articles"
    TAGS = "tags"
    POINTS = "points"
    WITHIN = "within"
    UNIT = "unit"


SPELLINGS: Mapping[Field, Sequence[str]] = {
    Field.ASK: ("fråga", "frågan", "frågetext", "question", "question text", "ask"),
    Field.KIND: ("typ", "sort", "frågetyp", "sorts fråga", "kind", "type", "question type"),
    Field.RIGHT: ("rätt", "rätt svar", "rätta svar", "facit", "svar", "korrekt svar", "right", "right answer", "correct", "correct answer", "answer", "key"),
    Field.WRONG: ("fel", "fel svar", "felaktigt svar", "distraktor", "wrong", "wrong answer", "incorrect", "distractor"),
    Field.OPTION: ("alternativ", "svarsalternativ", "option", "choice"),
    Field.BECAUSE: ("varför", "förklaring", "återkoppling", "därför", "varför fel", "because", "why", "feedback", "explanation"),
    Field.OTHERWISE: ("om svaret är fel", "vid fel svar", "om det blev fel", "otherwise", "if wrong", "when wrong"),
    Field.ARTICLES: ("artikel", "artiklar", "article", "articles"),
    Field.TAGS: ("tagg", "taggar", "etiketter", "ämne", "tag", "tags", "topic"),
    Field.POINTS: ("poäng", "points", "score"),
    Field.WITHIN: ("felmarginal", "marginal", "tolerans", "within", "margin", "tolerance"),
    Field.UNIT: ("enhet", "unit"),
}  # fmt: skip
_BY_NAME = {spelling: field for field, spellings in SPELLINGS.items() for spelling in spellings}
SEVERAL = {Field.WRONG, Field.OPTION, Field.BECAUSE, Field.RIGHT}
NUMBERED = re.compile(r"(?P<name>.*?)\s*(?P<mark>\d{1,2}|[a-zåäö])")


@dataclass(frozen=True)
class Column:
    """`mark` is the number or letter after the name: "Fel svar 2", "Alternativ b"."""

    field: Field
    mark: str
    index: int


@dataclass(frozen=True)
class Columns:
    found: Sequence[Column]
    unknown: Sequence[str]

    def one(self, field: Field) -> int | None:
        """The first column of the field that has no mark."""
        return next(
            (column.index for column in self.found if column.field == field and not column.mark), None
        )

    def all(self, field: Field) -> Iterator[Column]:
        return (column for column in self.found if column.field == field)


def columns(header: Sequence[str]) -> Columns:
    found: list[Column] = []
    unknown: list[str] = []
    for index, title in enumerate(header):
        column = _column(title, index)
        if column is None:
            if title:
                unknown.append(title)
        elif column.mark or all(other.field != column.field or other.mark for other in found):
            found.append(column)
        elif column.field == Field.BECAUSE or column.field not in SEVERAL:
            unknown.append(title)
        else:
            found.append(Column(column.field, str(len(found)), index))
    return Columns(found, unknown)


def _column(title: str, index: int) -> Column | None:
    name = " ".join(re.sub(r"[^\w\s]", " ", title.lower()).split())
    if name in _BY_NAME:
        return Column(_BY_NAME[name], "", index)
    if len(name) == 1 and name in "abcdefgh":
        return Column(Field.OPTION, name, index)
    marked = NUMBERED.fullmatch(name)
    field = _BY_NAME.get(marked["name"].strip()) if marked else None
    if field == Field.RIGHT and marked and marked["mark"].isalpha():
        field = Field.OPTION
    return Column(field, marked["mark"], index) if marked and field in SEVERAL else None
