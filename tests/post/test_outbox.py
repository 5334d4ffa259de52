from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.post import outbox
from course_builder.post.models import Letter

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ANNA = "anna.ombud@exempel.se"


def test_a_letter_with_a_key_is_written_once(database: Database) -> None:
    with database.writing() as session:
        assert outbox.write(session, ANNA, "Det här återstår", "…", "reminder", "r:1", NOW)
        assert not outbox.write(session, ANNA, "Det här återstår", "…", "reminder", "r:1", NOW)
        assert outbox.write(session, ANNA, "Det här återstår", "…", "reminder", None, NOW)
        assert outbox.write(session, ANNA, "Det här återstår", "…", "reminder", None, NOW)
        assert outbox.counts(session) == {"waiting": 3}


def test_a_key_that_has_been_sent_is_used_for_good(database: Database) -> None:
    with database.writing() as session:
        outbox.write(session, ANNA, "A", "…", "reminder", "r:1", NOW)
        (letter,) = outbox.waiting(session, NOW)
        outbox.take(session, letter, NOW)
        outbox.mark(session, letter, NOW)
        assert not outbox.write(session, ANNA, "A", "…", "reminder", "r:1", NOW + timedelta(days=90))
        assert (outbox.waiting(session, NOW), outbox.counts(session)) == ([], {"sent": 1})


def test_nothing_is_written_when_the_transaction_is_undone(database: Database) -> None:
    class Undone(Exception):
        pass

    try:
        with database.writing() as session:
            outbox.write(session, ANNA, "A", "…", "reminder", "r:1", NOW)
            raise Undone
    except Undone:
        pass
    with database.reading() as session:
        assert outbox.counts(session) == {}


def test_a_letter_is_taken_by_one_sender(database: Database) -> None:
    with database.writing() as session:
        outbox.write(session, ANNA, "A", "…", "reminder", None, NOW)
        (letter,) = outbox.waiting(session, NOW)
        assert outbox.take(session, letter, NOW) is not None
        assert outbox.take(session, letter, NOW) is None
        assert outbox.waiting(session, NOW + timedelta(minutes=14)) == []
        assert outbox.waiting(session, NOW + outbox.STUCK) == [letter]


def test_after_a_failure_it_waits_longer_each_time_and_then_has_failed(database: Database) -> None:
    with database.writing() as session:
        outbox.write(session, ANNA, "A", "…", "reminder", None, NOW)
        (letter,) = outbox.waiting(session, NOW)
        moment, waits = NOW, []
        while outbox.counts(session) != {"failed": 1}:
            assert outbox.take(session, letter, moment) is not None
            outbox.mark(session, letter, moment, f"451 {ANNA} greylisted")
            kept = session.get_one(Letter, letter)
            waits.append(kept.due - moment)
            moment = max(kept.due, moment)
        assert waits[:-1] == list(outbox.WAITS)
        assert [(one.tries, one.error) for one in outbox.log(session)] == [(8, "451 … greylisted")]
        assert outbox.try_again(session, letter, moment)
        assert outbox.waiting(session, moment) == [letter]


def test_a_letter_that_opens_an_account_is_emptied(database: Database) -> None:
    with database.writing() as session:
        for purpose in ("invite", "reset", "reminder"):
            outbox.write(session, ANNA, purpose, f"länk {purpose}", purpose, None, NOW)
        for letter in outbox.waiting(session, NOW):
            outbox.take(session, letter, NOW)
            outbox.mark(session, letter, NOW)
        assert session.execute(select(Letter.purpose, Letter.body).order_by(Letter.id)).all() == [
            ("invite", ""),
            ("reset", ""),
            ("reminder", "länk reminder"),
        ]


def test_one_that_failed_for_good_is_emptied_too(database: Database) -> None:
    with database.writing() as session:
        outbox.write(session, ANNA, "Välkommen", "länk", "invite", None, NOW)
        (letter,) = outbox.waiting(session, NOW)
        outbox.take(session, letter, NOW)
        outbox.mark(session, letter, NOW, "550 no such user", again=False)
        assert [(one.state, one.body) for one in outbox.log(session)] == [("failed", "")]
        assert not outbox.try_again(session, letter, NOW)


def test_a_subject_is_one_line(database: Database) -> None:
    with database.writing() as session:
        outbox.write(session, ANNA, "Kurs\r\nBcc: alla@exempel.se " + "x" * 300, "…", "reminder", None, NOW)
        subject = session.scalars(select(Letter.subject)).one()
        assert (subject[:27], len(subject)) == ("Kurs Bcc: alla@exempel.se x", 200)


def test_the_log_is_read_a_page_at_a_time(database: Database) -> None:
    with database.writing() as session:
        for number in range(5):
            outbox.write(session, ANNA, str(number), "…", "reminder", None, NOW)
        first = outbox.log(session, most=3)
        assert [one.subject for one in first] == ["4", "3", "2"]
        assert [one.subject for one in outbox.log(session, first[-1].id)] == ["1", "0"]
