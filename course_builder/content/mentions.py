"""Where a text speaks of files: pictures and links in Markdown, `file:` and its like in YAML. Also of a text with faults."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from course_builder.content.links import LINK
from course_builder.content.media import SUFFIXES, inside

_ENDING = "|".join(suffix.removeprefix(".") for suffix in sorted(SUFFIXES))
_VALUE = re.compile(
    rf"^[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?(?P<quote>[\"']?)(?P<path>[^\"'\n\[\]#:]{{1,400}}\.(?:{_ENDING}))(?P=quote)[ \t]*(?:#.*)?$",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Mention:
    """`path` is the file's, below the tree's root; `start` and `end` are where it is written. `alt` is a picture's."""

    path: str
    line: int
    start: int
    end: int
    alt: str | None = None


def mentions(text: str, file: str) -> Iterator[Mention]:
    """In the order of the text; `file` is the text's own path."""
    folder = str(PurePosixPath(file).parent)
    found = sorted({*_links(text), *_values(text)}, key=lambda one: one[0])
    for start, written, alt in found:
        path = inside(written, folder)
        if path is not None and PurePosixPath(path).suffix.lower() in SUFFIXES:
            yield Mention(path, text.count("\n", 0, start) + 1, start, start + len(written), alt)


def renamed(text: str, file: str, names: Mapping[str, str]) -> str:
    """The text with files called something else: path -> the new path, both in the same folder."""
    for one in reversed(list(mentions(text, file))):
        if one.path in names:
            written = text[one.start : one.end]
            new = PurePosixPath(names[one.path]).name
            text = f"{text[: one.start]}{written[: len(written) - len(PurePosixPath(written).name)]}{new}{text[one.end :]}"
    return text


def _links(text: str) -> Iterator[tuple[int, str, str | None]]:
    if "](" not in text:
        return
    for match in LINK.finditer(text):
        yield match.start("target"), match["target"], match["label"].strip() if match["picture"] else None


def _values(text: str) -> Iterator[tuple[int, str, str | None]]:
    for match in _VALUE.finditer(text):
        yield match.start("path"), match["path"], None
