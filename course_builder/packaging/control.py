"""The standards' own schema files, which lie beside a SCORM manifest under their own names."""

from collections.abc import Iterable, Iterator

from course_builder.content.file import File
from course_builder.content.tree import Tree
from course_builder.player.built import built_file


def files(built: Tree, edition: str, names: Iterable[str]) -> Iterator[File]:
    for name in names:
        yield File(name, built_file(built, f"xsd/{edition}/{name}"))
