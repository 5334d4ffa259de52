"""The outline of a course file, and changes of it that leave every other line alone."""

from collections.abc import Callable

import pytest

from course_builder.content.structure import changing
from course_builder.content.structure.changing import Gone
from course_builder.content.structure.outline import outline
from course_builder.content.structure.titles import title_of

COURSE = """\
# Vår kurs
id: kurs
title: Kursen
modules:
  - id: ett   # den första
    title: Ett
    lessons:
      - a.md
      - film: vantrummet
      # sist
      - quiz: fragor
  - id: tva
    title: Två
    lessons:
      - b.md
"""
HOUR = """\
id: timme
title: En timme
kind: meeting
agenda:
  - id: hej
    title: Välkommen
    minutes: 3
    text: hej.md
  - id: paus
    title: Paus
    minutes: 5
  - title: Filmen
    minutes: 20
    film: vantrummet
"""


def shape(text: str) -> list[tuple[str, list[str]]]:
    known = outline(text)
    assert known is not None
    return [(branch.id, [leaf.key for leaf in branch.leaves]) for branch in known.branches]


def test_what_a_course_names_in_order() -> None:
    assert shape(COURSE) == [
        ("ett", ["lesson:a.md", "film:vantrummet", "quiz:fragor"]),
        ("tva", ["lesson:b.md"]),
    ]


def test_an_hour_is_one_branch_of_items() -> None:
    assert shape(HOUR) == [("hour", ["item:hej", "item:paus", "item:#2"])]


@pytest.mark.parametrize("text", ["", "- bara\n- en lista\n", "id: [\n", "bara text"])
def test_what_is_no_course_has_no_outline(text: str) -> None:
    assert outline(text) is None


def test_what_is_odd_keeps_its_place() -> None:
    odd = COURSE.replace("      - a.md\n", "      - a.md\n      - nummer: ett\n      - 17\n")
    assert shape(odd)[0] == ("ett", ["lesson:a.md", "item:#1", "lesson:17", "film:vantrummet", "quiz:fragor"])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda t: changing.step_leaf(t, "film:vantrummet", -1), [("ett", ["film:vantrummet", "lesson:a.md", "quiz:fragor"]), ("tva", ["lesson:b.md"])]),
        (lambda t: changing.step_leaf(t, "quiz:fragor", 1), [("ett", ["lesson:a.md", "film:vantrummet"]), ("tva", ["quiz:fragor", "lesson:b.md"])]),
        (lambda t: changing.step_leaf(t, "lesson:b.md", -1), [("ett", ["lesson:a.md", "film:vantrummet", "quiz:fragor", "lesson:b.md"]), ("tva", [])]),
        (lambda t: changing.step_leaf(t, "lesson:a.md", -1), [("ett", ["lesson:a.md", "film:vantrummet", "quiz:fragor"]), ("tva", ["lesson:b.md"])]),
        (lambda t: changing.move_leaf(t, "lesson:a.md", "ett", 99), [("ett", ["film:vantrummet", "quiz:fragor", "lesson:a.md"]), ("tva", ["lesson:b.md"])]),
        (lambda t: changing.move_leaf(t, "lesson:a.md", "tva", 1), [("ett", ["film:vantrummet", "quiz:fragor"]), ("tva", ["lesson:b.md", "lesson:a.md"])]),
        (lambda t: changing.step_module(t, "tva", -1), [("tva", ["lesson:b.md"]), ("ett", ["lesson:a.md", "film:vantrummet", "quiz:fragor"])]),
        (lambda t: changing.remove_leaf(t, "lesson:a.md"), [("ett", ["film:vantrummet", "quiz:fragor"]), ("tva", ["lesson:b.md"])]),
        (lambda t: changing.remove_module(t, "ett"), [("tva", ["lesson:b.md"])]),
        (lambda t: changing.add_leaf(t, "c.md", "ett", "lesson:a.md"), [("ett", ["lesson:a.md", "lesson:c.md", "film:vantrummet", "quiz:fragor"]), ("tva", ["lesson:b.md"])]),
        (lambda t: changing.add_leaf(t, {"quiz": "nytt"}, "tva", None), [("ett", ["lesson:a.md", "film:vantrummet", "quiz:fragor"]), ("tva", ["lesson:b.md", "quiz:nytt"])]),
        (lambda t: changing.add_module(t, {"id": "tre", "title": "Tre", "lessons": ["c.md"]}, "ett"), [("ett", ["lesson:a.md", "film:vantrummet", "quiz:fragor"]), ("tre", ["lesson:c.md"]), ("tva", ["lesson:b.md"])]),
    ],
)  # fmt: skip
def test_a_change_moves_what_it_says(
    change: Callable[[str], str], expected: list[tuple[str, list[str]]]
) -> None:
    made = change(COURSE)
    assert shape(made) == expected
    assert "# Vår kurs" in made


