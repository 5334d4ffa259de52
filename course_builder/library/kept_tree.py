"""A release as trees of files: texts from the database, media from the store. What a folder is to a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, takewhile

from course_builder.content.course import Course
from course_builder.content.problems import Problem
from course_builder.content.reading import read
from course_builder.content.shelves import Shelf
from course_builder.content.tree import Blob, BytesBlob
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.gather import OWN, shelf_name
from course_builder.library.media_blob import KeptMedium
from course_builder.library.store import MediaStore


class ReleaseUnreadable(Exception):
    """A release that this version of the program cannot read."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.line("en") for problem in problems))


@dataclass(frozen=True)
class KeptTree:
    """The files of a release whose paths begin with `name`. `blobs` are by SHA-256."""

    files: Mapping[str, str]
    blobs: Mapping[str, Blob]
    name: str = OWN

    def get(self, path: str) -> Blob | None:
        sha = self.files.get(self.name + path)
        return None if sha is None else self.blobs[sha]

    def paths(self) -> list[str]:
        return sorted(path.removeprefix(self.name) for path in self.files if path.startswith(self.name))


def blobs(texts: Mapping[str, str], media: Mapping[str, Fingerprint], store: MediaStore) -> dict[str, Blob]:
    """By SHA-256."""
    return {sha: BytesBlob(text.encode()) for sha, text in texts.items()} | {
        sha: KeptMedium(known, store) for sha, known in media.items()
    }


def open_course(files: Mapping[str, str], held: Mapping[str, Blob], today: date) -> Course:
    """The course of a release, as it was in its folder; `today` decides which wording of the law is in force.

    ReleaseUnreadable when the program has become stricter since.
    """
    numbers = takewhile(lambda number: any(path.startswith(shelf_name(number)) for path in files), count())
    shelves = [Shelf(KeptTree(files, held, shelf_name(number)), shelf_name(number)) for number in numbers]
    reading = read(KeptTree(files, held), shelves, today=today)
    if reading.course is None:
        raise ReleaseUnreadable(reading.problems)
    return reading.course
