"""Whatever keys a writer gives a fenced block, the lesson is read."""

import pytest

from course_builder.content.ids import IdFinder
from course_builder.content.lesson import read_lesson
from course_builder.content.media import MediaFinder, MediaShelf
from course_builder.content.sources import Source
from course_builder.content.tree import MemoryTree


@pytest.mark.parametrize("key", ["origin", "kind", "items", "question", "self", "value"])
@pytest.mark.parametrize("name", ["question", "reflect", "film", "case"])
def test_a_key_of_any_name_is_told_and_breaks_nothing(name: str, key: str) -> None:
    source = Source("a.md", f"---\nid: a\n---\n# A\n\n```{name}\nid: abcd\n{key}: x\n```\n")
    found = read_lesson(source, MediaFinder(MediaShelf(), MemoryTree({}), "", ""), IdFinder())
    assert found.lesson is not None
    assert found.problems