def test_no_comment_is_lost_within_a_module() -> None:
    for key in ("lesson:a.md", "film:vantrummet", "quiz:fragor"):
        made = changing.move_leaf(COURSE, key, "ett", 0)
        assert sorted(made.splitlines()) == sorted(COURSE.splitlines())


def test_the_last_lesson_gone_and_another_put_in() -> None:
    empty = changing.remove_leaf(COURSE, "lesson:b.md")
    assert shape(empty)[1] == ("tva", [])
    assert shape(changing.add_leaf(empty, "c.md", "tva", None))[1] == ("tva", ["lesson:c.md"])
    assert shape(changing.move_leaf(empty, "lesson:a.md", "tva", 0))[1] == ("tva", ["lesson:a.md"])


def test_items_of_an_hour_move_too() -> None:
    assert shape(changing.step_leaf(HOUR, "item:hej", 1)) == [("hour", ["item:paus", "item:hej", "item:#2"])]
    assert shape(changing.remove_leaf(HOUR, "item:paus")) == [("hour", ["item:hej", "item:#1"])]
    assert "title: Hej och välkommen" in changing.rename_item(HOUR, "item:hej", "Hej och välkommen")


def test_an_item_of_an_hour_goes_from_its_other_lengths_too() -> None:
    lengths = """\
variants:
  - minutes: 8
    agenda:
      - same: hej
        minutes: 3
      # kort
      - same: paus
        minutes: 5   # hela
  - minutes: 5
    agenda:
      - same: paus
        minutes: 5
"""
    without = changing.remove_leaf(HOUR + lengths, "item:paus")
    assert (
        without
        == changing.remove_leaf(HOUR, "item:paus")
        + """\
variants:
  - minutes: 8
    agenda:
      - same: hej
        minutes: 3
"""
    )
    assert changing.remove_leaf(HOUR + lengths, "item:#2").endswith(lengths)


def test_renaming_changes_one_line() -> None:
    made = changing.rename_module(COURSE, "tva", "Nytt: namn")
    differ = [
        (old, new) for old, new in zip(COURSE.splitlines(), made.splitlines(), strict=True) if old != new
    ]
    assert differ == [("    title: Två", '    title: "Nytt: namn"')]


@pytest.mark.parametrize(
    "change",
    [
        lambda: changing.remove_leaf(COURSE, "lesson:borta.md"),
        lambda: changing.remove_module(COURSE, "borta"),
        lambda: changing.step_leaf("", "lesson:a.md", 1),
        lambda: changing.move_leaf(COURSE, "lesson:a.md", "borta", 0),
    ],
)
def test_what_is_not_there_cannot_be_changed(change: Callable[[], str]) -> None:
    with pytest.raises(Gone):
        change()


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("a.md", "---\nid: a\ntitle: I huvudet\n---\n# I texten\n", "I huvudet"),
        ("a.md", "---\nid: a\n---\n\n# I texten #\n", "I texten"),
        ("a.md", "\ufeff---\r\nid: a\r\n---\r\n# Med andra radslut\r\n", "Med andra radslut"),
        ("a.md", "bara text", ""),
        ("x.yaml", 'id: x\ntitle: "Med: kolon"\n', "Med: kolon"),
        ("x.yaml", "title: >-\n  Över\n  två rader\nkind: quiz\n", "Över två rader"),
        ("x.yaml", "title: Kort # en kommentar\n", "Kort"),
        ("x.yaml", "film:\n  title: En film\n", ""),
    ],
)
def test_titles(path: str, text: str, title: str) -> None:
    assert title_of(path, text) == title
