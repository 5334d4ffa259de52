import email
import email.policy
import io
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.post import outbox, sending
from course_builder.post.models import Letter
from course_builder.post.sending import Console, Smtp
from course_builder.settings import Settings
from tests.post.mailserver import listening

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ANNA = "anna.ombud@exempel.se"
SETTINGS = Settings(url="https://barnratt.exempel.se", mail_from="Barnrätt <barnratt@exempel.se>")
BODY = "Hej Åsa!\n\nDet här återstår: …\n.\nhttps://barnratt.exempel.se/mina-kurser\n"


def written(database: Database, to: str = ANNA, purpose: str = "reminder") -> None:
    with database.writing() as session:
        outbox.write(session, to, "Det här återstår – på arbetstid", BODY, purpose, None, NOW)


def deliver(database: Database, port: int) -> int:
    return sending.deliver(database, Smtp("127.0.0.1", port), SETTINGS, lambda: NOW)


def kept(database: Database) -> list[tuple[str, int, str]]:
    with database.reading() as session:
        return [tuple(row) for row in session.execute(select(Letter.state, Letter.tries, Letter.error))]


def test_a_letter_arrives_with_its_letters(database: Database) -> None:
    written(database)
    with listening() as server:
        assert deliver(database, server.port) == 1
        assert deliver(database, server.port) == 0
    got = email.message_from_bytes(server.letters[0], policy=email.policy.default)
    assert (got["To"], got["From"], got["Subject"]) == (
        ANNA,
        "Barnrätt <barnratt@exempel.se>",
        "Det här återstår – på arbetstid",
    )
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["Message-ID"].endswith("@barnratt.exempel.se>")
    assert got.get_content().replace("\r\n", "\n") == BODY
    assert kept(database) == [("sent", 1, "")]


@pytest.mark.parametrize(
    ("answers", "state", "error"),
    [
        ({"RCPT": f"550 {ANNA} unknown"}, "failed", "550 … unknown"),
        ({"RCPT": "451 try later"}, "waiting", "451 try later"),
        ({"MAIL": "554 not you"}, "failed", "554 not you"),
        ({"DATA": "452 full"}, "waiting", "452 full"),
    ],
)
def test_what_a_server_says_no_to(
    database: Database, answers: dict[str, str], state: str, error: str
) -> None:
    written(database)
    with listening(**answers) as server:
        assert deliver(database, server.port) == 0
    assert kept(database) == [(state, 1, error)]


def test_no_server_is_no_end(database: Database) -> None:
    written(database)
    with listening() as server:
        port = server.port
    assert deliver(database, port) == 0
    ((state, tries, error),) = kept(database)
    assert (state, tries, error.startswith("ConnectionRefusedError")) == ("waiting", 1, True)


def test_one_bad_letter_does_not_stop_the_others(database: Database) -> None:
    for to in ("inte en adress", "a@exempel.se, b@exempel.se", "a@exempel.se\nBcc: b@exempel.se", ANNA):
        written(database, to)
    with listening() as server:
        assert deliver(database, server.port) == 1
        assert [line for line in server.commands if line.startswith("rcpt")] == [f"rcpt TO:<{ANNA}>"]
    assert sorted(state for state, _, _ in kept(database)) == ["failed", "failed", "failed", "sent"]


def test_a_password_is_never_sent_in_the_open() -> None:
    with listening() as server:
        mailer = Smtp("127.0.0.1", server.port, "anna", "hemligt")
        with pytest.raises(sending.NotSent, match="no encryption"):
            mailer.send(sending.message(letter(), SETTINGS))
    assert [line for line in server.commands if "AUTH" in line.upper()] == []


def letter() -> Letter:
    return Letter(id=7, to=ANNA, subject="Hej", body=BODY, written=NOW, purpose="reminder")


def test_in_development_the_console_shows_it() -> None:
    out = io.StringIO()
    Console(out).send(sending.message(letter(), SETTINGS))
    assert out.getvalue() == f"--- {ANNA}: Hej\n{BODY}---\n"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://post.exempel.se", Smtp("post.exempel.se", 25)),
        ("smtp://anna:hem%40ligt@post.exempel.se:587", Smtp("post.exempel.se", 587, "anna", "hem@ligt")),
        ("smtps://post.exempel.se", Smtp("post.exempel.se", 465, encrypted=True)),
    ],
)
def test_the_setting(url: str, expected: Smtp) -> None:
    assert sending.mailer(Settings(smtp_url=url)) == expected
    assert isinstance(sending.mailer(Settings()), Console)


@pytest.mark.parametrize("url", ["post.exempel.se", "http://post.exempel.se", "smtp://"])
def test_a_setting_that_is_not_understood(url: str) -> None:
    with pytest.raises(ValueError, match="COURSE_BUILDER_SMTP_URL"):
        sending.mailer(Settings(smtp_url=url))


def test_the_log_names_nobody(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """trust 68"""
    written(database)
    with listening(RCPT=f"550 {ANNA} unknown") as server:
        deliver(database, server.port)
    assert "was not sent" in caplog.text
    assert [word in caplog.text for word in (ANNA, "Åsa", "anna")] == [False, False, False]
