"""One row of a table of questions, kind by kind."""

import re
from collections.abc import Iterator, Sequence

from course_builder.content.questions.numbers import read_number
from course_builder.importing import told
from course_builder.importing.answers import Answer, chosen, paired
from course_builder.importing.asking import Asking, NotTaken
from course_builder.importing.imported import Value
from course_builder.importing.markdown_text import escaped
from course_builder.importing.question_columns import Column, Columns, Field
from course_builder.importing.table import Row

KINDS = {
    "choice": (
        "flerval",
        "ett rätt",
        "ett rätt svar",
        "envalsfråga",
        "choice",
        "multiple choice",
        "single choice",
    ),
    "choices": (
        "flera rätta",
        "flera rätta svar",
        "flervalsfråga",
        "choices",
        "multiple response",
        "several right",
    ),
    "truth": ("sant falskt", "sant eller falskt", "påstående", "true false", "truth"),
    "text": ("kort svar", "fritext kort", "short answer", "text"),
    "gaps": ("lucka", "luckor", "lucktext", "gaps", "fill in", "cloze"),
    "number": ("tal", "nummer", "number", "numeric"),
    "match": ("para ihop", "matcha", "match", "matching"),
    "order": ("ordna", "ordning", "order", "ordering", "sequence"),
    "scale": ("skala", "scale", "likert"),
    "reflect": ("reflektion", "öppen fråga", "fritext", "reflect", "essay", "open question"),
}
_KIND = {spelling: kind for kind, spellings in KINDS.items() for spelling in (kind, *spellings)}
TRUTHS = {"sant": "sant", "true": "sant", "ja": "sant", "yes": "sant", "falskt": "falskt", "false": "falskt", "nej": "falskt", "no": "falskt", "1": "sant", "0": "falskt"}  # fmt: skip
BLANK = re.compile(r"_{3,}")
BETWEEN = re.compile(r"\s{0,9}(?:->|→|=)\s{0,9}")
LETTERS = re.compile(r"[a-h](?:\s*[,;|&+]?\s*[a-h])*")
MARGIN = re.compile(r"\s{0,9}(?:\+-|\+/-|±)\s{0,9}")
TRIGGERS = ("'=", "'+", "'-", "'@")
"""What a spreadsheet would calculate is written with an apostrophe before it."""


