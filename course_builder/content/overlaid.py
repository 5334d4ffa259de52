"""A tree with some texts of its own before those that are kept: a page that is not saved yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from course_builder.content.tree import Blob, BytesBlob, Tree


@dataclass(frozen=True)
class OverlaidTree:
    tree: Tree
    texts: Mapping[str, str]

    def get(self, path: str) -> Blob | None:
        text = self.texts.get(path)
        return self.tree.get(path) if text is None else BytesBlob(text.encode())

    def paths(self) -> list[str]:
        return sorted({*self.tree.paths(), *self.texts})
