"""Problems are values: what is wrong, where, and the way out, in the reader's language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Language = Literal["sv", "en"]

SEVERITY_WORDS: Mapping[Language, Mapping[Severity, str]] = {
    "sv": {"error": "hindrar publicering", "warning": "bör ses över"},
    "en": {"error": "stops publishing", "warning": "worth a look"},
}


LONGEST_VALUE = 500
MOST_ALIKE = 200
"""Problems of one kind in one file; whoever has mended these sees the next."""


class Place(NamedTuple):
    """A position in a source file; line and column count characters from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Code:
    """A kind of problem. The texts are `str.format` templates over the problem's values."""

    name: str
    severity: Severity
    sv: str
    en: str
    hint_sv: str = ""
    hint_en: str = ""

    def at(self, place: Place, **values: object) -> "Problem":
        return Problem(self, place, {name: _on_a_line(str(value)) for name, value in values.items()})


@dataclass(frozen=True)
class Problem:
    code: Code
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def message(self, language: Language) -> str:
        return (self.code.sv if language == "sv" else self.code.en).format_map(self.values)

    def hint(self, language: Language) -> str:
        return (self.code.hint_sv if language == "sv" else self.code.hint_en).format_map(self.values)

    def line(self, language: Language) -> str:
        """`file:line:column severity code message (hint)`."""
        hint = self.hint(language)
        tail = f" ({hint})" if hint else ""
        return f"{self.place} {self.severity} {self.code.name} {self.message(language)}{tail}"


def _on_a_line(text: str) -> str:
    """A value as it can stand in a message, however long the author's line is."""
    text = text.replace("\n", " ")
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, then place; the same problem at the same place is told once, and none of a kind forever in a file."""
    unique = {(p.place, p.code.name, p.message("sv")): p for p in problems}
    alike: Counter[tuple[str, str]] = Counter()
    told = []
    for found in sorted(unique):
        kind = (found[0].file, found[1])
        alike[kind] += 1
        if alike[kind] <= MOST_ALIKE:
            told.append(unique[found])
    return tuple(told)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == "error")
