"""Letters that open an account: written to the outbox in the transaction that makes their link."""

from datetime import datetime

from babel.dates import format_date
from flask import current_app
from sqlalchemy.orm import Session

from course_builder.people import links
from course_builder.people.models import Person
from course_builder.post import outbox
from course_builder.post.letters import compose
from course_builder.settings import Settings
from course_builder.web.absolute import absolute
from course_builder.web.clock import SWEDEN


def invite(session: Session, person: Person, sender: str, now: datetime) -> None:
    """Raises Refused for who has no address or has an account already."""
    token = links.invite(session, person.id, now)
    last = (now + links.LASTS[links.INVITE]).astimezone(SWEDEN).date()
    until = format_date(last, "d MMMM y", locale=person.language)
    address = absolute("account_links.page", purpose=links.INVITE, token=token)
    _write(session, person, links.INVITE, now, link=address, until=until, sender=sender)


def reset(session: Session, email: str, now: datetime) -> None:
    """Nothing is written for an address nobody has."""
    made = links.reset(session, email, now)
    if made is None:
        return
    person, token = made
    minutes = int(links.LASTS[links.RESET].total_seconds() // 60)
    address = absolute("account_links.page", purpose=links.RESET, token=token)
    _write(session, person, links.RESET, now, link=address, minutes=minutes)


def password_changed(session: Session, person: Person, now: datetime) -> None:
    _write(session, person, "password_changed", now, link=absolute("account.sign_in"), sender=place())


def place() -> str:
    """What the installation is called in a letter."""
    settings: Settings = current_app.extensions["settings"]
    return f"Kursbyggaren, {settings.region_name}" if settings.region_name else "Kursbyggaren"


def _write(session: Session, person: Person, name: str, now: datetime, **values: object) -> None:
    if person.email is None:
        return
    subject, body = compose(name, person.language, name=person.name, place=place(), **values)
    outbox.write(session, person.email, subject, body, name, None, now, person_id=person.id)
