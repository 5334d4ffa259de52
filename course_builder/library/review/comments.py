"""Comments on a draft: written, answered, resolved, opened again. None is ever changed by another hand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft
from course_builder.library.review.models import (
    LONGEST_NAME,
    LONGEST_PATH,
    LONGEST_QUOTE,
    Comment,
    ReviewLink,
)
from course_builder.people.models import Person

LONGEST = 4000
"""Characters of a comment."""
MOST = 2000
"""Comments of one draft."""
MOST_BY_LINK = 200
"""A link that has leaked fills no disk, and shuts nobody else out."""


class TooMany(Exception):
    """The draft has as many comments as it may have, or the link."""


@dataclass(frozen=True)
class Author:
    """Somebody with an account, or a visitor by a link who has typed a name."""

    name: str
    """Empty of somebody whose name is protected: visitors read answers too."""
    person_id: int | None = None
    link_id: int | None = None


@dataclass(frozen=True)
class Anchor:
    """Where a comment stands. Neither block nor second: about the file as a whole."""

    path: str
    block_id: str | None = None
    second: float | None = None
    quote: str = ""


@dataclass(frozen=True)
class Thread:
    comment: Comment
    replies: tuple[Comment, ...]

    @property
    def resolved(self) -> bool:
        return self.comment.resolved_on is not None


def author(session: Session, person_id: int) -> Author:
    """Of somebody with an account."""
    person = session.get_one(Person, person_id)
    return Author("" if person.protected else person.name, person_id)


def write(
    session: Session, draft: Draft, anchor: Anchor, text: str, author: Author, now: datetime
) -> Comment:
    """TooMany."""
    return _add(session, draft.id, draft.head, anchor, text, author, now)


def reply(session: Session, comment: Comment, text: str, author: Author, now: datetime) -> Comment:
    """To a comment, or to the one that it answers; TooMany."""
    first = comment.parent_id or comment.id
    anchor = Anchor(comment.path, comment.block_id, comment.second, comment.quote)
    return _add(session, comment.draft_id, comment.revision, anchor, text, author, now, first)


def resolve(session: Session, comment: Comment, by: int, now: datetime) -> None:
    if comment.resolved_on is None:
        comment.resolved_on, comment.resolved_by_id = now, by
        session.flush()


def reopen(session: Session, comment: Comment) -> None:
    comment.resolved_on = comment.resolved_by_id = None
    session.flush()


def comment(session: Session, draft: Draft, comment_id: int) -> Comment | None:
    """Only one of this draft."""
    found = select(Comment).where(Comment.id == comment_id, Comment.draft_id == draft.id)
    return session.scalars(found).first()


def threads(session: Session, draft: Draft, path: str | None = None) -> Sequence[Thread]:
    """Of the draft or of one file of it; open ones first, each in the order they were written."""
    found = select(Comment).where(Comment.draft_id == draft.id).order_by(Comment.id)
    return _threads(session, found if path is None else found.where(Comment.path == path))


def by_link(session: Session, link: ReviewLink) -> Sequence[Thread]:
    """What was said by a link, with the answers to it. Nothing that others have said."""
    found = select(Comment).where(Comment.draft_id == link.draft_id).order_by(Comment.id)
    return [one for one in _threads(session, found) if one.comment.link_id == link.id]


def about_set(session: Session, name: str) -> Sequence[tuple[Draft, Thread]]:
    """What was said about a shared set where courses show it."""
    found = select(Comment).where(Comment.path == f"quizzes/{name}.yaml").order_by(Comment.id)
    threads = _threads(session, found)
    drafts = select(Draft).where(Draft.id.in_({one.comment.draft_id for one in threads}))
    by_id = {one.id: one for one in session.scalars(drafts)}
    return [(by_id[one.comment.draft_id], one) for one in threads]


def open_count(session: Session, draft: Draft) -> int:
    found = select(func.count()).select_from(Comment).where(Comment.draft_id == draft.id)
    return session.scalar(found.where(Comment.parent_id.is_(None), Comment.resolved_on.is_(None))) or 0


def _threads(session: Session, found: Select[Comment]) -> list[Thread]:
    rows = session.scalars(found).all()
    replies: dict[int, list[Comment]] = defaultdict(list)
    for one in rows:
        if one.parent_id is not None:
            replies[one.parent_id].append(one)
    made = [Thread(one, tuple(replies[one.id])) for one in rows if one.parent_id is None]
    return sorted(made, key=lambda thread: thread.resolved)


def _room_for(session: Session, draft_id: int, author: Author) -> None:
    there = select(func.count()).select_from(Comment).where(Comment.draft_id == draft_id)
    if (session.scalar(there) or 0) >= MOST:
        raise TooMany
    if author.link_id is not None:
        by_link = session.scalar(there.where(Comment.link_id == author.link_id))
        if (by_link or 0) >= MOST_BY_LINK:
            raise TooMany


def _add(
    session: Session, draft_id: int, revision: int, anchor: Anchor, text: str, author: Author, now: datetime,
    parent_id: int | None = None,
) -> Comment:  # fmt: skip
    _room_for(session, draft_id, author)
    made = Comment(
        draft_id=draft_id, parent_id=parent_id, path=anchor.path[:LONGEST_PATH], block_id=anchor.block_id, second=anchor.second,
        quote=anchor.quote[:LONGEST_QUOTE], revision=revision, text=text.strip()[:LONGEST], person_id=author.person_id,
        name=" ".join(author.name.split())[:LONGEST_NAME], link_id=author.link_id, made_on=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made
