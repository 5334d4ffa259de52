import pytest

from course_builder.people.spelling import folded, sort_key, tidy, words


def test_one_line_of_composed_signs() -> None:
    assert tidy("  A\u030asa\tNilsson\r\n\u200e") == "Åsa Nilsson"
    assert tidy("a\0b\ud800c") == "a b c"


@pytest.mark.parametrize(
    ("text", "expected"), [("ÅSA Öberg", "åsa öberg"), ("André", "andre"), ("A\u030a", "å")]
)
def test_folding_keeps_the_swedish_letters(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_a_list_is_in_swedish_order() -> None:
    names = ["Östen", "Adam", "Ärla", "Zara", "Åke", "adam b"]
    assert sorted(names, key=sort_key) == ["Adam", "adam b", "Zara", "Åke", "Ärla", "Östen"]


def test_words_of_a_name_and_its_address() -> None:
    assert words("Anna-Lisa Ombud anna.ombud@exempel.se") == ("anna", "lisa", "ombud", "exempel", "se")
