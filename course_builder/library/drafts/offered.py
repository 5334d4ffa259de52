"""Film discussions and quizzes that a course could take in: shared ones, and those other courses have of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.reading import ROOT
from course_builder.content.structure.outline import LeafKind, outline
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.drafts.reading import draft, text
from course_builder.library.drafts.saving import Content
from course_builder.library.drafts.sets import kind_of, listed_sets, media_of
from course_builder.library.drafts.titles import FIRST_LINES
from course_builder.library.models import TextBlob

OWN_FOLDER = "quizzes/"


@dataclass(frozen=True)
class Offered:
    """`draft` is the shared set itself, or the course that has it in the file `path`."""

    draft: Draft
    path: str
    name: str
    title: str
    kind: LeafKind
    in_course: bool
    """Whether the course has it, linked, already."""

    @property
    def key(self) -> str:
        return f"{self.draft.kind}:{self.draft.name}:{self.path}"

    @property
    def can_be_linked(self) -> bool:
        return self.draft.kind == Kind.SET and not self.in_course

    def text(self, session: Session) -> str:
        return text(session, self.draft, self.path) or ""

    def media(self, session: Session) -> dict[str, Content]:
        """By the paths that the text names."""
        folder = self.path.rpartition("/")[0]
        begins = f"{folder}/" if folder else ""
        words = self.text(session)
        found = media_of(session, self.draft)
        inner = {path.removeprefix(begins): one for path, one in found.items() if path.startswith(begins)}
        return {path: one for path, one in inner.items() if path in words}


def offered(session: Session, course: str) -> list[Offered]:
    """Shared ones first, then by course; those of the course itself are left out."""
    known = draft(session, Kind.COURSE, course)
    root = outline(text(session, known, ROOT) or "") if known else None
    there = {leaf.name for leaf in root.leaves() if leaf.is_set} if root else set()
    shared = [
        Offered(
            one.draft,
            f"{one.draft.name}.yaml",
            one.draft.name,
            one.draft.title,
            one.kind,
            one.draft.name in there,
        )
        for one in listed_sets(session)
    ]
    return [*shared, *_of_courses(session, course)]


def _of_courses(session: Session, but: str) -> Iterator[Offered]:
    found = (
        select(Draft, DraftFile.path, func.substr(TextBlob.text, 1, FIRST_LINES))
        .join(DraftFile, DraftFile.draft_id == Draft.id)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(
            Draft.kind == Kind.COURSE,
            Draft.name != but,
            Draft.archived_on.is_(None),
            Draft.trashed_on.is_(None),
        )
        .where(DraftFile.path.startswith(OWN_FOLDER), DraftFile.path.endswith(".yaml"))
        .order_by(Draft.title, DraftFile.path)
    )
    for course, path, beginning in session.execute(found):
        name = path.removeprefix(OWN_FOLDER).removesuffix(".yaml")
        yield Offered(
            course, path, name, title_of(path, beginning) or name, kind_of(beginning), in_course=False
        )
