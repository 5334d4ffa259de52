"""Entries cut out of a shared file."""

from course_builder.library.extract import cut

TEXT = """# Lagrum

# om den första
a-1:  # kommentar
  says: >-
    Rad ett.

    # ingen kommentar
    Rad två.

# om den andra
'b-2':
  says: Två.
c-3: Tre.
...
"""


def test_an_entry_keeps_its_own_lines() -> None:
    assert (
        cut(TEXT, lambda name: name == "a-1")
        == "a-1:  # kommentar\n  says: >-\n    Rad ett.\n\n    # ingen kommentar\n    Rad två.\n"
    )
    assert cut(TEXT, lambda name: name in ("b-2", "c-3")) == "'b-2':\n  says: Två.\nc-3: Tre.\n"


def test_nothing_wanted_is_nothing() -> None:
    assert cut(TEXT, lambda name: False) == ""
    assert cut("# tomt\n", lambda name: True) == ""


def test_each_entry_is_asked_for_once() -> None:
    asked: list[str] = []
    cut(TEXT, lambda name: asked.append(name) is None)
    assert asked == ["a-1", "b-2", "c-3"]


def test_entries_on_one_line_are_kept_together() -> None:
    text = "{a: Ett., b: Två.}\n"
    assert cut(text, lambda name: name == "a") == text
    assert cut("? a\n: Ett.\nb: Två.\n", lambda name: name == "b") == "? a\n: Ett.\nb: Två.\n"


def test_line_ends_of_windows_stay() -> None:
    assert cut("a: Ett.\r\nb: Två.\r\n", lambda name: name == "a") == "a: Ett.\r\n"
