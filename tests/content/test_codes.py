"""All kinds of problem together: named once, worded twice, and each provoked by some test."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest

from course_builder import content
from course_builder.content.problems import Code
from tests.content.planted.all import CASES

ELSEWHERE = {"wrong-value"}
"""Provoked in test_validate.py: no model of ours can give it."""


def codes() -> list[Code]:
    return list({id(code): code for code in _declared()}.values())


def _declared() -> Iterator[Code]:
    for module in walk_packages(content.__path__, "course_builder.content."):
        for value in vars(import_module(module.name)).values():
            yield from (
                one
                for one in (value.values() if isinstance(value, dict) else [value])
                if isinstance(one, Code)
            )


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_kind_of_problem_is_planted() -> None:
    assert {code.name for code in codes()} - ELSEWHERE == {case.code for case in CASES}


def test_names_are_unique_words_with_hyphens() -> None:
    names = [code.name for code in codes()]
    assert sorted(names) == sorted(set(names))
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name)] == []


@pytest.mark.parametrize("code", codes(), ids=lambda code: code.name)
def test_both_languages_say_the_same(code: Code) -> None:
    assert bool(code.hint_sv) == bool(code.hint_en)
    for sv, en in ((code.sv, code.en), (code.hint_sv, code.hint_en)):
        assert _spoken(fields(sv), "sv") == _spoken(fields(en), "en")


def _spoken(names: set[str], language: str) -> set[str]:
    return {name.removesuffix(f"_{language}") for name in names}


def test_a_told_problem_has_words_and_nothing_unfilled() -> None:
    for case in CASES:
        for problem in case.problems(case.course()):
            for language in ("sv", "en"):
                line = problem.line(language)
                assert line.startswith(f"{problem.place} {problem.severity} {problem.code.name} ")
                assert "\n" not in line
                assert "yaml.org" not in line or problem.code.name == "yaml-tag"
