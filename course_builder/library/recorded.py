"""A tree that remembers what was asked of it: the files a course is made of."""

from dataclasses import dataclass, field

from course_builder.content.sources import MOST_BYTES
from course_builder.content.tree import Blob, BytesBlob, Tree

TEXTS = (".md", ".yaml")


@dataclass(frozen=True)
class RecordedTree:
    """Text is read at once, so that what is checked and what is kept are the same bytes."""

    tree: Tree
    files: dict[str, Blob] = field(default_factory=dict)

    def get(self, path: str) -> Blob | None:
        if path not in self.files:
            blob = self.tree.get(path)
            if blob is None:
                return None
            self.files[path] = _read(blob) if path.endswith(TEXTS) and blob.size <= MOST_BYTES else blob
        return self.files[path]

    def paths(self) -> list[str]:
        return list(self.tree.paths())


def _read(blob: Blob) -> Blob:
    with blob.open() as stream:
        return BytesBlob(stream.read())
