"""A whole county many times over: how long its lists take. Seeded; everybody in it is made up of syllables."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from bench.load.client import all_at_once, get
from bench.load.school import Pupil, opened, school
from bench.load.serving import application
from bench.table import show
from course_builder.learning.models import Completion, Enrolment, Event, Requirement, Source
from course_builder.people import sign_in
from course_builder.people.models import Account, Appointment, Person, PersonWord, Role, Unit
from course_builder.people.search import rows_of
from course_builder.people.spelling import sort_key
from course_builder.settings import Settings
from tests.database.server import DURABLE, running

UNITS = 2_000
PEOPLE = 200_000
EVENTS = 2_000_000
BATCH = 20_000
ROUNDS = 20
START = datetime(2024, 1, 1, tzinfo=UTC)
SYLLABLES = ("an", "be", "li", "ma", "ro", "sa", "tor", "vi", "el", "jo", "ka", "nor")
PAGES = (
    "/coverage", "/coverage/units", "/coverage/reps", "/coverage/managers", "/coverage/mail", "/unit", "/unit/{unit}", "/requirements", "/requirements/1", "/requirements/2",
    "/people", "/people?q=anna", "/people/units", "/people/{person}", "/people/groups", "/mine", "/catalogue",
)  # fmt: skip


def region(folder: Path) -> None:
    _measure("SQLite", folder / "sqlite", "")
    with running(DURABLE) as server:
        server.run("CREATE DATABASE ours")
        _measure("PostgreSQL", folder / "postgres", server.url("ours"))


def _measure(name: str, folder: Path, url: str) -> None:
    settings = replace(Settings(), data=str(folder / "data"), database_url=url)
    (reader,) = school(settings, folder, 1, 10)
    token = _fill(settings, reader)
    rows = []
    with application({"COURSE_BUILDER_DATA": settings.data, "DATABASE_URL": url}, folder) as port:
        for page in PAGES:
            path = page.format(unit=UNITS // 2, person=PEOPLE // 2)
            heard = all_at_once(port, [[get(path, token)] * ROUNDS], 60)
            wrong = f" ({heard.refused[0][0]})" if heard.refused else ""
            rows.append([path + wrong, *(f"{1000 * heard.at(share):.0f} ms" for share in (0.5, 0.95))])
    title = f"{PEOPLE:,} people, {UNITS:,} units, {EVENTS:,} events on {name} (goal: every list under 500 ms)"
    show(title, ["", "median", "p95"], rows)


def _fill(settings: Settings, reader: Pupil) -> str:
    """Everybody, everything they did, and the token of a coordinator who sees it."""
    dice = random.Random(7)  # noqa: S311 -- the same region every time
    with opened(settings) as database:
        names = {
            number: f"{_word(dice).capitalize()} {_word(dice).capitalize()}"
            for number in range(2, PEOPLE + 2)
        }
        for rows in (_units(dice), _people(names), _words(names), _appointments(dice)):
            _write(database.writing, rows)
        for rows in (_events(dice, reader), _enrolments(reader), _completions(reader)):
            _write(database.writing, rows)
        with database.writing() as session:
            session.add(Requirement(course_id=reader.course_id, role=Role.REP, within_days=90, made=START))
            session.add(Requirement(course_id=reader.course_id, unit_id=2, due=date(2026, 6, 1), made=START))
            account = Account(person_id=2, created=START)
            session.add(account)
            session.flush()
            token = sign_in.start(session, account.id, datetime.now(UTC))
        with database.writing() as session:
            session.execute(text("ANALYZE"))
    return token


def _write(writing: Any, batches: Iterable[tuple[Any, list[Mapping[str, Any]]]]) -> None:
    for model, rows in batches:
        with writing() as session:
            _insert(session, model, rows)


def _insert(session: Session, model: Any, rows: list[Mapping[str, Any]]) -> None:
    session.connection().execute(insert(model.__table__), rows)


Batches = Iterator[tuple[Any, list[Mapping[str, Any]]]]


def _batches(model: Any, rows: Iterable[Mapping[str, Any]]) -> Batches:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield model, batch
            batch = []
    if batch:
        yield model, batch


def _units(dice: random.Random) -> Batches:
    """Twenty administrations, two hundred services, the rest units; number 1 is there already."""
    paths = {1: "/1/"}
    rows = []
    for number in range(2, UNITS + 1):
        parent = 1 if number <= 21 else 2 + number % 20 if number <= 221 else 22 + number % 200
        paths[number] = f"{paths[parent]}{number}/"
        rows.append(
            {
                "id": number,
                "parent_id": parent,
                "name": f"{_word(dice).capitalize()}mottagningen {number}",
                "path": paths[number],
            }
        )
    return _batches(Unit, rows)


def _people(names: Mapping[int, str]) -> Batches:
    same = {"protected": False, "language": "sv", "time_factor": 1.0}
    rows = (
        {
            "id": number,
            "name": name,
            "sort_name": sort_key(name),
            "email": _address(number),
            "employee_ref": f"e{number}",
            **same,
        }
        for number, name in names.items()
    )
    return _batches(Person, rows)


def _words(names: Mapping[int, str]) -> Batches:
    rows = (row for number, name in names.items() for row in rows_of(number, name, _address(number)))
    return _batches(PersonWord, rows)


def _address(number: int) -> str:
    return f"p{number}@example.se"


def _appointments(dice: random.Random) -> Batches:
    def rows() -> Iterator[Mapping[str, Any]]:
        for person in range(2, PEOPLE + 2):
            role = (
                Role.COORDINATOR
                if person == 2
                else Role.MANAGER
                if person <= UNITS
                else Role.REP
                if person <= 2 * UNITS - 50
                else Role.EMPLOYEE
            )
            unit = 1 if person == 2 else person % UNITS + 1
            starts = (START + timedelta(days=dice.randrange(900))).date()
            yield {
                "person_id": person,
                "unit_id": unit,
                "role": role.value,
                "title": "",
                "mandate": "",
                "starts": starts,
                "imported": True,
            }

    return _batches(Appointment, rows())


def _events(dice: random.Random, reader: Pupil) -> Batches:
    rows = (
        {
            "seq": 1000 + number,
            "at": START + timedelta(minutes=number // 2),
            "kind": "completed" if number < PEOPLE // 2 else "answered",
            "person_id": 2 + number % PEOPLE,
            "course_id": reader.course_id,
            "release_id": 1,
            "data": {"question": f"fraga-{number % 10}", "mark": 1.0},
        }
        for number in range(EVENTS)
    )
    return _batches(Event, rows)


def _enrolments(reader: Pupil) -> Batches:
    rows = (
        {
            "person_id": person,
            "course_id": reader.course_id,
            "release_id": 1,
            "round": 1,
            "started": START,
            "done": START if person < 2 + PEOPLE // 2 else None,
            "success": "passed" if person < 2 + PEOPLE // 2 else "unknown",
            "state": "",
            "state_revision": 0,
        }
        for person in range(2, 2 + PEOPLE * 3 // 4)
    )
    return _batches(Enrolment, rows)


def _completions(reader: Pupil) -> Batches:
    rows = (
        {
            "event_seq": 1000 + number,
            "person_id": 2 + number,
            "course_id": reader.course_id,
            "release_id": 1,
            "source": Source.HERE.value,
            "on": START.date() + timedelta(days=number % 900),
            "passed": True,
            "score": 0.9,
            "counts": True,
            "unit_id": (2 + number) % UNITS + 1,
        }
        for number in range(PEOPLE // 2)
    )
    return _batches(Completion, rows)


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=2))
