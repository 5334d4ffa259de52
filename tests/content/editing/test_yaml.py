"""Changes of a text that somebody wrote by hand: only the lines that must change do."""

import difflib

import pytest

from course_builder.content.editing import yaml
from course_builder.content.editing.errors import NoSuchPlace, Unreadable
from tests.conftest import REPOSITORY

QUIZ = """\
# Frågor till första modulen
kind: quiz
id: konventionen
title: Från konvention till lag   # visas överst
pass: 80% # som kursen

questions:
  # Den här är svårast
  - id: hxwr
    kind: choice
    ask: >-
      Vilka artiklar gäller
      som svensk lag?
    articles: [3, 12]  # grundprinciper
    options:
      - id: pdaa
        right: "Artikel 1-42"
        because: 'Lagens 1 § säger: just de.'
      - id: mzke
        wrong: Alla 54
      # Föreslagen av en jurist

      - id: qqqq
        wrong: Bara fyra

  - id: nbvc
    kind: truth
    ask: Konventionen är lag.
    right: sant
"""


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that went and came, with - and +."""
    found = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in found if line[0] in "+-"]


def test_a_form_edit_changes_the_one_line() -> None:
    made = yaml.put(QUIZ, ("questions", "#hxwr", "options", "#mzke", "wrong"), "Alla: från 1 till 54")
    assert changed_lines(QUIZ, made) == [
        "-         wrong: Alla 54\n",
        '+         wrong: "Alla: från 1 till 54"\n',
    ]


@pytest.mark.parametrize(
    ("at", "value", "line"),
    [
        (("title",), "Barnrätt", "title: Barnrätt  # visas överst\n"),
        (("pass",), "75 %", "pass: 75 %  # som kursen\n"),
        (("questions", 0, "options", 0, "right"), "Artikel 1–42", '        right: "Artikel 1–42"\n'),
        (("questions", 0, "options", 0, "because"), "Lagen säger det.", "        because: 'Lagen säger det.'\n"),
        (("questions", 0, "articles", 0), 2, "    articles: [2, 12]  # grundprinciper\n"),
        (("questions", 1, "right"), "falskt", "    right: falskt\n"),
        (("questions", 1, "right"), False, "    right: false\n"),
    ],
)  # fmt: skip
def test_quotes_and_comments_stay_as_they_were(at: tuple[str | int, ...], value: object, line: str) -> None:
    made = yaml.put(QUIZ, at, value)
    assert [one for one in changed_lines(QUIZ, made) if one[0] == "+"] == [f"+ {line}"]


def test_folded_text_stays_folded() -> None:
    made = yaml.put(QUIZ, ("questions", 0, "ask"), "Vilka gäller?")
    assert "    ask: >-\n      Vilka gäller?\n    articles:" in made


def test_a_comment_goes_with_the_item_below_it_and_others_stay() -> None:
    made = yaml.move(QUIZ, ("questions",), "#hxwr", 1)
    assert made.index("# Den här är svårast") > made.index("id: nbvc")
    assert "wrong: Alla 54\n      # Föreslagen av en jurist\n\n" in made
    without = yaml.remove(QUIZ, ("questions", "#hxwr", "options", "#mzke"))
    assert changed_lines(QUIZ, without) == ["-       - id: mzke\n", "-         wrong: Alla 54\n"]


def test_items_stand_as_far_apart_as_their_neighbours() -> None:
    made = yaml.insert(QUIZ, ("questions",), 1, {"id": "aaaa", "kind": "reflect", "ask": "Och hos er?"})
    assert "Bara fyra\n\n  - id: aaaa\n    kind: reflect\n    ask: Och hos er?\n\n  - id: nbvc\n" in made


def test_a_new_key_takes_its_place_in_the_order_of_the_model() -> None:
    made = yaml.put(QUIZ, ("shuffle",), True, ("id", "title", "pass", "shuffle", "questions"))
    assert "pass: 80% # som kursen\nshuffle: true\n\nquestions:" in made


def test_keys_on_the_way_are_made() -> None:
    assert yaml.put("id: x\n", ("completion", "pass"), "80%") == "id: x\ncompletion:\n  pass: 80%\n"
    assert yaml.put("", ("id",), "x") == "id: x\n"
    assert yaml.put("# bara en kommentar", ("id",), "x") == "# bara en kommentar\nid: x\n"
    assert yaml.put("id: x\ngoals:\n", ("goals",), ["ett", "två"]) == "id: x\ngoals:\n  - ett\n  - två\n"
    assert yaml.insert("id: x\n", ("goals",), 0, "ett") == "id: x\ngoals:\n  - ett\n"


def test_the_last_of_its_kind_leaves_an_empty_list() -> None:
    assert yaml.remove("goals:  # mål\n  - ett\nid: x\n", ("goals", 0)) == "goals: []  # mål\nid: x\n"
    assert yaml.insert("goals: []  # mål\nid: x\n", ("goals",), 0, "ett") == "goals:  # mål\n  - ett\nid: x\n"


def test_a_list_that_changed_keeps_what_is_the_same() -> None:
    before = "goals:\n  - ett  # först\n  - två  # sedan\n  - tre  # sist\n"
    made = yaml.put(before, ("goals",), ["ett", "tvåa", "fyra", "tre"])
    assert made == "goals:\n  - ett  # först\n  - tvåa  # sedan\n  - fyra\n  - tre  # sist\n"


def test_line_ends_mark_and_a_missing_last_break_stay() -> None:
    windows = "\ufeff" + QUIZ.replace("\n", "\r\n").removesuffix("\r\n")
    made = yaml.put(windows, ("questions", 0, "options", 1, "because"), "Rad ett\nrad två")
    assert made.startswith("\ufeff#")
    assert made.endswith("right: sant")
    assert made.count("\n") == made.count("\r\n") == windows.count("\n") + 3
    assert yaml.get(made, ("questions", 0, "options", 1, "because")) == "Rad ett\nrad två"


def test_nothing_changes_when_it_stands_there_already() -> None:
    assert yaml.put(QUIZ, ("pass",), "80%") == QUIZ
    assert yaml.put(QUIZ, ("questions", "#nbvc", "right"), "sant") == QUIZ
    assert yaml.put(QUIZ, (), yaml.get(QUIZ, ())) == QUIZ
    assert yaml.move(QUIZ, ("questions",), 0, 0) == QUIZ


@pytest.mark.parametrize("at", [("questions", "#saknas", "ask"), ("questions", 7), ("title", "inne"), ("questions", "#hxwr", "#x")])  # fmt: skip
def test_a_path_that_leads_nowhere_is_refused(at: tuple[str | int, ...]) -> None:
    with pytest.raises(NoSuchPlace):
        yaml.put(QUIZ, at, "x")
    with pytest.raises(NoSuchPlace):
        yaml.get(QUIZ, at)
    with pytest.raises(NoSuchPlace):
        yaml.remove(QUIZ, at)


@pytest.mark.parametrize("text", ["a: &x 1\n", "a: !t 1\n", "a: [1\n", "a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "a: \x07\n", "a: \ud800\n"])  # fmt: skip
def test_a_text_that_cannot_be_read_is_left_alone(text: str) -> None:
    with pytest.raises(Unreadable):
        yaml.put(text, ("b",), "x")


def test_half_a_character_is_not_written() -> None:
    assert yaml.put("a: x\n", ("a",), "å\ud800") == "a: å\ufffd\n"


def test_the_title_of_a_shipped_file_changes_one_line() -> None:
    for path in [*(REPOSITORY / "quizzes").glob("*.yaml"), *(REPOSITORY / "courses").glob("*/course.yaml")]:
        text = path.read_text(encoding="utf-8")
        there = yaml.put(text, ("title",), "Något: annat")
        assert [line[0] for line in changed_lines(text, there)] == ["-", "+"]
        back = yaml.put(there, ("title",), yaml.get(text, ("title",)))
        assert yaml.get(back, ()) == yaml.get(text, ())
