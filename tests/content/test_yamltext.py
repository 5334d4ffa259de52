"""YAML as the course source uses it. Each of its problems is planted in planted/yaml.py."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course_builder.content.pieces import pieces
from course_builder.content.yamlerrors import UNKNOWN
from course_builder.content.yamltext import NodeMap, parse
from tests.conftest import REPOSITORY

TEXTS = [
    "nej",
    "no",
    "on",
    "yes",
    "true",
    "null",
    "~",
    "007",
    "1:30",
    "0x1F",
    "1e3",
    "42",
    "3.14",
    ".inf",
    "2026-11-21",
    "-",
    "ett två",
]
SHIPPED = sorted(
    path
    for folder in ("courses", "quizzes", "templates/starters")
    for path in (REPOSITORY / folder).rglob("*")
    if path.suffix in (".md", ".yaml")
)


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize("text", [text for text in TEXTS if text != "-"])
def test_a_scalar_stays_as_it_is_written(text: str, loader: type[yaml.SafeLoader]) -> None:
    assert parse(f"key: {text}\nlist:\n  - {text}\n", "f", loader=loader).value == {
        "key": text,
        "list": [text],
    }


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool))
def test_any_quoted_text_comes_back(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    assert parse(f"ask: {quoted}\n", "f").value == {"ask": text}


def test_values_keys_and_items_know_their_place() -> None:
    found = parse("a: x\nb:\n  - y\n  - c: z\n", "f.md", line=11, indent=2).value
    assert isinstance(found, NodeMap)
    assert [str(found.keys_at["b"]), str(found.at("a")), str(found.at("missing"))] == [
        "f.md:12:3",
        "f.md:11:6",
        "f.md:11:3",
    ]
    assert [str(place) for place in found["b"].items_at] == ["f.md:13:7", "f.md:14:7"]
    assert str(found["b"][1].at("c")) == "f.md:14:10"


def test_an_empty_value_is_none_and_an_empty_text_is_not() -> None:
    assert parse("a:\nb: ''\n", "f").value == {"a": None, "b": ""}
    assert parse("", "f").value is None
    assert parse("# bara en kommentar\n", "f").problems == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_both_loaders_read_a_shipped_file_alike(path: Path) -> None:
    for text, line in _yaml_in(path):
        fast, slow = (
            parse(text, path.name, line, loader=loader) for loader in (yaml.CSafeLoader, yaml.SafeLoader)
        )
        assert fast.problems == slow.problems == []
        assert _flat(fast.value) == _flat(slow.value)


def _yaml_in(path: Path) -> Iterator[tuple[str, int]]:
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        yield text, 1
    else:
        yield from ((piece.text, piece.line) for piece in pieces(text) if piece.kind in ("front", "block"))


def _flat(value: object) -> object:
    """A value with every place in it."""
    if isinstance(value, NodeMap):
        return [(key, _flat(item), value.keys_at[key], value.values_at[key]) for key, item in value.items()]
    if isinstance(value, list):
        return [_flat(item) for item in value]
    return value


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("ask: Vad är rätt: ja\n", "ask: 'Vad är rätt: ja'"),
        ('  - ask: "Hej" sa hon\n', "- ask: '\"Hej\" sa hon'"),
        ("ask: 'öppen\nb: c\n", "ask: 'öppen'"),
        ("ask: 'it's'\n", "ask: '''it''s'''"),
        ("ask: **Vad** är det\n", "ask: '**Vad** är det'"),
        ("- [Lagen](law:x) säger\n", "- '[Lagen](law:x) säger'"),
        ("ask: {region.name} är bra\n", "ask: '{region.name} är bra'"),
    ],
)
def test_the_hint_is_the_line_that_would_have_worked(text: str, repaired: str) -> None:
    (problem,) = parse(text, "f").problems
    assert problem.hint("sv") == f"Skriv så här: {repaired}"
    assert parse(repaired, "f").problems == []


BROKEN = [
    "a: b\n c: d\n", "a\nb: c\n", "a: b\nc\n", "- a\nb: c\n", "a:\n  - b\n c: d\n", "a: - b\n", "a: ]\n", "a: b\n? c\n", "a: 'b\n--- \n",
    "a: [b, c\n", "a: {b: c\n", "{a: b\n", "a: [b: c: d]\n", "a: |0\n  b\n", 'a: "\\q"\n', 'a: "\\x1"\n', 'a: "\\U99999999"\n',
    "...\na: b\n", "a: b\n...\nc: d\n", "%YAML 3.0\n---\na: b\n", "%\n", "a: &\n", "a: *\n", "a: !<\n", "a: !a!b c\n", "a: >x\n b\n",
    "a: >\n\tb\n", "[a\n: b]\n", "'a\nb': c\n", "a: b: c\n", "? a\n? b\n c\n", "a: \x01\n", "%YAML 1.1\n%YAML 1.1\n---\n", "%TAG ! x\n%TAG ! x\n---\na: b\n",
    "%YAML 1\n---\n", "%YAML x\n---\n", "%TAG x\n---\n", "%YAML 11111111111111.1\n---\n", "a: !<x y\n", "a: &b&c d\n",
]  # fmt: skip


@pytest.mark.parametrize("text", BROKEN)
def test_the_parser_s_own_words_never_reach_a_reader(text: str) -> None:
    for problem in parse(text, "f").problems:
        assert problem.values.get("what_sv") != UNKNOWN[0]
        assert all(english not in problem.line("sv") for english in ("expected", "found", "allowed", "while"))


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("made", "names"),
    [
        (lambda: bomb(9), {"yaml-alias"}),
        (lambda: "[" * 5000, {"yaml-deep"}),
        (lambda: "a: " + "{a: " * 5000, {"yaml-deep"}),
        (lambda: "- " * 5000, {"yaml-deep"}),
        (lambda: "- x\n" * 200_000, {"yaml-large"}),
        (lambda: "a: " + "x" * 900_000, set()),
        (lambda: "a: '" + "x\n" * 300_000, {"yaml-quote"}),
        (lambda: "? " * 5000, {"yaml-deep"}),
        (lambda: "a: " + "&a " * 100_000, {"yaml-alias"}),
        (lambda: "- - " * 9 + ", " * 100_000, {"yaml-sign"}),
    ],
    ids=["bomb", "lists", "mappings", "items", "many", "long", "open quote", "keys", "anchors", "commas"],
)
@pytest.mark.timeout(10)
def test_a_hostile_file_is_refused_at_once(made: Callable[[], str], names: set[str]) -> None:
    assert {problem.code.name for problem in parse(made(), "f").problems} == names


def test_a_broken_line_hides_no_other() -> None:
    text = 'a: Kurs: ett\nb: "Ja", sa hon\nc: @nej\nd: Vi är nr #1 i länet\ne: e\n'
    parsed = parse(text, "f")
    assert sorted(f"{found.place} {found.code.name}" for found in parsed.problems) == [
        "f:1:8 yaml-colon",
        "f:2:4 yaml-quote",
        "f:3:4 yaml-sign",
        "f:4:12 yaml-cut",
    ]
    assert parsed.value == {"a": "Kurs: ett", "b": '"Ja", sa hon', "c": "@nej", "d": "Vi är nr", "e": "e"}


def test_a_fault_that_the_mending_may_have_made_is_not_told() -> None:
    parsed = parse('a: "Ja", sa hon\n  och gick: hem\nb: c\n', "f")
    assert [str(found.place) for found in parsed.problems] == ["f:1:4"]
    assert parsed.value is None
