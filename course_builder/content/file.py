"""A file on its way out: what the player makes and a package holds."""

from dataclasses import dataclass

from course_builder.content.tree import Blob


@dataclass(frozen=True)
class File:
    path: str
    blob: Blob
