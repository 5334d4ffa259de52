"""Questions and lessons put into drafts, each time as one revision. Ids are made where they come to stand."""

import re
import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import PurePosixPath

from sqlalchemy.orm import Session

from course_builder.content.editing.house import block_lines
from course_builder.content.editing.ids import with_ids
from course_builder.content.names import free_name, slug
from course_builder.content.reading import ROOT
from course_builder.content.structure import changing
from course_builder.importing.imported import TakenLesson, Value
from course_builder.importing.placing import in_lesson, in_quiz, lesson_text, quiz_text
from course_builder.library.bank.pictures import KeptPicture
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.models import Draft, Kind, Revision, Verb
from course_builder.library.drafts.reading import files, text
from course_builder.library.drafts.saving import Content, create, save
from course_builder.library.drafts.taken import names_taken
from course_builder.library.uploads.places import free_path

SHOWN = re.compile(r"!\[(?P<alt>(?:[^\]\\]|\\.)*)\]\((?P<path>media/[^)\s]*)\)")


class NoText(LookupError):
    """The quiz or lesson is not there any longer."""


def new_quiz(
    session: Session,
    title: str,
    questions: Sequence[Value],
    group_id: int | None,
    by: int | None,
    now: datetime,
) -> Draft:
    """A shared quiz of its own."""
    name = free_name(slug(title) or "quiz", names_taken(session, Kind.SET))
    words = quiz_text(name, title, questions, secrets.choice)
    return create(session, Kind.SET, name, {f"{name}.yaml": words}, group_id, by, now, Verb.TAKEN_IN)


def into(
    session: Session,
    draft: Draft,
    path: str,
    questions: Sequence[Value],
    about: str,
    by: int | None,
    now: datetime,
) -> Revision:
    """Into a quiz or a lesson, last. NoText; NoSuchPlace when the text cannot be read."""
    session.refresh(draft, with_for_update=True)
    words = text(session, draft, path)
    if words is None:
        raise NoText(path)
    put = in_lesson if path.endswith(".md") else in_quiz
    made = put(words, questions, secrets.choice)
    return save(session, draft, {path: made}, draft.head, Verb.TAKEN_IN, about, by, now)


def new_course(
    session: Session, title: str, lessons: Sequence[TakenLesson], pictures: Mapping[str, KeptPicture], group_id: int | None,
    by: int | None, now: datetime, today: date,
) -> Draft:  # fmt: skip
    """A course of one module that holds the lessons."""
    name = free_name(slug(title) or "kurs", names_taken(session, Kind.COURSE))
    made, _ = _files(lessons, pictures, {name, "modul-1"}, {})
    root = {
        "id": name, "title": title, "language": "sv", "kind": "self-paced", "audience": ["medarbetare"],
        "version": {"number": 1, "date": today.isoformat()}, "completion": {"lessons": "all", "quizzes": "passed", "pass": "80%"},
        "modules": [{"id": "modul-1", "title": title, "lessons": [path for path in made if path.endswith(".md")]}],
    }  # fmt: skip
    contents: dict[str, Content] = {ROOT: "\n".join(block_lines(root, 0)) + "\n", **made}
    return create(session, Kind.COURSE, name, contents, group_id, by, now, Verb.TAKEN_IN)


def into_course(
    bench: Bench, lessons: Sequence[TakenLesson], pictures: Mapping[str, KeptPicture], about: str
) -> int:
    """Last in the last module of the course; Gone when it cannot be read. The number of the revision."""
    made, names = _files(lessons, pictures, bench.taken(), files(bench.session, bench.draft))
    if not bench.outline.branches:
        raise changing.Gone
    root, module = bench.root, bench.outline.branches[-1].id
    for path in names:
        root = changing.add_leaf(root, path, module, None)
    return bench.save(with_ids(root, ROOT, secrets.choice), Verb.TAKEN_IN, about, dict(made))


def _files(
    lessons: Sequence[TakenLesson],
    pictures: Mapping[str, KeptPicture],
    names: set[str],
    there: Mapping[str, str],
) -> tuple[dict[str, Content], list[str]]:
    """The files and, in order, the paths of the lessons; pictures whose names are taken get others."""
    made: dict[str, Content] = {}
    paths: list[str] = []
    for lesson in lessons:
        name = free_name(slug(lesson.title) or "avsnitt", names)
        names = {*names, name}
        words = lesson_text(name, lesson)
        placed = {
            path: _free(picture, {**there, **made})
            for path, picture in pictures.items()
            if f"]({path})" in words
        }
        made |= {free: pictures[path].fingerprint for path, free in placed.items()}
        made[f"{name}.md"] = SHOWN.sub(partial(_shown, placed), words)
        paths.append(f"{name}.md")
    return made, paths


def _shown(placed: Mapping[str, str], picture: re.Match[str]) -> str:
    """A picture that could not be used leaves no mark of itself."""
    free = placed.get(picture["path"])
    return "" if free is None else f"![{picture['alt']}]({free})"


def _free(picture: KeptPicture, there: Mapping[str, object]) -> str:
    """Its own path, that of the same picture, or one that is free."""
    made = picture.fingerprint
    for path, known in there.items():
        if known in (made.sha256, made):
            return path
    return (
        picture.path
        if picture.path not in there
        else free_path(picture.path, PurePosixPath(picture.path).suffix, there.keys())
    )
