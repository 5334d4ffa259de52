"""Questions and lessons put into drafts, each time as one revision. Ids are made where they come to stand."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from course_builder.content.editing.house import block_lines
from course_builder.content.editing.ids import with_ids
from course_builder.content.names import free_name, slug
from course_builder.content.reading import ROOT
from course_builder.content.structure import changing
from course_builder.importing.imported import TakenLesson, Value
from course_builder.importing.placing import in_lesson, in_quiz, lesson_text, quiz_text
from course_builder.library.drafts.bench import Bench
from course_builder.library.drafts.models import Draft, Kind, Revision, Verb
from course_builder.library.drafts.reading import files, text
from course_builder.library.drafts.saving import Content, create, save
from course_builder.library.drafts.taken import names_taken
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.uploads.places import free_path


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
    session: Session, title: str, lessons: Sequence[TakenLesson], pictures: Mapping[str, Fingerprint], group_id: int | None,
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
    bench: Bench, lessons: Sequence[TakenLesson], pictures: Mapping[str, Fingerprint], about: str
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
    pictures: Mapping[str, Fingerprint],
    names: set[str],
    there: Mapping[str, str],
) -> tuple[dict[str, Content], list[str]]:
    """The files and, in order, the paths of the lessons; pictures whose names are taken get others."""
    made: dict[str, Content] = {}
    paths: list[str] = []
    moved = {
        path: _free(path, picture, {**there, **dict.fromkeys(made)}) for path, picture in pictures.items()
    }
    for lesson in lessons:
        name = free_name(slug(lesson.title) or "avsnitt", names)
        names = {*names, name}
        words = lesson_text(name, lesson)
        for path, free in moved.items():
            if f"]({path})" in words:
                words = words.replace(f"]({path})", f"]({free})")
                made[free] = pictures[path]
        made[f"{name}.md"] = words
        paths.append(f"{name}.md")
    return made, paths


def _free(path: str, picture: Fingerprint, there: Mapping[str, object]) -> str:
    same = next(
        (known for known, sha in there.items() if sha == picture.sha256 and known.startswith("media/")), None
    )
    suffix = path[path.rfind(".") :]
    return same or (path if path not in there else free_path(path, suffix, there.keys()))
