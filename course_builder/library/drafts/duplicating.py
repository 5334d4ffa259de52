"""A copy of a whole course or shared set, under a name of its own."""

import secrets
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.names import free_name
from course_builder.content.reading import ROOT
from course_builder.content.structure import copying
from course_builder.library.drafts.models import Draft, DraftFile, Kind, Verb
from course_builder.library.drafts.saving import Content, create
from course_builder.library.drafts.sets import media_of
from course_builder.library.drafts.starters import renamed
from course_builder.library.drafts.taken import names_taken
from course_builder.library.models import TextBlob


def duplicate(
    session: Session, draft: Draft, suffix: str, by: int | None, now: datetime, today: date
) -> Draft:
    """`suffix` ends its title. A course keeps the ids inside it: what people answer in one course is never the other's."""
    kind = Kind(draft.kind)
    name = free_name(draft.name, names_taken(session, kind))
    title = f"{draft.title}{suffix}"
    contents: dict[str, Content] = {**_texts(session, draft), **media_of(session, draft)}
    if kind == Kind.COURSE:
        contents[ROOT] = renamed(str(contents[ROOT]), name, title, today)
    else:
        words = str(contents.pop(f"{draft.name}.yaml"))
        contents[f"{name}.yaml"] = copying.copied_set(words, name, title, secrets.choice)
    return create(session, kind, name, contents, draft.group_id, by, now, Verb.DUPLICATED)


def _texts(session: Session, draft: Draft) -> dict[str, str]:
    found = (
        select(DraftFile.path, TextBlob.text)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id == draft.id)
    )
    return {path: words for path, words in session.execute(found)}
