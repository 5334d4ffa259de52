"""Any text, written in any style it may have had before, is read back by both loaders exactly as it was."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from course_builder.content.editing.house import block_lines
from course_builder.content.editing.plain import as_read
from course_builder.content.editing.scalars import STYLES, in_flow, written
from course_builder.content.yamltext import parse
from tests.content.editing.handwritten import NASTY, roots

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]
anything = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]))


@settings(max_examples=200)
@given(anything, st.sampled_from([None, *STYLES]), st.integers(0, 8))
def test_a_text_is_read_back(text: str, style: str | None, indent: int) -> None:
    lines = written(text, indent + 2, indent + 3, style)
    whole = "\n".join([f"{' ' * indent}k: {lines[0]}", *lines[1:]]) + "\n"
    for loader in LOADERS:
        found = parse(whole, "", loader=loader)
        assert (found.value, found.problems) == ({"k": text}, [])


@settings(max_examples=200)
@given(anything)
def test_a_text_within_brackets_is_read_back(text: str) -> None:
    for loader in LOADERS:
        assert parse(f"k: [a, {in_flow(text)}]\n", "", loader=loader).value == {"k": ["a", text]}


@settings(max_examples=100)
@given(roots)
def test_a_value_in_the_house_style_is_read_back(value: dict[str, object]) -> None:
    whole = "\n".join(block_lines(value, 0)) + "\n"
    for loader in LOADERS:
        found = parse(whole, "", loader=loader)
        assert (found.value, found.problems) == (as_read(value), [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Väntrummet", ["Väntrummet"]),
        ("nej", ["nej"]),
        ("2026-11-21", ["2026-11-21"]),
        ("80%", ["80%"]),
        ("1989", ['"1989"']),
        ("1:34", ['"1:34"']),
        ("true", ['"true"']),
        ("Lagen: 1 §", ['"Lagen: 1 §"']),
        ('"Hej", sa hon', ["'\"Hej\", sa hon'"]),
        ("# rubrik", ['"# rubrik"']),
        ("- punkt", ['"- punkt"']),
        ("Rad ett\nrad två", ["|-", "  Rad ett", "  rad två"]),
        ("", ['""']),
    ],
)
def test_a_new_text_looks_like_our_own(text: str, lines: list[str]) -> None:
    assert written(text, 2, 5) == lines


def test_a_long_text_is_folded_at_blanks() -> None:
    text = "ett stycke " * 30 + "till sist"
    lines = written(text, 4, 10)
    assert lines[0] == ">-"
    assert all(len(line) <= 110 for line in lines)
    assert " ".join(line.strip() for line in lines[1:]) == text
    assert written(text, 4, 10, "") == [text]
