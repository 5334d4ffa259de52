"""What the server does by itself: a letter leaves when its page is done, reminders are asked for once a day."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.jobs.models import Job
from course_builder.jobs.worker import Worker
from course_builder.library.addresses.asking import Reason
from course_builder.library.addresses.checking import dead
from course_builder.library.drafts import bin as waste
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.meetings.models import AgreedAction
from course_builder.people import appointments, sign_in, throttle
from course_builder.people.models import Appointment, Failure, SignIn
from course_builder.post import outbox
from course_builder.post.models import Letter
from course_builder.settings import Settings
from course_builder.web import background
from course_builder.web.records import writing
from tests.web.region import MONDAY, Region, both

SECONDS = 20


@pytest.fixture
def worker(region: Region) -> Iterator[Worker]:
    made = background.start(region.app)
    yield made
    made.stop()


def write(session: Session, region: Region) -> None:
    outbox.write(session, "anna.ombud@exempel.se", "Hej", "Välkommen.", "test", None, region.time())


def letter_states(region: Region) -> list[str]:
    with region.database.reading() as session:
        return list(session.scalars(select(Letter.state)))


def jobs(region: Region) -> list[tuple[str, str | None, str]]:
    with region.database.reading() as session:
        return [
            (row.name, row.key, row.state) for row in session.execute(select(Job.name, Job.key, Job.state))
        ]


def until_sent(region: Region) -> None:
    last = time.monotonic() + SECONDS
    while letter_states(region) != ["sent"]:
        assert time.monotonic() < last
        time.sleep(0.02)


@both
def test_a_letter_leaves_when_its_page_is_done(region: Region, worker: Worker) -> None:
    with region.app.test_request_context(), writing() as session:
        write(session, region)
    until_sent(region)


def test_without_a_worker_it_waits(region: Region) -> None:
    with region.app.test_request_context(), writing() as session:
        write(session, region)
    assert letter_states(region) == ["waiting"]


@both
def test_reminders_are_asked_for_once_a_day_and_not_at_night(region: Region) -> None:
    for hour in (4, 5, 6, 7, 22):  # in Sweden an hour later
        region.time.now = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
        background._once_a_day(region.app, background.REMIND, background.MORNING)
        asked = [key for _, key, _ in jobs(region)]
        assert asked == ([] if hour < 6 else ["remind:2026-11-23"])
    region.time.now = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    background._once_a_day(region.app, background.REMIND, background.MORNING)
    assert [key for _, key, _ in jobs(region)] == ["remind:2026-11-23", "remind:2026-11-24"]


def test_in_the_morning_a_manager_is_told_of_her_vacancy_once(region: Region) -> None:
    with region.database.writing() as session:
        rep = session.query(Appointment).filter_by(person_id=region.people["rep"]).one()
        appointments.end(session, rep, region.time().date())
    for _ in range(2):
        background._morning(region.app)
    with region.database.reading() as session:
        letters = session.execute(select(Letter.to, Letter.subject, Letter.body)).all()
    assert [(to, subject) for to, subject, _ in letters] == [
        ("maria.chef@exempel.se", "Barnkliniken är utan ombud just nu")
    ]
    assert f"/unit/{region.units['clinic']}" in letters[0].body


def test_the_job_of_the_morning_is_done(region: Region, request: pytest.FixtureRequest) -> None:
    """Reminders; and what counts no longer of sign-ins is taken away."""
    with region.database.writing() as session:
        throttle.failed(session, "anna.ombud@exempel.se", "192.0.2.1", region.time() - timedelta(hours=2))
        sign_in.start(session, region.accounts["rep"], region.time() - timedelta(hours=13))
    worker: Worker = request.getfixturevalue("worker")  # only now: its own clock may strike a minute at once
    worker.minute()
    last = time.monotonic() + SECONDS
    while jobs(region) != [("remind", "remind:2026-11-23", "done")]:
        assert time.monotonic() < last
        time.sleep(0.02)
    with region.database.reading() as session:
        assert session.scalars(select(Failure)).all() == []
        assert session.scalars(select(SignIn)).all() == []


@pytest.mark.parametrize(
    ("settings_of", "asked"),
    [
        ({}, []),
        ({"url": "https://kurs.exempel.se"}, ["addresses:2026-11-23"]),
        ({"url": "https://kurs.exempel.se", "ask_addresses": "off"}, []),
        ({"ask_addresses": "on"}, ["addresses:2026-11-23"]),
    ],
)
def test_web_addresses_are_asked_at_night_unless_the_server_is_somebodys_own(
    region: Region, settings_of: dict[str, str], asked: list[str]
) -> None:
    region.app.extensions["settings"] = Settings(**settings_of)
    for hour in (1, 2, 3):  # in Sweden an hour later
        region.time.now = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
        background._each_night(region.app)
        assert [key for _, key, _ in jobs(region)] == ([] if hour < 2 else asked)


def test_the_job_of_the_night_asks_the_addresses_of_the_drafts(region: Region) -> None:
    region.edit(
        "liten",
        "start.md",
        "Barnet har",
        "[Läs mer](https://finns-inte.test/) och [här](https://finns.test/). Barnet har",
    )
    region.app.extensions["address_asker"] = Answers({"https://finns-inte.test/": Reason.GONE})
    background._ask_addresses(region.app)
    with region.database.reading() as session:
        assert [(one.address, one.reason) for one in dead(session)] == [("https://finns-inte.test/", "gone")]


def test_in_the_morning_the_bin_is_emptied_of_what_is_sixty_days_old(region: Region) -> None:
    with region.database.writing() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        waste.throw_away(session, course, region.time() - timedelta(days=61))
    background._morning(region.app)
    with region.database.reading() as session:
        assert draft(session, Kind.COURSE, "liten") is None


class Answers:
    """Stands where the network is; everything else answers."""

    def __init__(self, reasons: dict[str, Reason]) -> None:
        self.reasons = reasons

    def ask(self, address: str) -> Reason | None:
        return self.reasons.get(address)


def test_in_the_morning_a_unit_is_told_what_it_is_soon_to_follow_up_once(region: Region) -> None:
    clinic = region.units["clinic"]
    with region.database.writing() as session:
        session.add(
            AgreedAction(
                unit_id=clinic, what="En pall", responsible="Receptionen", made=MONDAY.date(),
                follow_up=MONDAY.date() + timedelta(days=3),
            )
        )  # fmt: skip
    for _ in range(2):
        background._morning(region.app)
    with region.database.reading() as session:
        letters = [(one.to, one.subject) for one in session.query(Letter)]
        assert letters == [("maria.chef@exempel.se", "Snart dags att följa upp: Barnkliniken")]
        assert f"/unit/{clinic}/actions" in session.query(Letter).one().body
