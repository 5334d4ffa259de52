"""The ten kinds as they are read: every value arrives as text, and only the known keys."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from course_builder.content.marking import mark
from course_builder.content.questions import KINDS, AnyQuestion
from course_builder.content.questions.question import Question

PEOPLE_WRITE = st.text("abcåäöÅÄÖ 0123456789.,-–'’?!:;#*_[](){}<>&/\\\"\n", min_size=1, max_size=40).filter(
    lambda text: text.strip(" \n") != ""
)
WORDS = st.text("abcåäöé0123456789 ", min_size=1, max_size=20).filter(lambda text: text.strip() != "")
FEW = st.integers(2, 8)
OTHERS = [{"id": "ob", "wrong": "B"}, {"id": "oc", "wrong": "C"}]


def named(count: int, **fields: Any) -> list[dict[str, Any]]:
    return [
        {"id": f"x{number}", **{name: f"{value} {number}" for name, value in fields.items()}}
        for number in range(count)
    ]


@st.composite
def sources(draw: st.DrawFn) -> dict[str, Any]:
    """A question of any kind as a reader hands it over: texts, lists and mappings only."""
    count, text = draw(FEW), draw(PEOPLE_WRITE)
    accept = draw(st.lists(WORDS, min_size=1, max_size=3))
    rights = draw(st.lists(st.booleans(), min_size=2, max_size=6))
    options = [
        {"id": f"o{place}", "right" if right else "wrong": f"{text} {place}"}
        for place, right in enumerate(rights)
    ]
    number = draw(st.decimals(-9999, 9999, places=2))
    kind = draw(
        st.sampled_from(
            [
                {
                    "kind": "truth",
                    "right": draw(st.sampled_from(["sant", "falskt", "ja", "nej", "true", "False"])),
                },
                {"kind": "choice", "options": [{"id": "or", "right": "R"}, *options]},
                {"kind": "choices", "options": [{"id": "or", "right": "R"}, *options]},
                {"kind": "text", "accept": accept},
                {
                    "kind": "gaps",
                    "text": "a ___ b",
                    "gaps": [{"id": "g1", "accept": accept, "wrong": ["nej nej"]}],
                },
                {
                    "kind": "number",
                    "right": str(number).replace(".", ","),
                    "within": draw(st.sampled_from(["0", "0,5", "2"])),
                },
                {"kind": "match", "pairs": named(count, left=text, right=text)},
                {"kind": "order", "items": named(count, text=text)},
                {"kind": "scale", "low": text, "high": text, "steps": str(draw(st.integers(2, 9)))},
                {"kind": "reflect", "stored": draw(st.sampled_from(["sant", "nej"]))},
            ]
        )
    )
    return {"id": "fraga", "ask": text, "points": draw(st.sampled_from(["1", "2", "0,5"])), **kind}


def asked(source: dict[str, Any]) -> Question:
    made: Question = TypeAdapter(AnyQuestion).validate_python(source)
    return made


@given(sources())
def test_the_right_sample_earns_full_marks(source: dict[str, Any]) -> None:
    question = asked(source)
    assert mark(question.data(), question.sample(right=True)) == (1 if question.graded else None)


@given(sources())
def test_the_other_sample_does_not(source: dict[str, Any]) -> None:
    question = asked(source)
    assert mark(question.data(), question.sample(right=False)) != 1


@given(
    sources(),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
)
def test_any_answer_has_a_mark_between_none_and_all(source: dict[str, Any], answer: Any) -> None:
    question = asked(source)
    given = mark(question.data(), answer)
    assert (given is None) != question.graded
    assert given is None or 0 <= given <= 1


@given(sources())
def test_the_data_is_json(source: dict[str, Any]) -> None:
    data = asked(source).data()
    assert json.loads(json.dumps(data, allow_nan=False)) == data


@given(st.permutations(["i0", "i1", "i2", "i3"]))
def test_items_are_never_shown_in_their_right_order(ids: list[str]) -> None:
    question = asked(
        {"id": "fraga", "ask": "?", "kind": "order", "items": [{"id": name, "text": name} for name in ids]}
    )
    assert [item.id for item in question.mixed] != ids  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ({"kind": "truth", "right": "kanske"}, "flag"),
        ({"kind": "truth", "right": "sant", "rigth": "x"}, "extra_forbidden"),
        ({"kind": "number", "right": "fyra"}, "not_number"),
        ({"kind": "number", "right": "4", "within": "-1"}, "greater_than_equal"),
        ({"kind": "choice", "options": [{"id": "oa", "right": "A"}]}, "too_short"),
        (
            {
                "kind": "choice",
                "options": [{"id": "oa", "right": "A", "wrong": "B"}, *OTHERS],
            },
            "one_of",
        ),
        ({"kind": "text", "accept": []}, "too_short"),
        ({"kind": "scale", "low": "a", "high": "b", "steps": "1"}, "greater_than_equal"),
        ({"kind": "riddle"}, "union_tag_invalid"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_fit_is_told(source: dict[str, Any], error: str) -> None:
    with pytest.raises(ValidationError) as told:
        asked({"id": "fraga", "ask": "?", **source})
    assert [one["type"] for one in told.value.errors()] == [error]


def test_every_kind_is_registered_once() -> None:
    kinds = [kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS]  # type: ignore[union-attr]
    assert kinds == [
        "truth",
        "choice",
        "choices",
        "text",
        "gaps",
        "number",
        "match",
        "order",
        "scale",
        "reflect",
    ]
