"""Whatever is changed in whatever a person wrote: the new text says what it should and keeps every other line."""

import re
from copy import deepcopy
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course_builder.content.editing import yaml
from course_builder.content.editing.plain import found
from tests.content.editing.handwritten import FLOW, Path, paths, scalars, texts, values, written

WORD = re.compile(r"[^\s,\[\]{}]+")
COMMENT = re.compile(r"# kommentar\d+\.")


def lists(value: Any) -> list[Path]:
    return [path for path in paths(value) if isinstance(found(value, path), list)]


def untouched(lines: list[tuple[str, Path]], path: Path) -> list[str]:
    return [line for line, owner in lines if owner[: len(path)] != path and not _holds(owner, path)]


def _holds(owner: Path, path: Path) -> bool:
    return owner[-1:] == (FLOW,) and path[: len(owner) - 1] == owner[:-1]


def is_within(part: list[str], whole: str) -> bool:
    """Every line of `part`, in its order, in `whole`; the last line of a file may lose or gain its line break."""
    there = iter(
        line.rstrip("\r\n") for line in re.findall(r"[^\r\n]*(?:\r\n|\n|$)", whole.removeprefix("\ufeff"))
    )
    return all(any(line.rstrip("\r\n") == other for other in there) for line in part)


def same(text: str, value: Any) -> bool:
    """A last text may lose or gain its line break with the file's own."""
    return _bare(yaml.get(text, ())) == _bare(value)


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def keeps_line_ends(before: str, after: str) -> bool:
    return ("\r\n" in before) == ("\r\n" in after) or not ("\n" in before and "\n" in after)


def plain(value: dict[str, Any], path: Path) -> Any:
    return found(value, path[:-1]), path[-1]


@settings(max_examples=100)
@given(written(), st.data())
def test_a_text_put_in_place_of_another_changes_its_own_lines_only(made: Any, data: st.DataObject) -> None:
    text, value, lines = made
    path = data.draw(
        st.sampled_from(
            [path for path in paths(value)[1:] if not isinstance(found(value, path), dict | list)] or [()]
        )
    )
    assume(path)
    new = data.draw(scalars)
    changed = yaml.put(text, path, new)
    expected = deepcopy(value)
    parent, step = plain(expected, path)
    parent[step] = new
    assert same(changed, expected)
    assert is_within(untouched(lines, path), changed)
    assert sorted(COMMENT.findall(changed)) == sorted(COMMENT.findall(text))
    assert changed.startswith("\ufeff") == text.startswith("\ufeff")
    assert keeps_line_ends(text, changed)


@settings(max_examples=100)
@given(written(), values(), st.data())
def test_any_value_put_anywhere_leaves_the_lines_of_the_others(
    made: Any, new: Any, data: st.DataObject
) -> None:
    text, value, lines = made
    path = data.draw(st.sampled_from(paths(value)[1:]))
    changed = yaml.put(text, path, new)
    expected = deepcopy(value)
    parent, step = plain(expected, path)
    parent[step] = new
    assert same(changed, expected)
    assert is_within(untouched(lines, path), changed)


@settings(max_examples=100)
@given(written(), texts, st.data())
def test_a_new_key_leaves_every_line(made: Any, new: str, data: st.DataObject) -> None:
    text, value, lines = made
    path = data.draw(st.sampled_from([path for path in paths(value) if isinstance(found(value, path), dict)]))
    order = data.draw(st.lists(st.sampled_from(["id", "title", "ask", "because", "ny"]), unique=True))
    changed = yaml.put(text, (*path, "ny"), new, order)
    expected = deepcopy(value)
    found(expected, path)["ny"] = new
    assert same(changed, expected)
    kept = [line for line in untouched(lines, path) if line]
    assert is_within(kept, changed)
    assert sorted(COMMENT.findall(changed)) == sorted(COMMENT.findall(text))


@settings(max_examples=100)
@given(written(), values(), st.integers(0, 4), st.data())
def test_a_new_item_leaves_every_line(made: Any, new: Any, index: int, data: st.DataObject) -> None:
    text, value, lines = made
    assume(lists(value))
    path = data.draw(st.sampled_from(lists(value)))
    changed = yaml.insert(text, path, index, new)
    expected = deepcopy(value)
    found(expected, path).insert(index, new)
    assert same(changed, expected)
    assert is_within(untouched(lines, path), changed)
    assert sorted(COMMENT.findall(changed)) == sorted(COMMENT.findall(text))


@settings(max_examples=100)
@given(written(), st.data())
def test_removing_leaves_the_lines_of_the_others(made: Any, data: st.DataObject) -> None:
    text, value, lines = made
    path = data.draw(st.sampled_from(paths(value)[1:]))
    changed = yaml.remove(text, path)
    expected = deepcopy(value)
    parent, step = plain(expected, path)
    del parent[step]
    assert same(changed, expected)
    others = [line for line in untouched(lines, path[:-1]) if line.strip()]
    assert is_within(others, changed)
    kept = {comment for line in untouched(lines, path) for comment in COMMENT.findall(line)}
    assert kept <= set(COMMENT.findall(changed))


@settings(max_examples=100)
@given(written(), st.data(), st.integers(0, 4))
def test_moving_changes_the_order_and_no_word(made: Any, data: st.DataObject, to: int) -> None:
    text, value, lines = made
    assume(lists(value))
    path = data.draw(st.sampled_from(lists(value)))
    index = data.draw(st.integers(0, len(found(value, path)) - 1))
    changed = yaml.move(text, path, index, to)
    expected = deepcopy(value)
    items = found(expected, path)
    items.insert(min(to, len(items) - 1), items.pop(index))
    assert same(changed, expected)
    assert is_within(untouched(lines, path), changed)
    assert sorted(COMMENT.findall(changed)) == sorted(COMMENT.findall(text))
    assert sorted(WORD.findall(changed)) == sorted(WORD.findall(text))
