"""An upload from its beginning until its file is whole."""

from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft
from course_builder.library.uploads import limits, pieces
from course_builder.library.uploads.models import LONGEST_NAME, State, Upload
from course_builder.settings import Settings

UNFINISHED = (State.RECEIVING, State.CONVERTING)


def folder(settings: Settings) -> Path:
    """Beside the media folder, so that a film becomes one of its files by being renamed."""
    return settings.folder / "uploads"


def begin(session: Session, draft: Draft, name: str, size: int, by: int, now: datetime) -> Upload:
    """Refused when the file, the person's uploads or its ending are more than is taken in."""
    shown = _shown(name)
    limits.check_size(limits.kind_named(shown), size)
    hers = select(func.count(Upload.id)).where(Upload.by_id == by, Upload.state.in_(UNFINISHED))
    lately = select(func.coalesce(func.sum(Upload.size), 0)).where(
        Upload.by_id == by, Upload.made_on > now - limits.DAY
    )
    limits.check_person(session.scalar(hers) or 0, int(session.scalar(lately) or 0), size)
    made = Upload(
        token=token_urlsafe(18), draft_id=draft.id, by_id=by, name=shown, size=size, state=State.RECEIVING, made_on=now,
        touched_on=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def found(session: Session, token: str, by: int) -> Upload | None:
    """Hers; nobody else's is there."""
    return session.scalars(select(Upload).where(Upload.token == token, Upload.by_id == by)).first()


def received(part: Path) -> int:
    """Bytes that have come; none when the file was swept away."""
    try:
        return pieces.offset(part)
    except FileNotFoundError:
        return 0


def touch(session: Session, upload_id: int, now: datetime) -> None:
    """Somebody is at it: not abandoned."""
    session.execute(update(Upload).where(Upload.id == upload_id).values(touched_on=now))


def refuse(session: Session, upload_id: int, sv: str, en: str, now: datetime) -> None:
    session.execute(
        update(Upload)
        .where(Upload.id == upload_id)
        .values(state=State.REFUSED, said_sv=sv[:600], said_en=en[:600], touched_on=now)
    )


def forget(session: Session, upload: Upload) -> None:
    """She stopped it."""
    session.delete(upload)
    session.flush()


def _shown(name: str) -> str:
    """What a person sees: the last part of it, without signs that are not letters; its ending stays."""
    last = name.replace("\\", "/").rpartition("/")[2]
    tidy = " ".join("".join(sign for sign in last if sign.isprintable()).split())
    stem, dot, suffix = tidy.rpartition(".")
    return f"{stem[: LONGEST_NAME - 20]}{dot}{suffix[:10]}" if dot else tidy[:LONGEST_NAME]
