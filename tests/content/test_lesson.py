"""A lesson of more than 200 lines with one of each problem a lesson can have: each at its line and column."""

from course_builder.content.models.lesson import Lesson
from tests.content.planted.case import MARK
from tests.content.trees import BASE, check, reading, told

HEAD = "---\nid: ett\n# en kommentar, ingen rubrik\nminutes: 2\n---\n# Barnets rätt\n"
FILLER = "Barn har rätt att vara med. Det gäller alla barn.\n\nVi frågar och lyssnar.\n"
CHUNKS = (
    ("heading-skips", "¤### Hoppar över en nivå"),
    ("heading-second-title", "¤# En titel till"),
    ("heading-empty", "¤##"),
    ("heading-bold", "¤**Bara fet text**"),
    ("alt-missing", "Text före ¤![](media/bild.png) och efter."),
    ("alt-file-name", "¤![IMG_1234.png](media/bild.png)"),
    ("alt-repeats", "- punkt ¤![Bild på ett barn](media/bild.png)"),
    ("media-missing", "> citat ¤![Ett barn](media/finns-inte.png)"),
    ("media-outside", "¤![Ett barn](/etc/bild.png)"),
    ("media-kind", "¤![Ett barn](media/bild.exe)"),
    ("media-wrong-use", "¤![Ett barn](media/film.webm)"),
    ("link-nowhere", "Se ¤[avsnittet](borta.md)."),
    ("link-form", "Se ¤[sidan](https://)."),
    ("link-scheme", "Se ¤[sidan](data:text/html,x)."),
    ("link-http", "Se ¤[sidan](http://exempel.example)."),
    ("link-vague", "Se ¤[här](https://exempel.example)."),
    ("link-empty", "Se ¤[](https://exempel.example)."),
    ("link-bare", "Se ¤https://exempel.example/a."),
    ("link-unreadable", "Se ¤[sidan](https://exempel.example 'titel')."),
    ("link-apart", "¤[sida]: https://exempel.example"),
    ("unknown-law", "Enligt ¤[lagen](law:finns-inte)."),
    ("unknown-article", "Enligt ¤[artikel 54](crc:54)."),
    ("unknown-region-value", "I ¤{region.namnet}."),
    ("empty-region-value", "Med ¤{region.ombud.plural}."),
    ("law-stale-words", "Anmäl enligt ¤14 kap. 1 § socialtjänstlagen."),
    ("raw-html", "Rad ¤<br>ett"),
    ("callout-unknown", "¤/// tips | Rubrik\nText.\n///"),
    ("callout-open", "¤/// note | Rubrik\nText."),
    ("facilitator-address", "¤Samtalsledaren: läs högt."),
    ("sentence-long", "¤" + "ord " * 31 + "slut."),
    ("unknown-block", "¤```filmm\nuse: filmen\n```"),
    ("empty-block", "¤```checklist\n```"),
    ("open-block", "¤```reflect\nid: oppen\nask: Hur?"),
    ("yaml-colon", "```reflect\nid: kolon\nask: Vad är rätt¤: ja\n```"),
    ("yaml-cut", "```reflect\nid: staket\nask: Vem är ombud¤ # på enheten\n```"),
    ("unknown-key", "```reflect\nid: okand\nask: Vad?\n¤sparas: ja\n```"),
    ("unknown-key", "```film\n¤film: filmen\n```"),
    ("missing-key", "```reflect\n¤id: saknas\n```"),
    ("id-missing", "```checklist\nid: lista\ntitle: Lista\nitems:\n  - ¤text: Utan id\n```"),
    ("id-form", "```reflect\nid: ¤Åäö\nask: Vad?\n```"),
    ("id-twice", "```reflect\n¤id: staket\nask: Igen?\n```"),
    ("unknown-value", "```question\nid: fraga\nkind: ¤chioce\nask: Vad?\n```"),
    ("no-right-answer", "```question\n¤id: val\nkind: choice\nask: Vad?\noptions:\n  - id: ja\n    wrong: Ja\n    because: x\n  - id: nej\n    wrong: Nej\n    because: x\n```"),
    ("option-without-feedback", "```question\nid: vall\nkind: choice\nask: Vad?\noptions:\n  - id: ja\n    right: Ja\n    because: x\n  - ¤id: nej\n    wrong: Nej\n```"),
    ("no-such-set", "```quiz\nuse: ¤finns-inte\n```"),
    ("case-nowhere", "```case\nid: fall\ntitle: Fall\nscenes:\n  - id: start\n    text: Hur?\n    choices:\n      - id: steg\n        choose: Gå\n        because: x\n        then: ¤borta\n  - id: slut\n    text: Slut.\n```"),
    ("local-empty", "```local\nshow: ¤support\n```"),
    ("picture-misplaced", "```checklist\nid: bilder\ntitle: Bilder\nitems:\n  - id: ritad\n    text: Se ¤![Barn](media/bild.png)\n```"),
)  # fmt: skip


def lesson() -> tuple[str, list[str]]:
    """The text, and where each problem is."""
    text, expected = HEAD, []
    for code, chunk in CHUNKS:
        text += f"\n{FILLER}\n"
        start = text.count("\n") + 1
        before = chunk[: chunk.index(MARK)]
        column = len(before) - (before.rfind("\n") + 1) + 1
        expected.append(f"ett.md:{start + before.count(chr(10))}:{column} {code}")
        text += chunk.replace(MARK, "") + "\n"
    return text, sorted(expected)


def test_every_problem_has_its_line_and_column() -> None:
    text, expected = lesson()
    assert text.count("\n") > 200
    found = [
        line
        for line in told(check({**BASE, "ett.md": text}))
        if line.startswith("ett.md:") and ":1:1 " not in line
    ]
    assert sorted(found) == expected


BLOCKS = """\
---
id: ett
title: Rubrik i huvudet
minutes: 4
---

Före.

```reflect
id: tank
ask: Hur?
```

~~~
kod, [inte en länk](borta.md)
~~~

   ```checklist
   id: lista
   title: Lista
   items:
     - id: forst
       text: Först
   ```

Efter ![-](media/bild.png).

``````timeline
title: År
events:
  - when: 1989
    what: Antogs
``````
"""


def lesson_of(text: str) -> Lesson:
    course = reading({**BASE, "ett.md": text}).course
    assert course is not None
    (found,) = (part for part in course.parts if isinstance(part, Lesson))
    return found


def test_a_lesson_is_its_blocks_in_order() -> None:
    found = lesson_of(BLOCKS)
    assert (found.title, found.minutes) == ("Rubrik i huvudet", 4)
    assert [block.kind for block in found.blocks] == [
        "text",
        "reflect",
        "text",
        "checklist",
        "text",
        "timeline",
    ]
    assert [block.line for block in found.texts] == [6, 14, 25]
    assert found.texts[-1].media["media/bild.png"].url == "media/bild.png"


def test_the_title_is_the_first_heading_and_minutes_follow_from_the_words() -> None:
    found = lesson_of("---\nid: ett\n---\nInledning.\n\n# Titeln #\n\n" + "ord " * 400)
    assert (found.title, found.minutes) == ("Titeln", 2)


def test_a_block_with_a_fault_does_not_hide_the_others() -> None:
    found = lesson_of(BLOCKS.replace("ask: Hur?", "aks: Hur?"))
    assert [block.kind for block in found.blocks] == ["text", "text", "checklist", "text", "timeline"]


def test_an_empty_file_is_only_empty() -> None:
    found = told(check({**BASE, "ett.md": " \n"}))
    assert [line for line in found if line.startswith("ett.md:")] == ["ett.md:1:1 empty-lesson"]
