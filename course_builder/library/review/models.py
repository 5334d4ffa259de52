"""The tables of review. What people wrote about a draft goes with the draft, and no further."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.library.drafts.models import Draft
from course_builder.library.models import Release
from course_builder.people.models import Person

LONGEST_NAME, LONGEST_QUOTE, LONGEST_PATH = 120, 200, 400


class ReviewLink(Base):
    """The hash of an address that shows one draft to whoever has it, until a day. Opening it uses nothing up."""

    __tablename__ = "review_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(Draft.id, ondelete="CASCADE"), index=True)
    for_whom: Mapped[str] = mapped_column(String(LONGEST_NAME))
    """Whom it was made for, in the maker's words."""
    facilitator: Mapped[bool]
    """Whether it also shows leader notes."""
    made_on: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    expires: Mapped[datetime]
    revoked_on: Mapped[datetime | None]


class Comment(Base):
    """Something said about a place of a draft, or a reply to it. The place is a block by its id, or a second of a film."""

    __tablename__ = "review_comment"
    __table_args__ = (
        Index("ix_review_comment_draft_path", "draft_id", "path"),
        Index("ix_review_comment_person", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(Draft.id, ondelete="CASCADE"))
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("review_comment.id", ondelete="CASCADE"), index=True
    )
    """Of a reply: what it answers."""
    path: Mapped[str] = mapped_column(String(LONGEST_PATH))
    """As in the draft's folder; a shared set that a course uses is `quizzes/NAME.yaml`."""
    block_id: Mapped[str | None] = mapped_column(String(80))
    second: Mapped[float | None]
    """Into the film."""
    quote: Mapped[str] = mapped_column(String(LONGEST_QUOTE), default="")
    """What the place was called when the comment was made."""
    revision: Mapped[int]
    """The newest of the draft when the comment was made."""
    text: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    """As she is called, or what a visitor typed."""
    link_id: Mapped[int | None] = mapped_column(ForeignKey(ReviewLink.id, ondelete="CASCADE"))
    """Of a visitor: the link she came by."""
    made_on: Mapped[datetime]
    resolved_on: Mapped[datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))


class ReviewAsk(Base):
    """Somebody is asked to read a draft. An offer: nothing waits for her unless four eyes are asked for."""

    __tablename__ = "review_ask"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(Draft.id, ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    made_on: Mapped[datetime]
    ended_on: Mapped[datetime | None]
    """Approved, or taken back."""


class Approval(Base):
    """Somebody has read a draft and stands for it by name. It holds for that content and can be taken back."""

    __tablename__ = "approval"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(Draft.id, ondelete="CASCADE"), index=True)
    revision: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64), index=True)
    """Of the course as people see it, with what it uses of shared sets and law."""
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    made_on: Mapped[datetime]
    withdrawn_on: Mapped[datetime | None]


class AcceptedWarning(Base):
    """A warning that somebody has looked at and let stand, and why. It holds until the text at its place changes."""

    __tablename__ = "accepted_warning"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(Draft.id, ondelete="CASCADE"), index=True)
    mark: Mapped[str] = mapped_column(String(64))
    """Of the code, the file and the text at the place."""
    path: Mapped[str] = mapped_column(String(LONGEST_PATH))
    sv: Mapped[str] = mapped_column(Text)
    en: Mapped[str] = mapped_column(Text)
    """What the warning said."""
    reason: Mapped[str] = mapped_column(Text)
    made_on: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    withdrawn_on: Mapped[datetime | None]


class ReleaseWarning(Base):
    """An accepted warning that stood in a release when it was made."""

    __tablename__ = "release_warning"

    release_id: Mapped[int] = mapped_column(ForeignKey(Release.id), primary_key=True)
    accepted_id: Mapped[int] = mapped_column(
        ForeignKey(AcceptedWarning.id, ondelete="CASCADE"), primary_key=True
    )


class ReleaseApproval(Base):
    """An approval that held for what a release was made from. It stays, whatever she takes back later."""

    __tablename__ = "release_approval"

    release_id: Mapped[int] = mapped_column(ForeignKey(Release.id), primary_key=True)
    approval_id: Mapped[int] = mapped_column(ForeignKey(Approval.id, ondelete="CASCADE"), primary_key=True)
