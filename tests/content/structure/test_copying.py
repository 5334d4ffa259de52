"""Copies have ids of their own, and say otherwise the same."""

import random
from collections.abc import Callable

import pytest

from course_builder.content.editing import yaml
from course_builder.content.editing.ids import ids_of
from course_builder.content.names import free_name, slug
from course_builder.content.structure.copying import copied_lesson, copied_set, retitled

SET = """\
kind: quiz
id: fragor
# Frågorna är provade i tre grupper.
title: Frågor
questions:
  - id: abcd   # den svåra
    kind: choice
    ask: 'Vad menas med id: abcd i texten?'
    options:
      - id: efgh
        right: Ja
      - id: ijkl
        wrong: Nej
"""
LESSON = """\
---
id: ett
title: Ett
---
# Ett

Text före.

```case
id: mnop
title: Ett fall
scenes:
  - id: qrst
    text: Början
    choices:
      - id: uvwx
        choose: Vidare
        then: yzab
  - id: yzab
    text: Slutet
```

Text efter.
"""


@pytest.fixture
def draw() -> Callable[[str], str]:
    return random.Random(1).choice


def test_a_set_under_another_name(draw: Callable[[str], str]) -> None:
    made = copied_set(SET, "fragor-2", "Frågor (kopia)", draw)
    old, new = yaml.get(SET, ()), yaml.get(made, ())
    assert (new["id"], new["title"]) == ("fragor-2", "Frågor (kopia)")
    assert not set(ids_of(old)) & set(ids_of(new))
    assert [q["ask"] for q in new["questions"]] == [q["ask"] for q in old["questions"]]
    assert "# Frågorna är provade i tre grupper." in made
    assert "# den svåra" in made
    assert "id: abcd i texten" in made


def test_a_lesson_whose_story_still_leads_on(draw: Callable[[str], str]) -> None:
    made = copied_lesson(LESSON, "ett-2", "Ett (kopia)", draw)
    assert made.startswith("---\nid: ett-2\ntitle: Ett (kopia)\n---\n# Ett (kopia)\n\nText före.\n")
    assert made.endswith("Text efter.\n")
    block = yaml.get(made.partition("```case\n")[2].partition("```")[0], ())
    assert block["scenes"][0]["choices"][0]["then"] == block["scenes"][1]["id"]
    assert not {"mnop", "qrst", "uvwx", "yzab"} & set(ids_of(block))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nid: a\n---\n# Gammal\n\ntext\n", "---\nid: a\n---\n# Ny\n\ntext\n"),
        ("# Gammal\ntext\n", "# Ny\ntext\n"),
        ("---\nid: a\n---\ntext utan rubrik\n", "---\nid: a\ntitle: Ny\n---\ntext utan rubrik\n"),
    ],
)
def test_a_new_title_stands_where_the_old_did(text: str, expected: str) -> None:
    assert retitled(text, "a.md", "Ny") == expected


@pytest.mark.parametrize(("name", "expected"), [("Barn i väntrummet", "barn-i-vantrummet"), ("ÅÄÖ 2!", "aao-2"), ("123", ""), ("Å" * 80, "a" * 48)])  # fmt: skip
def test_names_from_what_people_write(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_free_name() -> None:
    assert free_name("film", set()) == "film"
    assert free_name("film", {"film", "film-2"}) == "film-3"
    assert free_name("film-2", {"film", "film-2"}) == "film-3"
    assert len(free_name("x" * 48, {"x" * 48})) <= 48
