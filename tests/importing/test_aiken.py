"""Questions typed as plain text, in the ways that people type them."""

from course_builder.importing.aiken import aiken, read_aiken
from tests.importing.ours import questions_of, told, values

TYPED = """\
Vad säger artikel 12?
A. Barnet har rätt att komma till tals
B. Barnet bestämmer ensamt
C) Vuxna talar
   för barnet
ANSWER: A

2. Vilka är grundprinciper?
*a) Artikel 2
*b) Artikel 12
c) Artikel 31
... Den handlar om lek.
Förklaring: De finns i artiklarna
2, 3, 6 och 12.

Fråga 3: Hela konventionen är lag.
A) Sant
B) Falskt
Rätt svar: B
Varför: Artiklarna 43–54 är det inte.

4) Vilket år blev den lag?
Svar: 2020

5) Vem antog den?
Svar: FN; Förenta nationerna
6) Vad tar du med dig?
______
7) Kryssa i det som stämmer.
[x] Barn har rättigheter
[ ] Vuxna ger dem
[*] De gäller alla barn

8) Hur många barn, i miljoner?
= 2,2 ± 0,2

9) Vad heter lagen?
* barnkonventionslagen
* lag (2018:1197)

10) Konventionen gäller till 18 år.
Svar: sant

Vilka två?
a) ett
b) två
c) tre
Svar: a och c
"""


def test_every_way() -> None:
    found = aiken(TYPED, "frågor.txt")
    assert values(found) == [
        {
            "kind": "choice", "ask": "Vad säger artikel 12?",
            "options": [
                {"right": "Barnet har rätt att komma till tals"},
                {"wrong": "Barnet bestämmer ensamt"},
                {"wrong": "Vuxna talar för barnet"},
            ],
        },
        {
            "kind": "choices", "ask": "Vilka är grundprinciper?",
            "options": [
                {"right": "Artikel 2"},
                {"right": "Artikel 12"},
                {"wrong": "Artikel 31", "because": "Den handlar om lek."},
            ],
            "because": "De finns i artiklarna 2, 3, 6 och 12.",
        },
        {
            "kind": "truth", "ask": "Hela konventionen är lag.", "right": "falskt",
            "because": "Artiklarna 43–54 är det inte.",
        },
        {"kind": "number", "ask": "Vilket år blev den lag?", "right": 2020.0},
        {"kind": "text", "ask": "Vem antog den?", "accept": ["FN", "Förenta nationerna"]},
        {"kind": "reflect", "ask": "Vad tar du med dig?"},
        {
            "kind": "choices", "ask": "Kryssa i det som stämmer.",
            "options": [
                {"right": "Barn har rättigheter"}, {"wrong": "Vuxna ger dem"}, {"right": "De gäller alla barn"},
            ],
        },
        {"kind": "number", "ask": "Hur många barn, i miljoner?", "right": 2.2, "within": 0.2},
        {"kind": "text", "ask": "Vad heter lagen?", "accept": ["barnkonventionslagen", "lag (2018:1197)"]},
        {"kind": "truth", "ask": "Konventionen gäller till 18 år.", "right": "sant"},
        {
            "kind": "choices", "ask": "Vilka två?",
            "options": [{"right": "ett"}, {"wrong": "två"}, {"right": "tre"}],
        },
    ]  # fmt: skip
    assert told(found) == []
    assert [one.kind for one in questions_of(found)] == [one["kind"] for one in values(found)]


def test_what_is_not_taken_in_says_where_and_why() -> None:
    text = """\
En rad utan svar

Vad gäller?
A. ett
B. två

Vad gäller?
A. ett
B. två
ANSWER: E

A. ett
B. två
ANSWER: A

Hur många?
= tolv
"""
    found = aiken(text, "a")
    assert told(found) == ["1 import-no-right", "7 import-no-such", "12 import-no-ask", "16 import-no-number"]


def test_text_that_is_no_question() -> None:
    assert told(aiken("Bara text\n\nmer text", "a")) == ["1 import-few"]
    assert told(read_aiken(b"\n", "a")) == ["1 import-nothing"]
