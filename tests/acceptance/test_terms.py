"""The Swedish interface uses the terms of domain.md 6.1 and none of its column "not"."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.acceptance.swedish import everything


class Term(NamedTuple):
    """A word not to use, what to say instead, and where the word means something else."""

    pattern: re.Pattern[str]
    say: str
    but: tuple[str, ...]

    def found_in(self, text: str) -> list[str]:
        for phrase in self.but:
            text = text.replace(phrase, "")
        return self.pattern.findall(text)


def _whole(word: str) -> re.Pattern[str]:
    """Capitals count only where the word is all capitals: AD is not ad."""
    kind = re.NOFLAG if word.isupper() else re.IGNORECASE
    letters = "".join(r"\w*" if sign == "*" else re.escape(sign) for sign in word)
    return re.compile(rf"(?<![\w-]){letters}(?![\w-])", kind)


def _terms() -> list[Term]:
    listed = yaml.safe_load(Path(__file__).with_name("terms.yaml").read_text("utf-8"))
    return [
        Term(_whole(word), row["say"], tuple(row.get("but", ()))) for row in listed for word in row["not"]
    ]


TERMS = _terms()
TEXTS = list(dict.fromkeys(everything()))


def test_there_are_texts_of_every_sort() -> None:
    places = {place for place, _ in TEXTS}
    assert {"page", "player", "letter.sv.txt", "lesson.py", "check.py"} <= places
    assert len(TEXTS) > 700


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.pattern.pattern)
def test_the_interface_does_not_say(term: Term) -> None:
    assert [f"{place}: {text}" for place, text in TEXTS if term.found_in(text)] == [], f"say: {term.say}"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Det finns inget block här.", "block"),
        ("Gör en anmälan.", "anmälan"),
        ("Rollen är ny.", "rollen"),
        ("Filmen har AD.", "AD"),
    ],
)
def test_a_word_is_found(text: str, word: str) -> None:
    found = [one for term in TERMS for one in term.found_in(text)]
    assert [one.lower() for one in found] == [word.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "Gör en orosanmälan.",
        "Det spelar roll.",
        "blockera",
        "Portalen släpper bara in dig en gång.",
        "ad hoc",
    ],
)
def test_another_word_is_not(text: str) -> None:
    assert [term for term in TERMS if term.found_in(text)] == []
