"""The wall between leader notes and what learners get, looked at in the files themselves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from course_builder.content.checks.facilitator import SHORTEST
from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.plain import plain

TEXTS = (".html", ".js", ".json", ".css", ".xml", ".txt", ".vtt", ".svg")
TAG = re.compile(r"<[^>]*>")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
"""A sign of a script's data."""


@dataclass(frozen=True)
class Inside:
    """A leader note that stands in a file for learners."""

    note: str
    path: str

    @property
    def start(self) -> str:
        return self.note[:40].rstrip()


def inside(course: Course, files: Iterable[File]) -> Inside | None:
    """The first one. A very short note may stand in two places by chance, and is not looked for."""
    notes = [plain(text) for _, notes in course.leader_notes for text in notes.texts]
    telling = {_folded(note): note for note in notes if len(note) >= SHORTEST}
    known = _registers(course)
    telling = {folded: note for folded, note in telling.items() if folded not in known}
    for file in files if telling else ():
        if file.path.endswith(TEXTS):
            for text in _readings(file):
                found = next((note for folded, note in telling.items() if folded in text), None)
                if found is not None:
                    return Inside(found, file.path)
    return None


def _registers(course: Course) -> str:
    """What all courses share for anybody to read: a note may say the same in the same words."""
    shared = (course.law, course.crc, course.glossary, course.region.model_dump())
    return _folded(plain(unescape(" ".join(str(one) for one in shared))))


def _readings(file: File) -> Iterator[str]:
    """As it stands, and as a reader would hear it, without marks; what a script holds is told with them."""
    with file.blob.open() as stream:
        text = stream.read().decode(errors="replace")
    shown = ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)
    for one in (shown, TAG.sub("", shown)):
        yield _folded(unescape(one))


def _folded(text: str) -> str:
    return " ".join(text.lower().split())
