"""What a folder remembers of the library: which revision its files were, byte for byte, when they were last the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from course_builder.library.drafts.models import Kind
from course_builder.paths.atomic import replacing

MARKER = ".course-builder.json"


class DamagedMarker(Exception):
    """The file is not as it was written."""


@dataclass(frozen=True)
class Mark:
    """A draft as it was fetched or sent. `files` are its paths with their SHA-256."""

    revision: int
    files: Mapping[str, str]


Marks = dict[tuple[Kind, str], Mark]


def marks(root: Path) -> Marks:
    """None of a folder that has never met the library; DamagedMarker."""
    file = root / MARKER
    if not file.is_file():
        return {}
    try:
        found = json.loads(file.read_text("utf-8"))
        return {
            (Kind(one["kind"]), str(one["name"])): Mark(int(one["revision"]), dict(one["files"]))
            for one in found
        }
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedMarker(str(file)) from error


def remember(root: Path, marks: Marks) -> None:
    said = [
        {"kind": kind, "name": name, "revision": mark.revision, "files": dict(sorted(mark.files.items()))}
        for (kind, name), mark in sorted(marks.items())
    ]
    with replacing(root / MARKER) as file:
        file.write((json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())
