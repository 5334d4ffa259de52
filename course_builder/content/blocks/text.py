"""A run of Markdown between two fenced blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from course_builder.content.media import Media


@dataclass(frozen=True)
class Text:
    """`line` is the file's line of the first character; `media` holds the pictures by the path written."""

    markdown: str
    line: int
    media: Mapping[str, Media] = field(default_factory=dict, compare=False)

    kind: ClassVar[str] = "text"
