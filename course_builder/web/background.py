"""What the server does without being asked by a page: letters out; each morning reminders, and word of vacancies."""

from datetime import datetime

from flask import Flask

from course_builder.database.store import Database
from course_builder.jobs import table
from course_builder.jobs.worker import Duties, Worker
from course_builder.learning import reminders
from course_builder.library.addresses.checking import ADDRESSES, round_of
from course_builder.library.drafts import bin as waste
from course_builder.library.uploads.finishing import CONVERT, convert_asked
from course_builder.meetings import ballots, reminding
from course_builder.people import sign_in, throttle, vacancy_letters
from course_builder.post.sending import deliver, mailer
from course_builder.settings import Settings
from course_builder.web.absolute import absolute
from course_builder.web.clock import SWEDEN, Clock
from course_builder.web.role_names import rep_name
from course_builder.web.workshop import sweep, workshop

MORNING = 7
"""The hour in Sweden from which reminders are written."""
REMIND = "remind"
NIGHT = 3
"""The hour in Sweden from which web addresses are asked."""


def start(app: Flask) -> Worker:
    """Begins to work on a thread of this process; the caller stops it."""
    duties = Duties(
        handlers={
            REMIND: lambda _: _morning(app),
            ADDRESSES: lambda _: _ask_addresses(app),
            CONVERT: lambda arguments: convert_asked(workshop(app), arguments),
            ballots.SCRUB: lambda _: _scrub(app),
        },
        slow=frozenset({CONVERT, ADDRESSES}),
        when_woken=(lambda: _deliver(app),),
        every_minute=(lambda: _once_a_day(app, REMIND, MORNING), lambda: _each_night(app)),
    )
    worker = Worker(app.extensions["settings"], app.extensions["database"], duties, app.extensions["clock"])
    app.extensions["worker"] = worker
    worker.start()
    return worker


def _deliver(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    deliver(app.extensions["database"], mailer(settings), settings, app.extensions["clock"])


def _each_night(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    if settings.asks_addresses:
        _once_a_day(app, ADDRESSES, NIGHT)


def _once_a_day(app: Flask, name: str, hour: int) -> None:
    """One job a day, however many processes there are and however often they start."""
    database: Database = app.extensions["database"]
    now = _now(app)
    here = now.astimezone(SWEDEN)
    key = f"{name}:{here.date().isoformat()}"
    if here.hour < hour:
        return
    with database.reading() as session:
        if table.known(session, key):
            return
    with database.writing() as session:
        table.ask(session, name, {}, now, key)


def _ask_addresses(app: Flask) -> None:
    round_of(app.extensions["database"], app.extensions["address_asker"], _now(app))


def _morning(app: Flask) -> None:
    _remind(app)
    _tell_of_vacancies(app)
    _tell_of_actions(app)
    sweep(app)
    with app.extensions["database"].writing() as session:
        throttle.forget(session, _now(app))
        sign_in.forget(session, _now(app))
        waste.empty(session, _now(app))
        ballots.forget(session, _now(app))


def _scrub(app: Flask) -> None:
    """Raises when somebody reads just now: then it is done again later."""
    database: Database = app.extensions["database"]
    if not database.scrub(ballots.TABLES):
        raise BlockingIOError


def _remind(app: Flask) -> None:
    database: Database = app.extensions["database"]
    settings: Settings = app.extensions["settings"]
    now = _now(app)
    with database.reading() as session:
        found = reminders.due(session, now.astimezone(SWEDEN).date())
    with app.test_request_context(base_url=settings.url or None), database.writing() as session:
        reminders.remind(session, found, lambda course_id: absolute("learn.page", course_id=course_id), now)


def _tell_of_vacancies(app: Flask) -> None:
    database: Database = app.extensions["database"]
    settings: Settings = app.extensions["settings"]
    now = _now(app)
    with database.reading() as session:
        found = vacancy_letters.due(session, now.astimezone(SWEDEN).date())
    with app.test_request_context(base_url=settings.url or None), database.writing() as session:
        vacancy_letters.tell(
            session, found, lambda unit_id: absolute("unit.one", unit_id=unit_id), rep_name, now
        )


def _tell_of_actions(app: Flask) -> None:
    """What a unit agreed on and is soon to follow up."""
    settings: Settings = app.extensions["settings"]
    now = _now(app)
    with (
        app.test_request_context(base_url=settings.url or None),
        app.extensions["database"].writing() as session,
    ):
        found = reminding.due(session, now.astimezone(SWEDEN).date())
        reminding.remind(session, found, lambda unit_id: absolute("actions.page", unit_id=unit_id), now)


def _now(app: Flask) -> datetime:
    clock: Clock = app.extensions["clock"]
    return clock()
