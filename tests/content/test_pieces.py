"""A lesson's text in pieces, and what is found in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_builder.content.links import DECORATIVE, Heading
from course_builder.content.pieces import pieces
from course_builder.content.problems import Place
from course_builder.content.sources import Source, read_source
from course_builder.content.tree import MemoryTree


def shapes(text: str) -> list[tuple[str, str, int, int]]:
    return [(piece.kind, piece.name, piece.start, piece.end) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Text.\n", [("markdown", "", 0, 1)]),
        ("---\nid: a\n---\nText.\n", [("front", "", 0, 3), ("markdown", "", 3, 4)]),
        ("---\nid: a\n", [("front", "", 0, 2)]),
        ("Text.\n---\n", [("markdown", "", 0, 2)]),
        ("```film\nx\n```\n", [("block", "film", 0, 3)]),
        ("a\n```\nx\n```\nb", [("markdown", "", 0, 1), ("code", "", 1, 4), ("markdown", "", 4, 5)]),
        ("~~~\n```film\n~~~\n", [("code", "", 0, 3)]),
        ("````film\n```\n````\n", [("block", "film", 0, 3)]),
        ("```film\nx\n`````\n", [("block", "film", 0, 3)]),
        ("```film\nx\n\ny\n", [("block", "film", 0, 2), ("markdown", "", 2, 4)]),
        ("```film\nx\n```quiz\ny\n```\n", [("block", "film", 0, 2), ("block", "quiz", 2, 5)]),
        ("    ```film\n", [("markdown", "", 0, 1)]),
        ("``` film  med mer\nx\n```", [("block", "film", 0, 3)]),
        ("`kod` ```film\n", [("markdown", "", 0, 1)]),
    ],
)
def test_every_line_belongs_to_one_piece(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert shapes(text) == expected


LINES = st.sampled_from(
    ["---", "```", "```film", "~~~", "````", "text", "", "# x", "id: a", "  ```", "``` x ```"]
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_line_is_lost_or_told_twice(text: str) -> None:
    found = pieces(text)
    assert [line for piece in found for line in range(piece.start, piece.end)] == list(
        range(len(text.splitlines()))
    )
    source = Source("a.md", text)
    assert len(source.prose) == len(source.linked) == len(text)


def targets(text: str, file: str = "a.md") -> list[tuple[str, str, str]]:
    return [(link.label, link.target, str(link.place)) for link in Source(file, text).links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se [lagen](law:a).", [("lagen", "law:a", "a.md:1:4")]),
        (
            "x\n\nSe [en\nrad](b.md) och [c](d.md)",
            [("en\nrad", "b.md", "a.md:3:4"), ("c", "d.md", "a.md:4:16")],
        ),
        ('![bild](a.png "Titel")', [("bild", "a.png", "a.md:1:1")]),
        ("[wiki](https://x.example/a_(b)_c)", [("wiki", "https://x.example/a_(b)_c", "a.md:1:1")]),
        ("[a \\[b\\]](c.md)", [("a \\[b\\]", "c.md", "a.md:1:1")]),
        ("\\[inte](a.md) `[kod](b.md)` ``[k`od](c.md)``", []),
        ("```\n[kod](b.md)\n```\n```reflect\nask: '[a](c.md)'\n```\n", [("a", "c.md", "a.md:5:7")]),
        ("---\ntitle: '[a](b.md)'\n---\n", []),
        ("[a](b.md", []),
        ("åäö [a](b.md)", [("a", "b.md", "a.md:1:5")]),
    ],
)
def test_links_and_their_places(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert targets(text) == expected


def test_links_of_a_yaml_file_are_found_in_all_of_it() -> None:
    assert targets("ask: Se [a](b.md)\n# ```\n", "quizzes/a.yaml") == [("a", "b.md", "quizzes/a.yaml:1:9")]


def test_headings_are_found_as_markdown_makes_them() -> None:
    text = "# Ett\n##Två ##\n\nTre\n---\n\nText\nfyra\n---\n```\n# kod\n```\n####### Sju\n- \n"
    assert Source("a.md", text).headings == (
        Heading(1, "Ett", Place("a.md", 1)),
        Heading(2, "Två", Place("a.md", 2)),
        Heading(2, "Tre", Place("a.md", 4)),
        Heading(6, "# Sju", Place("a.md", 13)),
    )


def test_a_picture_is_decorative_only_when_it_says_so() -> None:
    (link,) = Source("a.md", "![-](a.png)").links
    assert (link.picture, link.label) == (True, DECORATIVE)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa\r\nb\rc\n", b"a\nb\nc\n"])
def test_a_source_has_plain_line_ends_and_no_mark(data: bytes) -> None:
    source, problems = read_source(MemoryTree({"a.md": data}), "a.md", "kurs/a.md")
    assert (source, problems) == (Source("kurs/a.md", "a\nb\nc\n"), [])


def test_a_source_that_is_not_there() -> None:
    assert read_source(MemoryTree({}), "a.md", "a.md") == (None, [])
