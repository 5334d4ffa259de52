"""Blocks of a lesson: found, changed, moved and copied, and nothing else touched."""

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course_builder.content.editing import lesson, yaml
from course_builder.content.editing.errors import NoSuchPlace, Unreadable
from tests.conftest import REPOSITORY

LESSON = """\
---
id: konventionen
title: Från konvention till lag
# minuterna räknas av sig själva
---
# Från konvention till lag

Ett stycke
på två rader.

- en punkt

- en till
  som fortsätter

/// note | Så här
I en ruta.

Fortfarande i rutan.
///

```question
id: qkfa
kind: choice
ask: Vilka?  # sedan 2020
options:
  - id: aaaa
    right: Artikel 1-42
  - id: bbbb
    wrong: Alla
```

```python
inte = "ett block"
```

```film
use: vantrummet
```
Sist.
"""
SHIPPED = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "courses").glob("*/*.md")]


def draw() -> Random:
    return Random(7)


def test_markdown_is_cut_where_a_person_would() -> None:
    found = [(block.kind, block.first, block.last, block.id or block.use) for block in lesson.blocks(LESSON)]
    assert found == [
        ("text", 6, 6, None),
        ("text", 8, 9, None),
        ("text", 11, 14, None),
        ("text", 16, 20, None),
        ("question", 22, 31, "qkfa"),
        ("python", 33, 35, None),
        ("film", 37, 39, "vantrummet"),
        ("text", 40, 40, None),
    ]


def test_a_block_is_changed_inside_its_fence() -> None:
    made = lesson.edit_block(
        LESSON, "#qkfa", lambda inner: yaml.put(inner, ("options", "#bbbb", "because"), "Nej: se artikel 43.")
    )
    assert made == LESSON.replace("wrong: Alla\n", 'wrong: Alla\n    because: "Nej: se artikel 43."\n')
    ask = lesson.edit_block(LESSON, 4, lambda inner: yaml.put(inner, ("ask",), "Vilka artiklar?"))
    assert ask == LESSON.replace("ask: Vilka?  #", "ask: Vilka artiklar?  #")


def test_a_text_with_a_fence_does_not_end_the_block() -> None:
    text = "Skriv så här:\n\n```\nkod\n```"
    made = lesson.edit_block(LESSON, "#qkfa", lambda inner: yaml.put(inner, ("ask",), text))
    assert yaml.get(lesson.block_text(made, "#qkfa"), ("ask",)) == text
    assert len(lesson.blocks(made)) == len(lesson.blocks(LESSON))


@settings(max_examples=100)
@given(st.sampled_from(SHIPPED), st.data())
def test_a_block_that_moves_and_comes_back_leaves_the_lesson_as_it_was(
    text: str, data: st.DataObject
) -> None:
    many = st.integers(0, len(lesson.blocks(text)) - 1)
    index, to = data.draw(many), data.draw(many)
    moved = lesson.move_block(text, index, to)
    assume(
        len(lesson.blocks(moved)) == len(lesson.blocks(text))
    )  # two lists beside each other are one in Markdown
    assert lesson.move_block(moved, to, index) == text
    assert sorted(moved.split("\n")) == sorted(text.split("\n"))


def test_blocks_that_become_neighbours_do_not_grow_together() -> None:
    made = lesson.move_block(LESSON, 7, 1)
    assert "# Från konvention till lag\n\nSist.\n\nEtt stycke\n" in made
    assert made.endswith("```film\nuse: vantrummet\n```\n")
    tight = "# Rubrik\nText.\n```film\nuse: a\n```\nMer.\n"
    assert lesson.move_block(tight, 3, 1) == "# Rubrik\n\nMer.\n\nText.\n```film\nuse: a\n```\n"


def test_a_block_taken_away_takes_its_empty_line() -> None:
    made = lesson.remove_block(LESSON, "#qkfa")
    assert "///\n\n```python\n" in made
    assert lesson.remove_block("Text.\n\n```film\nuse: a\n```\n", 1) == "Text.\n"


