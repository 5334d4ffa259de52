"""Every field of the course source has its words in both languages; one that is added has to be given some."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from course_builder.cli.schema import SOURCES
from course_builder.content.forms.form import Field, form_of
from course_builder.content.forms.labels import LABELS
from course_builder.content.forms.words import Kind
from course_builder.content.validate import inner_models

NOT_OUR_WORDS = r"\b(lektion|block|släpp|release|revision|cue|licens|triggervarning|tagg|fel|error|varning|session|task|gruppledare)\b"
"""The last column of the interface terms, as far as it can stand in a form; and nothing a person writes is wrong."""


def models() -> list[type[BaseModel]]:
    """Every model that a file of a course is read by, and those within."""
    found: dict[type[BaseModel], None] = {}
    waiting = [model for source in SOURCES.values() for model in _of(source)]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += [inner for models in inner_models(model).values() for inner in models]
    return list(found)


def _of(source: object) -> Iterator[type[BaseModel]]:
    if isinstance(source, type) and issubclass(source, BaseModel):
        yield source
    for inner in get_args(source):
        yield from _of(inner)


def all_fields() -> list[tuple[str, Field]]:
    return [
        (f"{model.__name__}.{field.name}", field) for model in models() for field in form_of(model).fields
    ]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_labelled_and_nothing_else_is(model: type[BaseModel]) -> None:
    if model.__name__ == "ReflectBlock":
        return
    assert set(LABELS[model]) == {info.alias or name for name, info in model.model_fields.items()}


def test_labels_and_hints_are_there_in_both_languages() -> None:
    for name, field in all_fields():
        for words in (field.label, field.hint):
            assert words.sv.strip(), name
            assert words.en.strip(), name
        assert field.hint.sv.endswith((".", "?")), name
        assert field.hint.en.endswith((".", "?")), name
        if field.kind == "list" and (field.inner or field.choices is None):
            assert field.said.one.sv, name
            assert field.said.one.en, name


def test_the_words_are_those_of_the_interface() -> None:
    for name, field in all_fields():
        for text in (field.label.sv, field.hint.sv):
            assert re.search(NOT_OUR_WORDS, text.lower()) is None, name


def test_every_kind_is_known_and_every_choice_has_words() -> None:
    for name, field in all_fields():
        assert field.kind in get_args(Kind), name
        if field.kind in ("choice", "choices") and not field.said.hidden:
            assert field.choices, name


def test_what_a_field_names_is_something_that_can_be_looked_up() -> None:
    known = {"asked", "item", "film", "quiz", "lesson", "local", "scene", "course"}
    assert {field.said.names for _, field in all_fields() if field.kind == "name"} <= known
