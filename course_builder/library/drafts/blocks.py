"""A block of a lesson moved, copied or taken away, as one revision that can be undone; every other line stays."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.content.editing import lesson
from course_builder.content.editing.errors import NoSuchPlace
from course_builder.library.drafts.models import Draft, Revision, Verb
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.saving import save


@dataclass(frozen=True)
class Asked:
    """`kind` is what the writer saw at `index`: of a lesson that looks otherwise by now nothing is changed."""

    op: str
    index: int
    kind: str


@dataclass(frozen=True)
class Done:
    """`block` is where the thing is now: after what is taken away, nothing."""

    revision: Revision
    text: str
    block: lesson.Block | None


Step = Callable[[str, int], tuple[str, int | None]]


def change_block(
    session: Session, draft: Draft, path: str, asked: Asked, by: int | None, now: datetime
) -> Done:
    """Raises NoSuchPlace when the block is not there."""
    session.refresh(draft, with_for_update=True)
    before = text(session, draft, path)
    if before is None or lesson.block(before, asked.index).kind != asked.kind:
        raise NoSuchPlace(path)
    verb, step = STEPS[asked.op]
    after, index = step(before, asked.index)
    kept = save(session, draft, {path: after}, draft.head, verb, path, by, now)
    return Done(kept, after, None if index is None else lesson.block(after, index))


def _moved(by: int) -> Step:
    def step(before: str, index: int) -> tuple[str, int]:
        to = max(0, min(index + by, len(lesson.blocks(before)) - 1))
        after = lesson.move_block(before, index, to)
        return after, min(to, len(lesson.blocks(after)) - 1)

    return step


def _copied(before: str, index: int) -> tuple[str, int]:
    return lesson.duplicate_block(before, index, secrets.choice), index + 1


def _removed(before: str, index: int) -> tuple[str, None]:
    return lesson.remove_block(before, index), None


STEPS: Mapping[str, tuple[Verb, Step]] = {
    "up": (Verb.MOVED, _moved(-1)),
    "down": (Verb.MOVED, _moved(1)),
    "copy": (Verb.DUPLICATED, _copied),
    "remove": (Verb.REMOVED, _removed),
}
