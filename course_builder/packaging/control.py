"""The standards' own schema files, which lie beside a SCORM manifest under their own names."""

from collections.abc import Iterable, Iterator
from errno import ENOENT

from course_builder.content.file import File
from course_builder.content.tree import Tree


class NotBuilt(FileNotFoundError):
    """The browser files have not been made on this machine."""


def files(built: Tree, edition: str, names: Iterable[str]) -> Iterator[File]:
    for name in names:
        path = f"xsd/{edition}/{name}"
        blob = built.get(path)
        if blob is None:
            raise NotBuilt(ENOENT, "run `npm run build`: a built file is missing", path)
        yield File(name, blob)