def test_a_new_block_stands_between_empty_lines() -> None:
    value = {"show": "support", "title": "Stöd: till dig"}
    fence = '```local\nshow: support\ntitle: "Stöd: till dig"\n```\n'
    assert lesson.insert_block("# A\n\nText.\n", 3, "local", value) == f"# A\n\n{fence}\nText.\n"
    assert lesson.insert_block("# A\n\nText.", 9, "local", value) == f"# A\n\nText.\n\n{fence}".removesuffix(
        "\n"
    )
    assert lesson.insert_block("", 1, "local", value) == fence
    inside = lesson.insert_block(LESSON, 25, "text", "Ett stycke till.")
    assert "wrong: Alla\n```\n\nEtt stycke till.\n\n```python" in inside
    assert lesson.insert_block(LESSON, 1, "text", "Först.").startswith(
        LESSON.partition("# Från")[0] + "\nFörst.\n\n# Från"
    )


def test_a_copy_has_ids_of_its_own() -> None:
    made = lesson.duplicate_block(LESSON, "#qkfa", draw().choice, taken=["upptagen"])
    first, second = (block for block in lesson.blocks(made) if block.kind == "question")
    assert second.index == first.index + 1
    one, other = (yaml.get(lesson.block_text(made, block.index), ()) for block in (first, second))
    assert {one["id"], "aaaa", "bbbb"}.isdisjoint(
        {other["id"], *(option["id"] for option in other["options"])}
    )
    assert [option.get("right") for option in other["options"]] == ["Artikel 1-42", None]
    assert lesson.remove_block(made, second.index) == LESSON
    assert "ask: Vilka?  # sedan 2020" in lesson.block_text(made, second.index)


def test_a_copied_story_still_leads_on_within_itself() -> None:
    text = "```case\nid: caaa\ntitle: T\nscenes:\n  - id: saaa\n    text: A\n    choices:\n      - id: chaa\n        choose: B\n        then: sbbb\n  - id: sbbb\n    text: C\n```\n"
    made = lesson.duplicate_block(text, "#caaa", draw().choice)
    copied = yaml.get(lesson.block_text(made, 1), ())
    assert copied["scenes"][0]["choices"][0]["then"] == copied["scenes"][1]["id"] != "sbbb"


def test_the_head_is_changed_or_made() -> None:
    made = lesson.set_head(LESSON, {"minutes": 7, "title": None})
    assert made.startswith("---\nid: konventionen\nminutes: 7\n# minuterna räknas av sig själva\n---\n")
    assert lesson.set_head("# A\r\n", {"id": "abcd"}) == "---\r\nid: abcd\r\n---\r\n# A\r\n"
    with pytest.raises(Unreadable):
        lesson.set_head("---\nid: a\n", {"minutes": 3})


def test_line_ends_and_mark_stay() -> None:
    windows = "\ufeff" + LESSON.replace("\n", "\r\n").removesuffix("\r\n")
    changed = [
        lesson.edit_block(windows, "#qkfa", lambda inner: yaml.put(inner, ("because",), "a\nb")),
        lesson.move_block(windows, 7, 0),
        lesson.duplicate_block(windows, "#qkfa", draw().choice),
        lesson.insert_block(windows, 999, "local", {"show": "support"}),
        lesson.set_head(windows, {"minutes": 3}),
    ]
    for made in changed:
        assert made.startswith("\ufeff---\r\n")
        assert made.count("\n") == made.count("\r\n") > windows.count("\n") - 1
        assert not made.endswith("\n")


def test_what_is_not_there_is_refused() -> None:
    for which in (99, "#saknas"):
        with pytest.raises(NoSuchPlace):
            lesson.remove_block(LESSON, which)
    with pytest.raises(NoSuchPlace):
        lesson.block_text(LESSON, 0)
