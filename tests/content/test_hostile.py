"""Files that no author writes: refused or read, but never for long."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.paths.folder import FolderTree
from tests.content.shown import shown
from tests.content.trees import BASE, TODAY, check, reading

MANY = 40_000
RENDERED = 15_000
LESSONS: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * MANY,
    "pictures": lambda: "![" * MANY,
    "links": lambda: "[a](b" * MANY,
    "whole links": lambda: "[a](law:b) " * (MANY // 2),
    "escapes": lambda: "\\[" * MANY,
    "backticks": lambda: "`" * MANY + "a" + "``" * MANY,
    "code spans": lambda: "`a`` " * MANY,
    "stars": lambda: "*a **b " * (MANY // 2),
    "tags": lambda: "<a " * MANY,
    "comments": lambda: "<!--" * MANY,
    "hashes": lambda: "#" * MANY + " " * MANY,
    "headings": lambda: "# a\n" * MANY,
    "fences": lambda: "```\n" * MANY,
    "blocks": lambda: "```film\n" * 2000,
    "tildes": lambda: "~" * MANY + "\n" + "~" * MANY,
    "slashes": lambda: "/// note\n" * (MANY // 2),
    "quotes": lambda: "> " * MANY,
    "lists": lambda: "- a\n" * MANY,
    "tables": lambda: "|" * MANY + "\n" + "-|" * MANY,
    "footnotes": lambda: "[^a]: " * MANY,
    "addresses": lambda: "http://a" * (MANY // 2),
    "regions": lambda: "{region." * (MANY // 2),
    "one word": lambda: "a" * 240_000,
    "one sentence": lambda: "ord " * 60_000,
    "full stops": lambda: "a." * 120_000,
    "spaces": lambda: " " * 240_000,
    "empty lines": lambda: "\n" * 240_000,
    "rules": lambda: "---\n" * 60_000,
    "underlines": lambda: "a\n===\n" * MANY,
    "bold lines": lambda: "\n**" + "_a" * MANY + "\n",
    "letters of every kind": lambda: "".join(map(chr, range(0xA0, 0x2000))) * 10,
}


@pytest.mark.parametrize("name", LESSONS)
@pytest.mark.timeout(60)
def test_a_lesson_made_to_be_slow_is_read_at_once(name: str) -> None:
    told = check({**BASE, "ett.md": f"---\nid: ett\n---\n# Ett\n\n{LESSONS[name]()}"})
    assert "file-too-large" not in {problem.code.name for problem in told}


@pytest.mark.parametrize("name", LESSONS)
@pytest.mark.timeout(60)
def test_what_passes_the_checks_is_rendered_at_once(name: str) -> None:
    files = {**BASE, "ett.md": f"---\nid: ett\n---\n# Ett\n\n{LESSONS[name]()[:RENDERED]}"}
    course = reading(files).course
    assert course is not None
    if not errors(check(files)):
        shown(course)


BYTES = {
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "film": bytes(range(256)) * 100,
    "utf-16": "# Ett".encode("utf-16"),
    "zeros": bytes(100_000),
    "half a letter": "# Ett å".encode()[:-1],
}


@pytest.mark.parametrize(
    "file", ["ett.md", "course.yaml", "quizzes/prov.yaml", "law.yaml", "region.yaml", "glossary.yaml"]
)
@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_told_of_in_their_file(file: str, name: str) -> None:
    told = check({**BASE, file: BYTES[name]})
    assert {problem.code.name for problem in told if problem.place.file == file} <= {
        "not-text-file",
        "control-character",
    }
    assert [
        problem.place.file for problem in told if problem.code.name in ("not-text-file", "control-character")
    ] == [file]


@pytest.mark.parametrize("file", ["course.yaml", "ett.md", "law.yaml", "quizzes/prov.yaml"])
def test_a_file_of_50_mb_is_refused_without_being_read(tmp_path: Path, file: str) -> None:
    for name, text in BASE.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with (tmp_path / file).open("r+b") as large:
        large.truncate(50_000_000)
    told = read(FolderTree(tmp_path), today=TODAY).problems
    assert [
        f"{problem.place} {problem.code.name}" for problem in told if problem.code.name == "file-too-large"
    ] == [f"{file}:1:1 file-too-large"]


def test_boxes_in_boxes_are_shown_as_text() -> None:
    boxes = "/// note\n" * 3000 + "Sist.\n" + "///\n" * 3000
    course = reading({**BASE, "ett.md": f"---\nid: ett\n---\n# Ett\n\n{boxes}"}).course
    assert course is not None
    shown(course)
