"""Which published courses have a question, in the version that is the newest of each."""

from collections.abc import Collection, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.library.bank.questions import questions_in
from course_builder.library.models import Release, TextBlob

CHUNK = 500
TEXTS = (".yaml", ".md")


def published(session: Session, ids: Collection[str]) -> dict[str, list[tuple[str, int]]]:
    """By the question's id: title of the course and number of its newest version."""
    found: dict[str, list[tuple[str, int]]] = {}
    for title, number, files in _newest(session):
        by_sha = {sha: path for path, sha in files.items() if path.endswith(TEXTS)}
        held = {one for sha, text in _texts(session, by_sha) for one in _ids(by_sha[sha], text)}
        for identifier in held.intersection(ids):
            found.setdefault(identifier, []).append((title, number))
    return found


def _newest(session: Session) -> Iterator[tuple[str, int, dict[str, str]]]:
    last = (
        select(Release.course_id, func.max(Release.number).label("number"))
        .group_by(Release.course_id)
        .subquery()
    )
    rows = (
        select(Release.title, Release.number, Release.files)
        .join(last, (last.c.course_id == Release.course_id) & (last.c.number == Release.number))
        .order_by(Release.title)
    )
    yield from ((row.title, row.number, row.files) for row in session.execute(rows))


def _texts(session: Session, shas: Collection[str]) -> Iterator[tuple[str, str]]:
    listed = sorted(shas)
    for start in range(0, len(listed), CHUNK):
        chosen = select(TextBlob.sha256, TextBlob.text).where(
            TextBlob.sha256.in_(listed[start : start + CHUNK]), TextBlob.text.contains("ask:")
        )
        yield from ((row.sha256, row.text) for row in session.execute(chosen))


def _ids(path: str, text: str) -> list[str]:
    return [question.id for question in questions_in(path, text)]
