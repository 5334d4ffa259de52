"""The round of the addresses: asked outside any transaction, a few at a time, and then written down."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.library.addresses.asking import Asker, Reason
from course_builder.library.addresses.models import WebAddress
from course_builder.library.addresses.places import Standing, standing

ADDRESSES = "addresses"
"""The name of the job that goes the round."""
AT_ONCE = 6


@dataclass(frozen=True)
class Dead:
    """An address that does not answer as it should, and where it stands."""

    address: str
    reason: Reason
    since: datetime
    places: tuple[Standing, ...]


def round_of(database: Database, asker: Asker, now: datetime) -> None:
    """Asks every address of the drafts once, and forgets those that stand nowhere any longer."""
    with database.reading() as session:
        wanted = sorted(standing(session))
    answers = asked(asker, wanted)
    with database.writing() as session:
        write_down(session, answers, now)
        kept = {digest(address) for address in wanted}
        gone = [known for known in session.scalars(select(WebAddress.sha256)) if known not in kept]
        session.execute(delete(WebAddress).where(WebAddress.sha256.in_(gone)))


def asked(asker: Asker, wanted: Iterable[str]) -> dict[str, Reason | None]:
    """A server that is down answers slowly, so some are asked at once."""
    wanted = list(wanted)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(wanted, pool.map(asker.ask, wanted), strict=True))


def write_down(session: Session, answers: Mapping[str, Reason | None], now: datetime) -> None:
    """When nothing at all answers it is our own network that is away, and nothing is written."""
    if answers and all(reason in (Reason.NO_NAME, Reason.NO_ANSWER) for reason in answers.values()):
        return
    for address, reason in answers.items():
        known = session.get(WebAddress, digest(address))
        if known is None:
            known = WebAddress(sha256=digest(address), address=address)
            session.add(known)
        known.asked_on, known.reason = now, reason or ""
        known.dead_since = (known.dead_since or now) if reason else None
    session.flush()


def dead(session: Session, among: Collection[str] | None = None) -> list[Dead]:
    """Those of drafts, the oldest first; all, or only these addresses."""
    found: Sequence[WebAddress] = session.scalars(
        select(WebAddress).where(WebAddress.dead_since.is_not(None)).order_by(WebAddress.dead_since)
    ).all()
    places = standing(session) if found else {}
    return [
        Dead(one.address, Reason(one.reason), one.dead_since, tuple(places[one.address]))
        for one in found
        if one.dead_since is not None and one.address in places and (among is None or one.address in among)
    ]


def last_round(session: Session) -> datetime | None:
    return session.scalar(select(WebAddress.asked_on).order_by(WebAddress.asked_on.desc()).limit(1))


def digest(address: str) -> str:
    return sha256(address.encode()).hexdigest()
