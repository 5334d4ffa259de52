"""The files of a refresher, taken from the release that has what is new."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content import refresher as short
from course_builder.content.course import Course
from course_builder.content.models.lesson import Lesson
from course_builder.content.reading import APART, ROOT
from course_builder.library.drafts.saving import Content
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.gather import OWN
from course_builder.library.models import MediaBlob, Release, TextBlob
from course_builder.library.news import all_new_since

SETS = "quizzes/"


@dataclass(frozen=True)
class Files:
    """A draft to be: `name` is also the id of the course. Media are in the store already."""

    name: str
    files: Mapping[str, Content]


def nothing_new(old: Course, new: Course) -> bool:
    return not short.refreshed_parts(old, new)


def refresher(session: Session, release: Release, old: Course, new: Course, year: int) -> Files:
    """`release` is what `new` was opened from. Shared sets come along as they were released."""
    made = short.refresher(old, new, all_new_since(old, new, new.language), year)
    lessons = {part.file for part in made.parts if isinstance(part, Lesson)}
    names = {part.id for part in made.parts}
    texts = {
        path: short.without_strangers(text, lessons, names) if path in lessons else text
        for path, text in _texts(session, release).items()
        if path in lessons or _is_set(path)
    }
    wanted = "\n".join(texts[path] for path in lessons if path in texts)
    used = {path: text for path, text in texts.items() if path in lessons or _is_used(path, wanted, names)}
    media = {
        path: known
        for path, known in _media(session, release).items()
        if any(path.removeprefix(SETS) in text for text in used.values())
    }
    return Files(made.id, {**media, **used, **made.files})


def _is_set(path: str) -> bool:
    return path.endswith(".yaml") and path.rpartition("/")[2] not in (ROOT, *APART)


def _is_used(path: str, lessons: str, names: set[str]) -> bool:
    """Whether a set is a part of the refresher, or is named by a lesson of it."""
    identifier = path.rpartition("/")[2].removesuffix(".yaml")
    return identifier in names or f"use: {identifier}" in lessons


def _inside(path: str) -> str:
    """Of a release's path, where the file stands in a folder of the course alone."""
    if path.startswith(OWN):
        return path.removeprefix(OWN)
    return path.split("/", 2)[2]


def _texts(session: Session, release: Release) -> dict[str, str]:
    there = {path: sha for path, sha in release.files.items() if path.endswith((".md", ".yaml"))}
    found = select(TextBlob.sha256, TextBlob.text).where(TextBlob.sha256.in_(sorted(set(there.values()))))
    by_sha = {row.sha256: row.text for row in session.execute(found)}
    return {_inside(path): by_sha[sha] for path, sha in sorted(there.items(), reverse=True) if sha in by_sha}


def _media(session: Session, release: Release) -> dict[str, Fingerprint]:
    shas = sorted(set(release.files.values()))
    found = select(MediaBlob.sha256, MediaBlob.size, MediaBlob.crc32).where(MediaBlob.sha256.in_(shas))
    by_sha = {row.sha256: Fingerprint(row.sha256, row.size, row.crc32) for row in session.execute(found)}
    return {_inside(path): by_sha[sha] for path, sha in release.files.items() if sha in by_sha}
