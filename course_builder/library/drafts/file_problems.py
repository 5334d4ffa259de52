"""The problems of one file of a draft, without reading the rest: what a writer is told each time the page is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.checks import run
from course_builder.content.media import MediaFinder, MediaShelf
from course_builder.content.models.course import CourseFile
from course_builder.content.problems import Place, Problem
from course_builder.content.reading import ROOT, read
from course_builder.content.shelves import Shelf
from course_builder.content.sources import read_source
from course_builder.content.tree import Blob, BytesBlob
from course_builder.content.validate import mapping, validate
from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.trees import DraftTree
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.media_blob import KeptMedium
from course_builder.library.models import MediaBlob
from course_builder.library.store import MediaStore

ALONE = """\
id: utkast
title: Utkast
audience:
  - ombud
modules:
  - id: modul
    title: Modul
    lessons:
      - {part}
"""


@dataclass(frozen=True)
class Behind:
    """Where the media of a draft lie, and what stands behind it."""

    store: MediaStore
    shelves: Sequence[Shelf]


def file_problems(
    session: Session, behind: Behind, draft: Draft, path: str, today: date
) -> tuple[Problem, ...]:
    """In order; those that only the whole course shows come from its own check."""
    words = text(session, draft, path)
    if words is None:
        return ()
    held = _media(session, behind.store, draft) | {path: BytesBlob(words.encode())}
    if path == ROOT and draft.kind == Kind.COURSE:
        return _of_course_file(held)
    if draft.kind == Kind.REGISTER or path.rpartition("/")[2] in (
        "law.yaml",
        "crc.yaml",
        "region.yaml",
        "glossary.yaml",
    ):
        return _of_yaml(held, path)
    return _of_part(held, path, words, behind.shelves, today)


def _of_part(
    held: Mapping[str, Blob], path: str, words: str, shelves: Sequence[Shelf], today: date
) -> tuple[Problem, ...]:
    """A course with nothing else in it, read and checked as any other."""
    name = path.rpartition("/")[2].removesuffix(".yaml")
    kind = "film" if "kind: film-discussion" in words else "quiz"
    part = path if path.endswith(".md") else f"{kind}: {name}"
    tree = DraftTree({**held, ROOT: BytesBlob(ALONE.format(part=part).encode())})
    reading = read(tree, shelves, today=today)
    problems = run(reading, today=today)
    return tuple(one for one in problems if one.place.file == path)


def _of_course_file(held: Mapping[str, Blob]) -> tuple[Problem, ...]:
    tree = DraftTree(held)
    source, problems = read_source(tree, ROOT, ROOT)
    if source is None:
        return tuple(problems)
    value, told = mapping(source)
    problems += told
    if value is not None:
        media = MediaFinder(MediaShelf(), tree, "", "")
        problems += validate(CourseFile, value, Place(ROOT), {"media": media})[1]
    return tuple(problems)


def _of_yaml(held: Mapping[str, Blob], path: str) -> tuple[Problem, ...]:
    source, problems = read_source(DraftTree(held), path, path)
    return tuple(problems) if source is None else tuple([*problems, *mapping(source)[1]])


def _media(session: Session, store: MediaStore, draft: Draft) -> dict[str, Blob]:
    found = (
        select(DraftFile.path, DraftFile.sha256, MediaBlob.size, MediaBlob.crc32)
        .join(MediaBlob, MediaBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id == draft.id)
    )
    return {
        path: KeptMedium(Fingerprint(sha, size, crc), store)
        for path, sha, size, crc in session.execute(found)
    }
