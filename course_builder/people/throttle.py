"""Failed sign-ins make the next try wait: a growing time, for everybody the same, and never for good.

Three counters a failure. Account and address together wait soonest, so that whoever guesses elsewhere does not keep
the owner out. The address alone and the account alone have more room, as a whole workplace may share one address.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from course_builder.people.models import Failure

REMEMBERED = timedelta(hours=1)
"""A failure counts for so long."""


@dataclass(frozen=True)
class Limit:
    """After `free` failures the wait is 1 s, then doubles with each up to `most` seconds."""

    free: int
    most: int

    def seconds(self, failures: int) -> int:
        over = failures - self.free
        return 0 if over < 0 else min(1 << min(over, 12), self.most)


BOTH, ACCOUNT, ADDRESS = "both", "account", "address"
LIMITS = {BOTH: Limit(10, 900), ACCOUNT: Limit(50, 30), ADDRESS: Limit(100, 60)}


def wait_seconds(session: Session, account: str, address: str, now: datetime) -> int:
    """Whole seconds until the next try is looked at; 0: now. `account` is what was typed, there or not."""
    keys = dict(_keys(account, address))
    counted = session.execute(
        select(Failure.what, func.count(), func.max(Failure.at))
        .where(Failure.what.in_(keys), Failure.at > now - REMEMBERED)
        .group_by(Failure.what)
    )
    waits = (
        last + timedelta(seconds=LIMITS[keys[what]].seconds(failures)) - now
        for what, failures, last in counted
    )
    longest = max(waits, default=timedelta())
    return max(0, -int(-longest.total_seconds() // 1))


def failed(session: Session, account: str, address: str, now: datetime) -> None:
    session.execute(insert(Failure), [{"what": what, "at": now} for what, _ in _keys(account, address)])


def cleared(session: Session, account: str, address: str) -> None:
    """After a right password. The address keeps its count: one's own account must not buy guesses at others'."""
    own = [what for what, kind in _keys(account, address) if kind != ADDRESS]
    session.execute(delete(Failure).where(Failure.what.in_(own)))


@dataclass(frozen=True)
class Recent:
    """Tries that failed, and over how many accounts and places; which ones cannot be said."""

    tries: int
    accounts: int
    places: int


def recent(session: Session, since: datetime) -> Recent:
    rows = session.execute(
        select(Failure.what, func.count()).where(Failure.at > since).group_by(Failure.what)
    ).all()
    kinds = [what.partition(":")[0] for what, _ in rows]
    tries = sum(number for what, number in rows if what.startswith(f"{BOTH}:"))
    return Recent(tries, kinds.count(ACCOUNT), kinds.count(ADDRESS))


def forget(session: Session, now: datetime) -> None:
    """Takes away what counts no longer."""
    session.execute(delete(Failure).where(Failure.at <= now - REMEMBERED))


def _keys(account: str, address: str) -> Iterator[tuple[str, str]]:
    who, where = account.strip().lower()[:300], _network(address)
    yield _key(BOTH, who, where), BOTH
    yield _key(ACCOUNT, who), ACCOUNT
    yield _key(ADDRESS, where), ADDRESS


def _network(address: str) -> str:
    """Of IPv6 the /64: one machine has all of it."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address[:100]
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


def _key(kind: str, *parts: str) -> str:
    together = "\n".join(parts).encode("utf-8", "surrogatepass")
    return f"{kind}:{sha256(together).hexdigest()}"
