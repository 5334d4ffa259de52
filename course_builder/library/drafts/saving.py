"""Every change of a draft goes through here: checked against what the writer had seen, then kept as a revision."""

from collections.abc import Collection, Mapping
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from course_builder.content.reading import ROOT
from course_builder.content.register import reworded
from course_builder.content.yamltext import NodeMap, parse
from course_builder.database.inserting import insert_new
from course_builder.library.drafts.models import (
    LONGEST_ABOUT,
    LONGEST_TITLE,
    Draft,
    DraftFile,
    Kind,
    Revision,
    Verb,
)
from course_builder.library.drafts.reading import files, text
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.models import MediaBlob, TextBlob

Content = str | Fingerprint
"""Text, or a file that is safe in the media store."""


class Stale(Exception):
    """Somebody else has changed the same files since. `head` is the newest revision."""

    def __init__(self, paths: tuple[str, ...], head: int) -> None:
        super().__init__(", ".join(paths))
        self.paths, self.head = paths, head


class Taken(Exception):
    """There is a draft of that kind and name already."""


class NotText(ValueError):
    """A text with characters that no file of text can hold."""


def create(
    session: Session, kind: Kind, name: str, contents: Mapping[str, Content], group_id: int | None, by: int | None, now: datetime,
    verb: Verb = Verb.MADE,
) -> Draft:  # fmt: skip
    """A draft with its first revision; Taken."""
    made = session.execute(
        insert_new(session, Draft)
        .values(kind=kind, name=name, title=name, group_id=group_id, head=0, made_on=now, saved_on=now)
        .returning(Draft.id)
    ).scalar()
    if made is None:
        raise Taken(name)
    draft = session.get_one(Draft, made)
    save(session, draft, contents, 0, verb, "", by, now)
    return draft


def save(
    session: Session, draft: Draft, changes: Mapping[str, Content | None], base: int, verb: Verb, about: str, by: int | None,
    now: datetime,
) -> Revision:  # fmt: skip
    """A revision with these files changed, or removed where None. `base` is the revision that the writer had seen.

    What others have changed meanwhile stays, as long as they touched other files; else Stale. The newest revision is
    returned when nothing is different. NotText.
    """
    wanted = {path: None if content is None else _keep(session, content) for path, content in changes.items()}
    return record(session, draft, wanted, base, verb, about, by, now)


def record(
    session: Session, draft: Draft, wanted: Mapping[str, str | None], base: int, verb: Verb, about: str, by: int | None,
    now: datetime, undoes: int | None = None,
) -> Revision:  # fmt: skip
    """As `save`, of contents that are kept already: path -> SHA-256."""
    session.refresh(draft, with_for_update=True)
    there = files(session, draft)
    different = {
        path: [there.get(path), sha] for path, sha in sorted(wanted.items()) if there.get(path) != sha
    }
    if draft.head and not different:
        return _newest(session, draft)
    others = changed_since(session, draft, base) & different.keys()
    if others:
        raise Stale(tuple(sorted(others)), draft.head)
    _write(session, draft, {path: after for path, (_, after) in different.items()})
    draft.head += 1
    draft.saved_on = now
    _retitle(session, draft, different.keys())
    made = Revision(
        draft_id=draft.id, number=draft.head, made_on=now, made_by_id=by, verb=verb, about=about[:LONGEST_ABOUT],
        changes=different, undoes=undoes, entries=_reworded(session, draft, different),
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def _reworded(session: Session, draft: Draft, different: Mapping[str, list[str | None]]) -> list[str] | None:
    """Of the register: provisions and articles whose words are others."""
    if draft.kind != Kind.REGISTER:
        return None
    shas = [sha for change in different.values() for sha in change if sha is not None]
    texts = dict(
        session.execute(select(TextBlob.sha256, TextBlob.text).where(TextBlob.sha256.in_(shas))).all()
    )
    before, after = (
        {path: texts.get(change[which] or "", "") for path, change in different.items()} for which in (0, 1)
    )
    return reworded(before, after) or None


def changed_since(session: Session, draft: Draft, number: int) -> set[str]:
    """Paths that revisions after it have touched."""
    if number >= draft.head:
        return set()
    later = select(Revision.changes).where(Revision.draft_id == draft.id, Revision.number > number)
    return {path for changes in session.scalars(later) for path in changes}


def _keep(session: Session, content: Content) -> str:
    if isinstance(content, Fingerprint):
        row = {"sha256": content.sha256, "size": content.size, "crc32": content.crc32}
        session.execute(insert_new(session, MediaBlob).values(row))
        return content.sha256
    sha = sha256(_bytes(content)).hexdigest()
    session.execute(insert_new(session, TextBlob).values(sha256=sha, text=content))
    return sha


def _bytes(content: str) -> bytes:
    if "\0" in content:
        raise NotText
    try:
        return content.encode()
    except UnicodeEncodeError as error:
        raise NotText from error


def _write(session: Session, draft: Draft, changes: Mapping[str, str | None]) -> None:
    if changes:
        session.execute(
            delete(DraftFile).where(DraftFile.draft_id == draft.id, DraftFile.path.in_(sorted(changes)))
        )
    rows = [
        {"draft_id": draft.id, "path": path, "sha256": sha}
        for path, sha in changes.items()
        if sha is not None
    ]
    if rows:
        session.execute(insert_new(session, DraftFile), rows)


def _retitle(session: Session, draft: Draft, changed: Collection[str]) -> None:
    root = {Kind.COURSE: ROOT, Kind.SET: f"{draft.name}.yaml"}.get(Kind(draft.kind))
    if root is None or root not in changed:
        return
    value = parse(text(session, draft, root) or "", "").value
    title = value.get("title") if isinstance(value, NodeMap) else None
    if isinstance(title, str):
        draft.title = " ".join(title.split())[:LONGEST_TITLE]


def _newest(session: Session, draft: Draft) -> Revision:
    return session.scalars(
        select(Revision).where(Revision.draft_id == draft.id, Revision.number == draft.head)
    ).one()
