"""LibreOffice's own documents become the same lessons as Word's."""

import random

import pytest

from course_builder.importing.any_file import guessed
from course_builder.importing.word import read_word
from tests.hang import answered
from tests.importing.open_documents import BODY, open_document
from tests.importing.ours import told, values
from tests.importing.test_mutated import mutated, sound
from tests.importing.test_word import read_as_lessons

CELL = "<table:table-cell{}>{}</table:table-cell>"


def test_a_whole_document() -> None:
    data = open_document()
    assert guessed(data, "okänd") == "word"
    found = read_word(data, "Barnets rätt.odt")
    assert found.title == "Barnets rätt"
    first, second = found.lessons
    assert first.text == """\
# Från konvention till lag

Konventionen **antogs** 1989[^1]. Se [lagen](https://lagen.example/1).

## Tidslinje

- 1989
    - av FN
- 2020

| År | Vad |
| --- | --- |
| 1989 | Antas |

> Barn är inte små vuxna.

[^1]: Av FN.
"""  # fmt: skip
    assert (
        second.text
        == "# Hos oss\n\n1. Säg namnet\n\n![Ett rum](media/barnets-ratt-1.png)\n\n\\# inte \\<b>\n"
    )
    assert told(found) == ["1 import-comment"]
    read_as_lessons(found)


def test_a_table_of_questions() -> None:
    rows = "".join(
        f"<table:table-row>{''.join(CELL.format('', f'<text:p>{cell}</text:p>') for cell in row)}</table:table-row>"
        for row in (("Fråga", "Rätt svar", "Fel svar 1"), ("Vad *är* det?", "Det", "Detta"))
    )
    found = read_word(open_document(f"<table:table>{rows}</table:table>"), "a.odt")
    assert values(found) == [
        {"kind": "choice", "ask": "Vad \\*är\\* det?", "options": [{"right": "Det"}, {"wrong": "Detta"}]}
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (open_document(""), "empty-word"),
        (open_document(content=b"<x"), "broken-word"),
        (open_document(content=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "broken-word"),
        (open_document("<text:span>" * 20_000 + "x" + "</text:span>" * 20_000), "empty-word"),
        (
            open_document("<text:p>" + "<text:span>" * 20_000 + "x" + "</text:span>" * 20_000 + "</text:p>"),
            "broken-word",
        ),
    ],
)
def test_what_is_no_document(data: bytes, code: str) -> None:
    """trust 3, 4"""
    assert set(told(read_word(data, "a.odt"))) <= {f"1 import-{code}", "1 import-broken-word"}


def test_cells_that_multiply_and_tables_within_tables() -> None:
    """trust 2"""
    many = CELL.format(' table:number-columns-repeated="1000000"', "<text:p>x</text:p>")
    inner = "<text:p>y</text:p>"
    for _ in range(30):
        cell = CELL.format(' table:number-columns-repeated="50"', inner)
        inner = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    with answered():
        found = read_word(
            open_document(
                f"<table:table><table:table-row>{many}{many}</table:table-row></table:table>{inner}"
            ),
            "a.odt",
        )
    assert len(found.lessons) == 1
    assert len(found.lessons[0].text) < 20_000


def test_damaged_documents() -> None:
    """trust 3"""
    data, chance = open_document(), random.Random(20261122)
    for number in range(600):
        changed = (
            mutated(data, chance)
            if number % 4 == 0
            else open_document(mutated(BODY.encode(), chance).decode(errors="replace"))
        )
        sound(read_word(changed, "a.odt"))
