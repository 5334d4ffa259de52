from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import course_builder.cli
from course_builder.cli.application import COMMANDS
from course_builder.cli.words import Text, chosen_language
from tests.cli.conftest import Ask

MODULES = [f"course_builder.cli.{info.name}" for info in iter_modules(course_builder.cli.__path__)]


def texts(module: str) -> list[Text]:
    values = [value for value in vars(import_module(module)).values()]
    inside = [item for value in values if isinstance(value, dict) for item in value.values()]
    return [value for value in values + inside if isinstance(value, Text)]


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_say_the_same(module: str) -> None:
    for text in texts(module):
        assert text.sv and text.en
        assert gaps(text.sv) == gaps(text.en)


def test_swedish_is_spoken_unless_asked_otherwise() -> None:
    assert chosen_language(["check", "x"], {}) == ("sv", ["check", "x"])
    assert chosen_language(["check", "x"], {"COURSE_BUILDER_LANG": "en_GB"}) == ("en", ["check", "x"])
    assert chosen_language(["--lang", "en", "check"], {}) == ("en", ["check"])
    assert chosen_language(["check", "--lang=sv"], {"COURSE_BUILDER_LANG": "en"}) == ("sv", ["check"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_in_both_languages(ask: Ask, name: str) -> None:
    swedish, english = ask(name, "--help"), ask(name, "--help", COURSE_BUILDER_LANG="en")
    assert (swedish.code, english.code) == (0, 0)
    assert swedish.out.startswith(f"Användning: course-builder {name}")
    assert english.out.startswith(f"Usage: course-builder {name}")
    assert f"Exempel:\n  course-builder {name}" in swedish.out
    assert f"Examples:\n  course-builder {name}" in english.out


def test_the_overview_names_every_command(ask: Ask) -> None:
    lines = ask().out.splitlines()
    start = lines.index("Kommandon:") + 1
    names = [line.split()[0] for line in lines[start : lines.index("", start)] if not line.startswith("    ")]
    assert names == list(COMMANDS)


def test_no_module_is_forgotten() -> None:
    assert {Path(name.replace(".", "/")).name for name in MODULES} >= set(COMMANDS)
