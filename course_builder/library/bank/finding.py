"""Questions found by text, tag and article, with where each of them stands."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from course_builder.content.structure.titles import title_of
from course_builder.library.bank.questions import BankQuestion, questions_in
from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.models import TextBlob

CHUNK = 500


@dataclass(frozen=True)
class Standing:
    """A question where it stands: in a shared quiz, a course's own, or a lesson (`title`)."""

    question: BankQuestion
    draft: Draft
    path: str
    title: str

    @property
    def in_set(self) -> bool:
        return self.draft.kind == Kind.SET

    @property
    def key(self) -> str:
        """What a form calls it."""
        return f"{self.draft.id}:{self.question.id}"


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty: everything."""

    words: str = ""
    tag: str = ""
    article: int | None = None
    kind: str = ""

    def fits(self, question: BankQuestion) -> bool:
        return (
            all(word in question.words for word in self.words.lower().split())
            and self.tag in ("", *question.tags)
            and (self.article is None or self.article in question.articles)
            and self.kind in ("", question.kind)
        )


def standings(session: Session, drafts: Collection[Draft]) -> list[Standing]:
    """Every question of these drafts, quizzes before lessons, by title."""
    known = {one.id: one for one in drafts if one.kind != Kind.REGISTER}
    found: list[Standing] = []
    ids = sorted(known)
    for start in range(0, len(ids), CHUNK):
        texts = (
            select(DraftFile.draft_id, DraftFile.path, TextBlob.text)
            .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
            .where(DraftFile.draft_id.in_(ids[start : start + CHUNK]), TextBlob.text.contains("ask:"))
            .where(or_(DraftFile.path.endswith(".yaml"), DraftFile.path.endswith(".md")))
        )
        for draft_id, path, text in session.execute(texts):
            questions = questions_in(path, text)
            title = (title_of(path, text) or path) if questions else ""
            found += [Standing(question, known[draft_id], path, title) for question in questions]
    return sorted(found, key=lambda one: (not one.in_set, one.draft.title.lower(), one.path))


def tags(found: Sequence[Standing]) -> list[tuple[str, int]]:
    """Every tag with how many questions have it, the commonest first."""
    counted = Counter(tag for one in found for tag in one.question.tags)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0].lower()))


def articles(found: Sequence[Standing]) -> list[int]:
    return sorted({number for one in found for number in one.question.articles})
