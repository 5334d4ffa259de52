"""What a release of a course is made of: the files it uses, and of shared files the entries it uses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from course_builder.content import checks, common
from course_builder.content.course import Course
from course_builder.content.problems import Problem, errors
from course_builder.content.reading import APART, Reading, read
from course_builder.content.shelves import Shelf
from course_builder.content.tree import Blob
from course_builder.library.extract import cut
from course_builder.library.fingerprint import Fingerprint, fingerprint
from course_builder.library.media_blob import KeptMedium
from course_builder.library.origin import Origin, folder_origin
from course_builder.library.recorded import TEXTS, RecordedTree

OWN = "course/"
"""What paths of the course's own files begin with in a release."""
WORD = re.compile(r"\w+")


class ReleaseStopped(Exception):
    """The course has errors. `problems` are all there are, also those that stop nothing."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem.place) for problem in errors(problems)))
        self.problems = problems


@dataclass(frozen=True)
class Medium:
    """A picture, film or document of the course, as it lies outside the media store."""

    fingerprint: Fingerprint
    blob: Blob


@dataclass(frozen=True)
class Gathered:
    """`files` is the release: path -> SHA-256. `digest` is one number for all of it."""

    course: Course
    problems: tuple[Problem, ...]
    files: Mapping[str, str]
    texts: Mapping[str, str]
    """By SHA-256."""
    media: Mapping[str, Medium]
    """By SHA-256."""

    @property
    def digest(self) -> str:
        return digest_of(self.files)


def shelf_name(number: int) -> str:
    """What paths of a shelf begin with in a release; shelves nothing was taken from are not counted."""
    return f"shelf/{number}/"


def digest_of(files: Mapping[str, str]) -> str:
    return sha256("".join(f"{path}\0{files[path]}\n" for path in sorted(files)).encode()).hexdigest()


def gather(source: Path | Origin, today: date) -> Gathered:
    """Read, check and hash a course; from a folder it takes the time of reading its films once.

    ReleaseStopped when there is an error in it.
    """
    origin = folder_origin(source) if isinstance(source, Path) else source
    own = RecordedTree(origin.tree)
    behind = [RecordedTree(shelf.tree) for shelf in origin.shelves]
    shelves = [Shelf(tree, shelf.name) for tree, shelf in zip(behind, origin.shelves, strict=True)]
    reading = read(own, shelves, today=today, name=origin.name)
    problems = checks.run(reading, today=today)
    if reading.course is None or errors(problems):
        raise ReleaseStopped(problems)
    return _gathered(reading.course, reading, problems, [own, *behind])


def _gathered(
    course: Course, reading: Reading, problems: tuple[Problem, ...], trees: Sequence[RecordedTree]
) -> Gathered:
    entries = _Entries(course, _words(reading))
    files: dict[str, str] = {}
    texts: dict[str, str] = {}
    media: dict[str, Medium] = {}
    shelves = 0
    for tree in trees:
        name = OWN if tree is trees[0] else shelf_name(shelves)
        before = len(files)
        for path, blob in sorted(tree.files.items()):
            if not path.endswith(TEXTS):
                made = _fingerprint(blob)
                media[made.sha256] = Medium(made, blob)
                files[name + path] = made.sha256
            elif text := entries.kept(path, _text(blob)):
                sha = sha256(text.encode()).hexdigest()
                texts[sha] = text
                files[name + path] = sha
        shelves += tree is not trees[0] and len(files) > before
    return Gathered(course, problems, files, texts, media)


def _text(blob: Blob) -> str:
    """As it stands on disk, with its line ends and byte order mark; what cannot be read has stopped the release."""
    with blob.open() as stream:
        return stream.read().decode()


def _fingerprint(blob: Blob) -> Fingerprint:
    if isinstance(blob, KeptMedium):
        return blob.fingerprint
    with blob.open() as stream:
        return fingerprint(stream)


def _words(reading: Reading) -> frozenset[str]:
    """Every word of the course's own texts and its shared sets."""
    texts = (source for source in reading.sources.values() if _name(source.file) not in APART)
    return frozenset(word for source in texts for word in WORD.findall(source.text.lower()))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


class _Entries:
    """Which entries of the shared files are used. The nearest file is asked first, and each entry is taken once."""

    def __init__(self, course: Course, words: frozenset[str]) -> None:
        self._left = {
            common.LAW: set(course.law),
            common.CRC: {str(number) for number in course.crc},
            common.GLOSSARY: {
                phrase for phrase in course.glossary if not words.isdisjoint(WORD.findall(phrase.lower()))
            },
        }

    def kept(self, path: str, text: str) -> str:
        """The text of a file as the release holds it; empty when nothing of it is used."""
        left = self._left.get(path.removeprefix("courses/"))
        return text if left is None else cut(text.removeprefix("\ufeff"), lambda name: _take(left, name))


def _take(left: set[str], name: str) -> bool:
    there = name in left
    left.discard(name)
    return there
