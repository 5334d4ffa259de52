"""What is known already about the people a list names: completions that stand, and rows that came before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.models import Completion
from course_builder.portal.columns import FIELDS
from course_builder.portal.matching import parts
from course_builder.portal.models import CompletionList, ListRow, RowState


@dataclass(frozen=True)
class Standing:
    """A completion that nobody has withdrawn."""

    event_seq: int
    source: str
    on: date
    passed: bool | None


def completions(
    session: Session, people: Iterable[int], courses: Iterable[str]
) -> Mapping[tuple[int, str], Sequence[Standing]]:
    found: dict[tuple[int, str], list[Standing]] = defaultdict(list)
    wanted = sorted(set(courses))
    for part in parts(sorted(set(people))):
        asked = select(Completion).where(
            Completion.person_id.in_(part),
            Completion.course_id.in_(wanted),
            Completion.withdrawn_seq.is_(None),
        )
        for one in session.scalars(asked):
            found[one.person_id, one.course_id].append(
                Standing(one.event_seq, one.source, one.on, one.passed)
            )
    return found


def fingerprint(portal_id: int, said: Mapping[str, str]) -> str:
    """The same words from the same portal."""
    words = "\x1f".join(said.get(name, "") for name in FIELDS)
    return sha256(f"{portal_id}\x1f{words}".encode()).hexdigest()


def rows_before(session: Session, fingerprints: Iterable[str]) -> Mapping[str, ListRow]:
    """The latest row that said the same and came to something, of lists that have not been undone."""
    found: dict[str, ListRow] = {}
    for part in parts(sorted(set(fingerprints))):
        asked = (
            select(ListRow)
            .join(CompletionList, CompletionList.id == ListRow.list_id)
            .where(
                ListRow.fingerprint.in_(part),
                ListRow.state.not_in((RowState.KNOWN, RowState.NOT_YET)),
                CompletionList.undone.is_(None),
            )
            .order_by(ListRow.id)
        )
        found.update((row.fingerprint, row) for row in session.scalars(asked))
    return found
