"""The letters about accounts: invitation, reset, new password. Put in the outbox, sent by `post`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from sqlalchemy.orm import Session

from course_builder.people import links
from course_builder.people.models import Person
from course_builder.post import letters, outbox

SWEDEN = ZoneInfo("Europe/Stockholm")
CHANGED = "password"


@dataclass(frozen=True)
class Sender:
    """How a letter names the place and who writes, and the address a token's page has."""

    place: str
    """"Barnrätt i Region Exempel"."""
    name: str
    address: Callable[[str], str]


def invite(session: Session, person_id: int, sender: Sender, now: datetime) -> None:
    """Raises Refused for who has an account or no address."""
    token = links.invite(session, person_id, now)
    person = session.get_one(Person, person_id)
    until = format_date((now + links.LASTS[links.INVITE]).astimezone(SWEDEN), "d MMMM yyyy", person.language)
    _write(session, person, links.INVITE, now, sender, link=sender.address(token), until=until)


def reset(session: Session, email: str, sender: Sender, now: datetime) -> None:
    """Tells nobody whether the address is known."""
    made = links.reset(session, email, now)
    if made is not None:
        person, token = made
        minutes = int(links.LASTS[links.RESET].total_seconds() // 60)
        _write(session, person, links.RESET, now, sender, link=sender.address(token), minutes=minutes)


def password_changed(session: Session, person: Person, sender: Sender, sign_in: str, now: datetime) -> None:
    """`sign_in` is the address of the sign-in page."""
    _write(session, person, CHANGED, now, sender, template="password_changed", link=sign_in)


def _write(
    session: Session,
    person: Person,
    purpose: str,
    now: datetime,
    sender: Sender,
    template: str = "",
    **values: object,
) -> None:
    words = {"name": person.name, "place": sender.place, "sender": sender.name, **values}
    subject, body = letters.compose(template or purpose, person.language, **words)
    outbox.write(session, person.email or "", subject, body, purpose, None, now, person.id)
