"""What is told of an import: in both languages, with the same things filled in, and without words that domain 6.1 forbids."""

import string
from importlib import import_module
from pkgutil import iter_modules

import pytest

from course_builder import importing
from course_builder.content.problems import Code

CODES = {
    value.name: value
    for module in iter_modules(importing.__path__, "course_builder.importing.")
    for value in vars(import_module(module.name)).values()
    if isinstance(value, Code)
}
FORBIDDEN = ("synk", "block", "lektion", "import", "varning", "error")


def filled_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_both_languages_say_the_same(code: Code) -> None:
    both = filled_in(code.sv) ^ filled_in(code.en)
    assert both <= {"as_sv", "as_en"}
    assert code.sv != code.en
    assert code.sv.endswith((".", "}"))
    assert [word for word in FORBIDDEN if word in code.sv.lower()] == []


def test_there_are_as_many_as_there_should_be() -> None:
    assert len(CODES) > 50
