"""Letters on their way: by a mail server, or to the console where none is named."""

import logging
import smtplib
import ssl
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Protocol, TextIO
from urllib.parse import unquote, urlsplit

from course_builder.database.store import Database
from course_builder.post import outbox
from course_builder.post.models import Letter
from course_builder.settings import Settings

SECONDS = 20
"""What a mail server gets to answer in."""
log = logging.getLogger(__name__)


class NotSent(Exception):
    """The letter did not leave. `again`: whether another try may help."""

    def __init__(self, reason: str, again: bool) -> None:
        super().__init__(reason)
        self.again = again


class Mailer(Protocol):
    def send(self, message: EmailMessage) -> None:
        """Raises NotSent."""


@dataclass(frozen=True)
class Console:
    """For development: whoever runs the server reads the letters."""

    out: TextIO = sys.stderr

    def send(self, message: EmailMessage) -> None:
        print(
            f"--- {message['To']}: {message['Subject']}\n{message.get_content()}---",
            file=self.out,
            flush=True,
        )


@dataclass(frozen=True)
class Smtp:
    """One connection a letter. With a password the way must be encrypted, or the letter stays."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    encrypted: bool = False
    """From the first byte (smtps); else STARTTLS where the server offers it."""

    def send(self, message: EmailMessage) -> None:
        try:
            with self._connected() as server:
                self._enter(server)
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            code, told = next(iter(error.recipients.values()))
            raise _refused(code, told) from error
        except smtplib.SMTPResponseException as error:
            raise _refused(error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            raise NotSent(str(error), again=False) from error
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise NotSent(
                f"{type(error).__name__}: {error}", again=not isinstance(error, ValueError)
            ) from error

    def _connected(self) -> smtplib.SMTP:
        if self.encrypted:
            return smtplib.SMTP_SSL(
                self.host, self.port, timeout=SECONDS, context=ssl.create_default_context()
            )
        return smtplib.SMTP(self.host, self.port, timeout=SECONDS)

    def _enter(self, server: smtplib.SMTP) -> None:
        server.ehlo()
        if not self.encrypted and server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        elif not self.encrypted and self.user:
            raise NotSent("the server offers no encryption, so the password is not sent", again=True)
        if self.user:
            server.login(self.user, self.password)


def mailer(settings: Settings) -> Mailer:
    """ValueError for an address of a mail server that is not understood."""
    if not settings.smtp_url:
        return Console()
    parts = urlsplit(settings.smtp_url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("COURSE_BUILDER_SMTP_URL: smtp://user:password@host:587")
    encrypted = parts.scheme == "smtps"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Smtp(parts.hostname, parts.port or (465 if encrypted else 25), user, password, encrypted)


def deliver(
    database: Database, mailer: Mailer, settings: Settings, clock: Callable[[], datetime], most: int = 50
) -> int:
    """Sends what is due and says how many letters left. The database is not held while a mail server answers."""
    with database.reading() as session:
        due = outbox.waiting(session, clock(), most)
    return sum(_deliver_one(database, mailer, settings, letter_id, clock) for letter_id in due)


def _deliver_one(
    database: Database, mailer: Mailer, settings: Settings, letter_id: int, clock: Callable[[], datetime]
) -> bool:
    with database.writing() as session:
        letter = outbox.take(session, letter_id, clock())
    if letter is None:
        return False
    error, again = "", True
    try:
        mailer.send(message(letter, settings))
    except NotSent as failure:
        error, again = str(failure) or "unknown", failure.again
        log.warning("letter %s (%s) was not sent, try %s", letter_id, letter.purpose, letter.tries + 1)
    except ValueError as failure:
        error, again = f"{type(failure).__name__}: {failure}", False
    with database.writing() as session:
        outbox.mark(session, letter_id, clock(), error, again)
    return not error


def message(letter: Letter, settings: Settings) -> EmailMessage:
    """ValueError for an address or a subject that cannot stand in a header."""
    sender = settings.mail_from or f"course-builder@{settings.host or 'localhost'}"
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, letter.to, letter.subject
    made["Date"] = format_datetime(letter.written)
    made["Message-ID"] = (
        f"<letter-{letter.id}-{int(letter.written.timestamp())}@{settings.host or 'localhost'}>"
    )
    made["Auto-Submitted"] = "auto-generated"
    addresses = made["To"].addresses
    if len(addresses) != 1 or not addresses[0].domain:
        raise ValueError("not one address")
    made.set_content(letter.body)
    return made


def _refused(code: int, told: bytes | str) -> NotSent:
    """Of the 500s a mail server means no for good; of the 400s, later."""
    text = told.decode("utf-8", "replace") if isinstance(told, bytes) else told
    return NotSent(f"{code} {text}", again=code < 500)