class Reader:
    """A row as a value of ours; `known` says what its cells are."""

    def __init__(self, known: Columns, row: Row) -> None:
        self._known, self._row = known, row

    def _cell(self, column: Column | int | None) -> str:
        index = column.index if isinstance(column, Column) else column
        text = self._row.cells[index] if index is not None and index < len(self._row.cells) else ""
        return text[1:] if text.startswith(TRIGGERS) else text

    def _said(self, field: Field) -> str:
        return self._cell(self._known.one(field))

    def made(self, asking: Asking) -> Value:
        self._common(asking)
        kind = self._kind(asking)
        ask = escaped(self._said(Field.ASK))
        if kind in ("choice", "choices"):
            return self._choice(asking, ask, kind)
        right = self._right()
        if kind == "truth":
            return asking.value("truth", ask, right=_truth(self._said(Field.RIGHT)))
        if kind == "text":
            return asking.value("text", ask, accept=[escaped(text) for text in right])
        if kind == "gaps":
            return self._gaps(asking, right)
        if kind == "number":
            return self._number(asking, ask)
        if kind == "match":
            return asking.value("match", ask, **paired(asking, [_pair(text) for text in right]))
        if kind == "order":
            return asking.value("order", ask, items=[{"text": escaped(text)} for text in right])
        if kind == "scale":
            low, high, *_ = [*map(escaped, right), "", ""]
            return asking.value("scale", ask, low=low, high=high)
        return asking.value("reflect", ask)

    def _common(self, asking: Asking) -> None:
        asking.because = escaped(self._said(Field.BECAUSE))
        asking.otherwise = escaped(self._said(Field.OTHERWISE))
        asking.tags = re.split(r"[,;|]", self._said(Field.TAGS))
        asking.articles = list(_articles(asking, self._said(Field.ARTICLES)))
        points = self._said(Field.POINTS)
        if points:
            asking.points = _number(points)

    def _kind(self, asking: Asking) -> str:
        named = " ".join(re.sub(r"[^\w]", " ", self._said(Field.KIND).lower()).split())
        if named:
            if named not in _KIND:
                raise NotTaken(told.KIND, kind=self._said(Field.KIND))
            return _KIND[named]
        return self._guessed()

    def _guessed(self) -> str:
        right, others = self._said(Field.RIGHT), [*self._texts(Field.WRONG), *self._texts(Field.OPTION)]
        if BLANK.search(self._said(Field.ASK)):
            return "gaps"
        if others:
            return "choices" if len(self._right()) > 1 else "choice"
        if not right:
            return "reflect"
        if right.lower() in TRUTHS and not right.isdigit():
            return "truth"
        return "number" if read_number(MARGIN.split(right)[0]) is not None else "text"

    def _texts(self, field: Field) -> list[tuple[str, str]]:
        """The mark of each column that has something, and what it has."""
        cells = [(column.mark, self._cell(column)) for column in self._known.all(field)]
        return [(mark, text) for mark, cell in cells for text in _parted(cell)]

    def _right(self) -> list[str]:
        return [text for _, text in self._texts(Field.RIGHT)]

    def _choice(self, asking: Asking, ask: str, kind: str) -> Value:
        options = self._texts(Field.OPTION)
        right = self._right()
        if options:
            named = self._named(options)
            answers = [
                self._answer(text, mark, float(mark in named or text in right)) for mark, text in options
            ]
        else:
            answers = [self._answer(text, mark, 1.0) for mark, text in self._texts(Field.RIGHT)]
        answers += [self._answer(text, mark, 0.0) for mark, text in self._texts(Field.WRONG)]
        several = kind == "choices" or sum(answer.share for answer in answers) > 1
        made, parts = chosen(asking, answers, several)
        return asking.value(made, ask, **parts)

    def _named(self, options: Sequence[tuple[str, str]]) -> set[str]:
        """Which options the column for the right one names, by letter or number."""
        right = self._said(Field.RIGHT).lower()
        marks = {mark for mark, _ in options}
        named = set(re.findall(r"[a-h]|\d+", right)) if LETTERS.fullmatch(right) or right.isdigit() else set()
        if named and not named <= marks:  # options in columns named 1, 2, 3 and a key in letters
            return {mark for mark, _ in options if mark.isdigit() and chr(ord("a") + int(mark) - 1) in named}
        return named

    def _answer(self, text: str, mark: str, share: float) -> Answer:
        said = next(
            (column for column in self._known.all(Field.BECAUSE) if mark and column.mark == mark), None
        )
        return Answer(escaped(text), share, escaped(self._cell(said)))

    def _gaps(self, asking: Asking, right: Sequence[str]) -> Value:
        text = BLANK.split(self._said(Field.ASK))
        gaps = [
            {"accept": [escaped(one) for one in re.split(r"\s*;\s*", accepted) if one]} for accepted in right
        ]
        return asking.value("gaps", "", text="___".join(map(_beside_blank, text)), gaps=gaps)

    def _number(self, asking: Asking, ask: str) -> Value:
        value, _, margin = MARGIN.sub("±", self._said(Field.RIGHT), count=1).partition("±")
        within = _number(self._said(Field.WITHIN) or margin or "0")
        unit = escaped(self._said(Field.UNIT))
        return asking.value("number", ask, right=_number(value), within=within or None, unit=unit)


def _parted(cell: str) -> list[str]:
    return [text.strip() for text in cell.split("|") if text.strip()]


def _beside_blank(text: str) -> str:
    """With the spaces that it has at its ends."""
    return f"{' ' * text[:1].isspace()}{escaped(text.strip())}{' ' * text[-1:].isspace()}"


def _truth(cell: str) -> str:
    right = TRUTHS.get(cell.strip(" .").lower())
    if right is None:
        raise NotTaken(told.NO_RIGHT)
    return right


def _pair(text: str) -> tuple[str, str]:
    left, *right = BETWEEN.split(text, maxsplit=1)
    return escaped(left), escaped("".join(right))


def _number(text: str) -> float:
    value = read_number(text)
    if value is None:
        raise NotTaken(told.NO_NUMBER, value=text)
    return value


def _articles(asking: Asking, cell: str) -> Iterator[int]:
    for text in re.findall(r"[^\s,;|]+", cell):
        if text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= 54:
            yield int(text)
        elif text.lower() not in ("artikel", "artiklar", "article", "articles", "och", "and"):
            asking.tell(told.NO_ARTICLE, value=text)
